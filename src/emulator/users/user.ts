import type { JsonObject } from '../org/json.js';

/** Where a user stands in the life cycle. Source: https://developer.okta.com/docs/reference/user-query/ */
export type UserStatus =
  | 'STAGED'
  | 'PROVISIONED'
  | 'ACTIVE'
  | 'RECOVERY'
  | 'PASSWORD_EXPIRED'
  | 'LOCKED_OUT'
  | 'SUSPENDED'
  | 'DEPROVISIONED';

/** Who checks the password. */
export interface Provider {
  readonly type: string;
  readonly name: string;
}

/** A password as the org keeps it, never as it was sent. */
export type Password =
  /** Set here. */
  | { readonly kind: 'own'; readonly digest: string }
  /** Brought along as a hash of another system's; without one the password import hook is to be asked. */
  | { readonly kind: 'imported'; readonly hash?: JsonObject };

/** What a user proves to be themselves with. */
export interface Credentials {
  readonly password?: Password;
  /** Digests of earlier passwords, the latest first. */
  readonly history: readonly string[];
  readonly recovery?: { readonly question: string; readonly answer: string };
  readonly provider: Provider;
}

/** A user of the org. */
export interface User {
  readonly id: string;
  readonly status: UserStatus;
  readonly created: string;
  readonly activated: string | null;
  readonly statusChanged: string | null;
  readonly lastLogin: string | null;
  readonly lastUpdated: string;
  readonly passwordChanged: string | null;
  readonly realmId?: string;
  readonly type: { readonly id: string };
  readonly profile: Profile;
  readonly credentials: Credentials;
}

/** What is known about a user; `login` identifies them. */
export type Profile = JsonObject & { readonly login: string };

/** Okta's word for users in errors about what does not exist. */
export const USER = 'User';

/**
 * @param user - a user
 * @returns first and last name, or the login of one without
 */
export function displayName({ profile }: User): string {
  const names = [profile['firstName'], profile['lastName']].filter((name) => typeof name === 'string');
  return names.join(' ') || profile.login;
}
