import type { JsonObject } from '../org/json.js';
import { displayName, type User } from '../users/user.js';

type Read = (user: User) => unknown;

const attribute =
  (name: string): Read =>
  ({ profile }) =>
    profile[name];

/** Standard claims by the scope that brings them, and where they come from. */
const claims: Readonly<Record<string, Readonly<Record<string, Read>>>> = {
  profile: {
    name: displayName,
    given_name: attribute('firstName'),
    family_name: attribute('lastName'),
    middle_name: attribute('middleName'),
    nickname: attribute('nickName'),
    preferred_username: attribute('login'),
    profile: attribute('profileUrl'),
    zoneinfo: attribute('timezone'),
    locale: attribute('locale'),
    updated_at: ({ lastUpdated }) => Math.floor(Date.parse(lastUpdated) / 1000),
  },
  email: { email: attribute('email'), email_verified: ({ status }) => status === 'ACTIVE' },
  phone: { phone_number: attribute('primaryPhone') },
};

/**
 * @param user - who signed in
 * @param scopes - what a client may know
 * @returns claims about the user, those without a value left out
 * @see https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims
 */
export function userClaims(user: User, scopes: readonly string[]): JsonObject {
  const wanted = scopes.flatMap((scope) => (Object.hasOwn(claims, scope) ? Object.entries(claims[scope] ?? {}) : []));
  const values = wanted.map(([name, read]) => [name, read(user)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined && value !== null));
}
