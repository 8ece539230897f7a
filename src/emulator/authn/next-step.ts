import { nowIn, type Org } from '../org/org.js';
import { passwordPolicyFor } from '../policies/password-policy.js';
import { sessionPolicy } from '../policies/session-policy.js';
import { moveUser } from '../users/transitions.js';
import type { User } from '../users/user.js';
import type { AuthnStatus, AuthnTransaction } from './authn-transaction.js';
import { mustEnroll, usableFactors } from './wanted-factors.js';

const DAY_MS = 86_400_000;

/**
 * Finds out what a user who has proved their password still has to do.
 *
 * @param org - whose policies hold
 * @param user - who signs in
 * @param transaction - what they did so far
 * @returns the next step, `SUCCESS` if there is none
 * @see https://developer.okta.com/docs/reference/api/authn/#transaction-state
 */
export function nextStep(org: Org, user: User, transaction: AuthnTransaction): AuthnStatus | 'SUCCESS' {
  const verified = transaction.lastFactorVerification !== null;
  const wantsFactor = sessionPolicy(org, user).requireFactor;
  if (wantsFactor && !verified && usableFactors(org, user).length > 0) return 'MFA_REQUIRED';
  if (user.status === 'PASSWORD_EXPIRED') return 'PASSWORD_EXPIRED';
  if (transaction.options.warn && expiresSoon(org, user) && !transaction.skipped.includes('PASSWORD_WARN')) {
    return 'PASSWORD_WARN';
  }
  return mustEnroll(org, user) ? 'MFA_ENROLL' : 'SUCCESS';
}

/**
 * Lets a password expire that is older than the policy allows.
 *
 * @param org - whose policy holds
 * @param user - who signs in
 * @returns the user, with another status if it has expired
 */
export function withAgedPassword(org: Org, user: User): User {
  const { maxAgeDays } = passwordPolicyFor(org, user);
  if (user.status !== 'ACTIVE' || maxAgeDays === 0 || ageOf(org, user) <= maxAgeDays) return user;
  return moveUser(org, user, { status: 'PASSWORD_EXPIRED' });
}

/**
 * @param org - whose policy holds
 * @param user - who signs in
 * @returns days until the password expires, 0 if it never does
 */
export function daysLeft(org: Org, user: User): number {
  const { maxAgeDays } = passwordPolicyFor(org, user);
  return maxAgeDays === 0 ? 0 : Math.max(0, Math.ceil(maxAgeDays - ageOf(org, user)));
}

function expiresSoon(org: Org, user: User): boolean {
  const { maxAgeDays, expireWarnDays } = passwordPolicyFor(org, user);
  return maxAgeDays > 0 && expireWarnDays > 0 && daysLeft(org, user) <= expireWarnDays;
}

function ageOf(org: Org, { passwordChanged }: User): number {
  return (org.clock.now() - Date.parse(passwordChanged ?? nowIn(org))) / DAY_MS;
}
