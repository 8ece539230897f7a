import { id } from '../ids.js';
import { made, type Samples } from '../value.js';

const SERVICE_ACCOUNT = { name: 'Backup account', description: 'Runs the nightly backup', ownerUserIds: made } as const;

/** Privileged access, and submissions to the Okta Integration Network. */
export const privileged: Samples = {
  AppServiceAccount: {
    name: 'Backup account',
    containerOrn: 'orn:okta:idp:00o1a2b3c4D5e6F7g8h9:apps:salesforce:0oa1a2b3c4D5e6F7g8h9',
    username: 'backup@example.com',
    password: made,
    ownerUserIds: made,
  },
  AppServiceAccountForUpdate: SERVICE_ACCOUNT,
  OktaManagedUserAccountRequest: { ...SERVICE_ACCOUNT, oktaUserId: made },
  OktaManagedUserAccountForUpdate: SERVICE_ACCOUNT,
  ServiceAccountForUpdate: SERVICE_ACCOUNT,
  ServiceAccountDetailsAppAccount: {
    accountType: 'APP_ACCOUNT',
    name: 'Backup account',
    details: { oktaApplicationId: made, credentials: { username: 'backup@example.com', password: made } },
  },
  PrivilegedResourceAccountAppRequest: {
    resourceType: 'APP_ACCOUNT',
    containerDetails: { containerId: made },
    credentials: { userName: 'backup@example.com', password: made },
  },
  PrivilegedResourceUpdateRequest: { userName: 'backup@example.com' },
  RotatePasswordRequest: { password: made, secretVersionId: '9f8e7d6c-5b4a-4321-8fed-cba987654321' },
  SubmissionRequest: {
    name: 'Acme Orders',
    description: 'Sign in to the order desk',
    logo: 'https://example.com/logo.png',
    sso: {
      oidc: { redirectUris: ['https://shop.example.com/callback'], doc: 'https://help.example.com/okta' },
    },
  },
  SubmissionActions: { actions: made },
  SubmissionAction: { id: 'READ_USERS', provider: { type: 'WORKFLOWS', externalId: '1f2e3d4c' } },
  SubmissionCapabilities: { capabilities: made },
  SubmissionCapability: { capability: 'SSO', supportedProtocols: ['OIDC'] },
  AuthSettings: { authType: 'OAUTH2', oAuth2Settings: made },
  OAuth2Settings: {
    authorizeEndpoint: 'https://shop.example.com/authorize',
    tokenEndpoint: 'https://shop.example.com/token',
    clientId: 'acme-okta',
    clientSecret: made,
    scopes: ['users.read'],
  },
  TenantSettings: { appInstanceProperties: made },
  AppInstanceProperty: { name: 'subdomain', label: 'Subdomain' },
  TestInfo: {
    escalationSupportContact: 'support@example.com',
    oidcTestConfiguration: { spInitiateUrl: 'https://shop.example.com/login', jit: true },
    testAccount: made,
  },
  TestInfoTestAccount: { url: 'https://shop.example.com', username: 'tester@example.com', password: made },
  WorkflowActionProvider: { type: 'WORKFLOWS', externalId: id('wfl') },
};
