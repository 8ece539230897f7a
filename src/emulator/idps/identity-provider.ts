import type { JsonObject } from '../org/json.js';

/** Somebody else who says who a user is. */
export interface IdentityProvider {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly created: string;
  readonly lastUpdated: string;
  readonly issuerMode: string;
  readonly protocol: JsonObject;
  readonly policy: JsonObject;
  readonly properties?: JsonObject;
}

/** Okta's word for identity providers in errors about what does not exist. */
export const IDENTITY_PROVIDER = 'IdpTrust';
