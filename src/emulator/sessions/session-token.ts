import { BASE64URL, randomText } from '../org/chance.js';
import type { Org } from '../org/org.js';
import type { SignIn } from './session.js';

const LIFETIME_MS = 300_000;
const LENGTH = 50;

/**
 * Gives a user who signed in a token for one session.
 *
 * @param org - where it is kept
 * @param signIn - how the user proved to be themselves
 * @returns the token, good for five minutes
 */
export function issueSessionToken(org: Org, signIn: SignIn): string {
  const token = `20111${randomText(org.chance, LENGTH, BASE64URL)}`;
  org.sessionTokens.set(token, { ...signIn, expires: org.clock.now() + LIFETIME_MS });
  return token;
}

/**
 * Uses up a session token.
 *
 * @param org - where it is kept
 * @param token - as it was sent
 * @returns the sign-in behind it, `undefined` if it is unknown, used or expired
 */
export function redeemSessionToken(org: Org, token: string): SignIn | undefined {
  const found = org.sessionTokens.get(token);
  if (found === undefined) return undefined;
  org.sessionTokens.delete(token);
  const { expires, ...signIn } = found;
  return org.clock.now() > expires ? undefined : signIn;
}
