import type { JsonObject } from '../org/json.js';
import type { Attributes } from '../schema/attribute.js';
import type { UserStatus } from '../users/user.js';

/**
 * What an org holds from the start, besides what every fresh org has. Plain JSON, so that it may stand in a file.
 *
 * @example
 * ```ts
 * const seed: Seed = {
 *   userAttributes: { shoeSize: { title: 'Shoe size', type: 'integer' } },
 *   users: [{ profile: { login: 'ada@example.com', email: 'ada@example.com', firstName: 'Ada', lastName: 'L' } }],
 *   groups: [{ profile: { name: 'Engineers' }, members: ['ada@example.com'] }],
 * };
 * ```
 */
export interface Seed {
  /** First part of the org's address; `emulator` unless given. */
  readonly subdomain?: string;
  /** Secret of the API token; made up unless given. */
  readonly token?: string;
  /** Profile of the super admin who owns the token. */
  readonly owner?: JsonObject;
  /** Custom attributes of users. */
  readonly userAttributes?: Attributes;
  /** Custom attributes of groups. */
  readonly groupAttributes?: Attributes;
  readonly users?: readonly SeedUser[];
  readonly groups?: readonly SeedGroup[];
  readonly apps?: readonly SeedApp[];
  readonly devices?: readonly SeedDevice[];
  readonly authorizationServers?: readonly SeedAuthorizationServer[];
}

/** A user, as in the body of `createUser`. */
export interface SeedUser {
  readonly id?: string;
  /** What the credentials lead to unless given. */
  readonly status?: UserStatus;
  readonly profile: JsonObject;
  readonly credentials?: JsonObject;
}

/** A group, as in the body of `createGroup`. */
export interface SeedGroup {
  readonly id?: string;
  readonly type?: 'OKTA_GROUP' | 'APP_GROUP';
  readonly profile: JsonObject;
  /** Logins or ids of users. */
  readonly members?: readonly string[];
}

/** A device; orgs get them from Okta Verify, never by the API. */
export interface SeedDevice {
  readonly id?: string;
  /** `ACTIVE` unless given. */
  readonly status?: 'ACTIVE' | 'SUSPENDED' | 'DEACTIVATED';
  /** At least `displayName` and `platform`. */
  readonly profile: JsonObject;
  /** Logins or ids of its users. */
  readonly users?: readonly string[];
}

/** An app: `app` is the body of `createApplication`. */
export interface SeedApp {
  readonly id?: string;
  readonly app: JsonObject;
  /** Logins or ids of users who are assigned directly. */
  readonly users?: readonly string[];
  /** Names of groups that are assigned. */
  readonly groups?: readonly string[];
  /** Scopes of Okta's own API that a service app may ask for, e.g. `okta.users.read`. */
  readonly grants?: readonly string[];
  /** Admin roles of a service app, e.g. `READ_ONLY_ADMIN`; `SUPER_ADMIN` unless given if there are `grants`. */
  readonly roles?: readonly string[];
  /** Refresh tokens that users have given the app. */
  readonly refreshTokens?: readonly SeedRefreshToken[];
}

/** A refresh token of an app. */
export interface SeedRefreshToken {
  readonly id?: string;
  /** Login or id of the user who gave it. */
  readonly user: string;
  readonly scopes: readonly string[];
  /** Id of the authorization server, or `default`; the org's own unless given. */
  readonly authorizationServer?: string;
}

/** An authorization server. */
export interface SeedAuthorizationServer {
  /** `default` adds to the one that every org has; made up unless given. */
  readonly id?: string;
  /** The body of `createAuthorizationServer`; not looked at for `default`. */
  readonly server?: JsonObject;
  /** Bodies of `createOAuth2Scope`. */
  readonly scopes?: readonly JsonObject[];
  /** Bodies of `createOAuth2Claim`. */
  readonly claims?: readonly JsonObject[];
  /** Client ids, or `ALL_CLIENTS`: whom a policy lets have tokens by client credentials; no policy unless given. */
  readonly clients?: readonly string[];
}
