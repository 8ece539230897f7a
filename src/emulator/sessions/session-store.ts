import { BASE64URL, randomText } from '../org/chance.js';
import { nowIn, type Org } from '../org/org.js';
import { sessionPolicy } from '../policies/session-policy.js';
import { moveUser } from '../users/transitions.js';
import type { User } from '../users/user.js';
import type { Session, SignIn } from './session.js';

/** As recorded: three digits that tell the kind, 25 characters in all. */
const PREFIX = '102';
const RANDOM_LENGTH = 22;
const MINUTE = 60_000;

/**
 * Opens a session.
 *
 * @param org - where to
 * @param user - who signed in
 * @param signIn - how
 * @returns the session, stored
 */
export function openSession(org: Org, user: User, signIn: SignIn): Session {
  const { maxSessionIdleMinutes, maxSessionLifetimeMinutes } = sessionPolicy(org, user);
  const idleMs = maxSessionIdleMinutes * MINUTE;
  const now = org.clock.now();
  const ends = maxSessionLifetimeMinutes === 0 ? 0 : now + maxSessionLifetimeMinutes * MINUTE;
  const session: Session = {
    ...signIn,
    id: PREFIX + randomText(org.chance, RANDOM_LENGTH, BASE64URL),
    createdAt: nowIn(org),
    expires: capped(now + idleMs, ends),
    ends,
    idleMs,
  };
  org.sessions.set(user.id, session.id, session);
  moveUser(org, user, { lastLogin: session.createdAt, lastUpdated: user.lastUpdated });
  return session;
}

/**
 * Prolongs a session by as much as it lasts unused.
 *
 * @param org - where it is stored
 * @param session - not expired
 * @returns the prolonged session, stored
 */
export function prolong(org: Org, session: Session): Session {
  const longer = { ...session, expires: capped(org.clock.now() + session.idleMs, session.ends) };
  org.sessions.set(session.userId, session.id, longer);
  return longer;
}

function capped(expires: number, ends: number): number {
  return ends === 0 ? expires : Math.min(expires, ends);
}

/**
 * @param org - where to look
 * @param id - of a session
 * @returns the session, `undefined` if there is none, or it has expired
 */
export function sessionById(org: Org, id: string): Session | undefined {
  const [userId] = org.sessions.lefts(id);
  const session = userId === undefined ? undefined : org.sessions.get(userId, id);
  if (session === undefined || org.clock.now() <= session.expires) return session;
  closeSession(org, session);
  return undefined;
}

/**
 * @param org - where it is stored
 * @param session - what ends
 */
export function closeSession(org: Org, session: Session): void {
  org.sessions.delete(session.userId, session.id);
}

/**
 * Ends all sessions of a user.
 *
 * @param org - where they are stored
 * @param userId - whose
 */
export function closeSessions(org: Org, userId: string): void {
  for (const session of [...org.sessions.values(userId)]) closeSession(org, session);
}
