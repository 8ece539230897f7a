import type {} from '@okta/okta-sdk-nodejs';

declare module '@okta/okta-sdk-nodejs' {
  interface UserProfile {
    hat?: string;
  }
}
