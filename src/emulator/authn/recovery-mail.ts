import type { Org } from '../org/org.js';
import { deliver } from '../outbox/outbox.js';
import { passwordPolicyFor } from '../policies/password-policy.js';
import { oneTimeToken } from '../users/one-time-tokens.js';
import type { User } from '../users/user.js';
import type { RecoveryToken, RecoveryType } from './recovery-token.js';

const MINUTE = 60_000;
const ACTIVATION_MS = 7 * 24 * 60 * MINUTE;

/** Mails by what they are about. */
const mails = {
  ACCOUNT_ACTIVATION: {
    purpose: 'ACTIVATION',
    text: 'Activate your account.',
    path: (token: string) => `/tokens/${token}/verify`,
  },
  PASSWORD: {
    purpose: 'RESET_PASSWORD',
    text: 'Reset your password.',
    path: (token: string) => `/signin/reset-password/${token}`,
  },
  UNLOCK: {
    purpose: 'UNLOCK',
    text: 'Unlock your account.',
    path: (token: string) => `/signin/unlock/user-unlock/${token}`,
  },
} as const;

/**
 * Makes a token that lets a user set a password, or unlocks them.
 *
 * @param org - where it is kept
 * @param user - whose
 * @param recoveryType - what for
 * @returns the token
 */
export function issueRecoveryToken(org: Org, user: User, recoveryType: RecoveryType): string {
  const token = oneTimeToken(org);
  const lifetime = recoveryType === 'ACCOUNT_ACTIVATION' ? ACTIVATION_MS : recoveryMs(org, user);
  org.recoveryTokens.set(token, { userId: user.id, recoveryType, expires: org.clock.now() + lifetime });
  return token;
}

function recoveryMs(org: Org, user: User): number {
  return passwordPolicyFor(org, user).recoveryTokenMinutes * MINUTE;
}

/** What a mail is about. */
export interface Mail {
  readonly user: User;
  readonly recoveryType: RecoveryType;
  /** Where its link leads. */
  readonly origin: string;
}

/**
 * Mails a token.
 *
 * @param org - who mails it
 * @param mail - to whom, and what for
 */
export function mailToken(org: Org, { user, recoveryType, origin }: Mail): void {
  const { purpose, text, path } = mails[recoveryType];
  const token = issueRecoveryToken(org, user, recoveryType);
  const to = String(user.profile['email'] ?? user.profile.login);
  deliver(org, { kind: 'email', purpose, userId: user.id, to, text, token, link: origin + path(token) });
}

/**
 * Uses up a token.
 *
 * @param org - where it is kept
 * @param token - as it was sent
 * @returns what it is for, `undefined` if it is unknown, used or expired
 */
export function redeemRecoveryToken(org: Org, token: string): RecoveryToken | undefined {
  const found = org.recoveryTokens.get(token);
  if (found === undefined) return undefined;
  org.recoveryTokens.delete(token);
  return org.clock.now() > found.expires ? undefined : found;
}
