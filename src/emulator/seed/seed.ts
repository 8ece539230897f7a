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

/** An app: `app` is the body of `createApplication`. */
export interface SeedApp {
  readonly id?: string;
  readonly app: JsonObject;
  /** Logins or ids of users who are assigned directly. */
  readonly users?: readonly string[];
  /** Names of groups that are assigned. */
  readonly groups?: readonly string[];
}
