import { type Answer, ok } from '../answers/answer.js';
import { fail } from '../answers/fault.js';
import type { Call } from '../call.js';
import { userTarget } from '../log/targets.js';
import type { Org } from '../org/org.js';
import { passwordPolicyFor } from '../policies/password-policy.js';
import { isPassword, ownPassword } from '../users/password.js';
import { moveUser } from '../users/transitions.js';
import type { User } from '../users/user.js';
import { userNamed } from '../users/user-store.js';
import { actingAs } from './acting-as.js';
import { authnLink } from './authn-links.js';
import { countFailure, forgetFailures } from './failures.js';

/** What a user signs in with. */
export interface Passport {
  readonly username: string;
  readonly password: string;
}

/** Statuses in which a password opens the door, if not always at once. */
const ADMITTED = new Set<User['status']>(['ACTIVE', 'PASSWORD_EXPIRED']);
const MINUTE = 60_000;

/**
 * Checks name and password. Wrong passwords count, and lock the user who has too many.
 *
 * @param call - the request
 * @param passport - what was sent
 * @returns the user, or the answer for one who is locked out, if the password policy lets them know
 * @throws Fault `E0000004` for everybody else, whatever the reason
 * @see https://developer.okta.com/docs/reference/api/authn/#primary-authentication
 */
export function checkPassport(call: Call, passport: Passport): User | Answer {
  const { org } = call;
  const found = userNamed(org, passport.username);
  if (found === undefined || found.id === passport.username) throw fail('E0000004');
  const user = unlockedByTime(call, found);
  const { maxAttempts, showLockoutFailures } = passwordPolicyFor(org, user);
  const acting = actingAs(call, user);
  if (user.status === 'LOCKED_OUT') {
    refuse(acting, user, 'LOCKED_OUT');
    return lockedOut(call, showLockoutFailures);
  }
  if (!ADMITTED.has(user.status)) throw fail('E0000004');
  if (!isPassword(user.credentials, passport.password)) {
    refuse(acting, user, 'INVALID_CREDENTIALS');
    countFailure(acting, user, { what: 'passwords', most: maxAttempts });
    if (org.users.get(user.id)?.status === 'LOCKED_OUT') return lockedOut(call, showLockoutFailures);
    throw fail('E0000004');
  }
  forgetFailures(org, user.id);
  return adopted(org, user, passport.password);
}

function refuse(acting: Call, user: User, reason: string): void {
  acting.record('user.session.start', [userTarget(user)], { result: 'FAILURE', reason });
}

function lockedOut({ origin }: Call, shown: boolean): Answer {
  if (!shown) throw fail('E0000004');
  const next = { name: 'unlock', ...authnLink(origin, '/recovery/unlock') };
  return ok({ status: 'LOCKED_OUT', _embedded: {}, _links: { next } });
}

function unlockedByTime(call: Call, user: User): User {
  const { autoUnlockMinutes } = passwordPolicyFor(call.org, user);
  const since = call.org.clock.now() - Date.parse(user.statusChanged ?? '');
  if (user.status !== 'LOCKED_OUT' || autoUnlockMinutes === 0 || since < autoUnlockMinutes * MINUTE) return user;
  return unlock(call, user);
}

/**
 * Lets a locked user in again.
 *
 * @param call - the request
 * @param user - locked out
 * @returns the user, stored
 */
export function unlock(call: Call, user: User): User {
  forgetFailures(call.org, user.id);
  const active = moveUser(call.org, user, { status: 'ACTIVE' });
  actingAs(call, active).record('user.account.unlock', [userTarget(active)]);
  return active;
}

/** At its first use a password that came along as a hash becomes one of Okta's own. */
function adopted(org: Org, user: User, value: string): User {
  if (user.credentials.password?.kind !== 'imported') return user;
  const provider = { type: 'OKTA', name: 'OKTA' };
  const credentials = { ...user.credentials, provider, password: ownPassword(value) };
  return moveUser(org, user, { credentials, lastUpdated: user.lastUpdated });
}
