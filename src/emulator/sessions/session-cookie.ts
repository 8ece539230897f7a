import type { Caller } from '../call.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import type { Session } from './session.js';
import { sessionById } from './session-store.js';

/** Names of the cookie: of Classic orgs and of the Identity Engine. */
const NAMES = ['sid', 'idx'];
/** Statuses in which sessions are good for something. */
const SIGNED_IN = new Set<User['status']>(['ACTIVE', 'PASSWORD_EXPIRED', 'RECOVERY']);

/**
 * Finds the session whose cookie a request brings along.
 *
 * @param org - where to look
 * @param cookieHeader - the `Cookie` header
 * @returns the session, `undefined` without a cookie of one
 */
export function sessionOfCookie(org: Org, cookieHeader: string | undefined): Session | undefined {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(at, 0)).trim();
    if (!NAMES.includes(name)) continue;
    const session = sessionById(
      org,
      pair
        .slice(at + 1)
        .trim()
        .replaceAll('"', ''),
    );
    if (session) return session;
  }
  return undefined;
}

/**
 * Finds out who sent a request with the cookie of a session.
 *
 * @param org - where sessions live
 * @param cookieHeader - the `Cookie` header
 * @returns the user of the session, `undefined` without one
 */
export function sessionCaller(org: Org, cookieHeader: string | undefined): Caller | undefined {
  const session = sessionOfCookie(org, cookieHeader);
  const user = session && org.users.get(session.userId);
  return user && SIGNED_IN.has(user.status) ? { user } : undefined;
}

/**
 * @param session - a session
 * @returns the `Set-Cookie` header that hands it to a browser
 */
export function cookieOf({ id }: Session): string {
  return `sid=${id}; Path=/; Secure; HttpOnly; SameSite=None`;
}
