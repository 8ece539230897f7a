import { userTarget } from '../log/targets.js';
import type { Org } from '../org/org.js';
import type { Transaction } from '../transaction.js';
import { moveUser } from '../users/transitions.js';
import type { User } from '../users/user.js';

/** How often a user failed since they last succeeded. */
export interface Failures {
  readonly passwords: number;
  readonly codes: number;
}

const NONE: Failures = { passwords: 0, codes: 0 };

/** What counts, and how often it may go wrong. */
export interface Limit {
  readonly what: keyof Failures;
  /** None means: as often as they like. */
  readonly most: number;
}

/**
 * Counts a wrong password or code, and locks the user who has too many.
 *
 * @param transaction - the org, and its log
 * @param user - who failed
 * @param limit - what they failed at
 */
export function countFailure({ org, record }: Transaction, user: User, { what, most }: Limit): void {
  const before = org.failures.get(user.id) ?? NONE;
  const count = before[what] + 1;
  org.failures.set(user.id, { ...before, [what]: count });
  if (most === 0 || count < most || user.status !== 'ACTIVE') return;
  const locked = moveUser(org, user, { status: 'LOCKED_OUT' });
  record('user.account.lock', [userTarget(locked)]);
}

/**
 * Starts counting anew.
 *
 * @param org - where failures are counted
 * @param userId - who succeeded, or was unlocked
 */
export function forgetFailures(org: Org, userId: string): void {
  org.failures.delete(userId);
}
