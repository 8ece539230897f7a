import type { JsonObject } from '../org/json.js';

/** One of the ways in which an authenticator is used. */
export interface AuthenticatorMethod {
  readonly type: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  /** Members besides type and status. */
  readonly more: JsonObject;
}

/** Something that users of the org can prove to be themselves with. */
export interface Authenticator {
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly created: string;
  readonly lastUpdated: string;
  /** Settings, provider and whatever else was said about it, without secrets. */
  readonly more: JsonObject;
  readonly methods: readonly AuthenticatorMethod[];
  /** Present once an admin has switched it off; then its factors cannot be enrolled. */
  readonly refused?: true;
}

/** Okta's word for authenticators in errors about what does not exist. */
export const AUTHENTICATOR = 'Authenticator';
