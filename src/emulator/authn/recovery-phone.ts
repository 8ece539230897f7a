import { fail } from '../answers/fault.js';
import { factorsOf } from '../factors/factor-store.js';
import { randomText } from '../org/chance.js';
import type { Org } from '../org/org.js';
import { deliver } from '../outbox/outbox.js';
import type { User } from '../users/user.js';
import type { AuthnTransaction } from './authn-transaction.js';

const PAUSE_MS = 30_000;
const DIGITS = { SMS: 6, CALL: 5 } as const;

/** How a recovery code travels. */
export interface Channel {
  readonly factorType: 'SMS' | 'CALL';
  /** Left out for users whom it cannot reach. */
  readonly to: string | undefined;
}

/**
 * @param org - where factors are kept
 * @param user - who cannot sign in
 * @param factorType - how the code is to travel
 * @returns the number of their phone, `undefined` if they have none enrolled
 */
export function recoveryPhone(org: Org, user: User, factorType: Channel['factorType']): string | undefined {
  const wanted = factorType.toLowerCase();
  const factor = factorsOf(org, user.id).find((each) => each.factorType === wanted && each.status === 'ACTIVE');
  const number = factor?.profile?.['phoneNumber'];
  return typeof number === 'string' ? number : undefined;
}

/**
 * Sends the code of a recovery.
 *
 * @param org - who sends it
 * @param transaction - the recovery, not stored here
 * @param channel - how, and where to
 * @returns the recovery that waits for the code
 * @throws Fault `E0000109` or `E0000133` if the one before was sent a moment ago
 */
export function sendRecoveryCode(
  org: Org,
  transaction: AuthnTransaction,
  { factorType, to }: Channel,
): AuthnTransaction {
  const now = org.clock.now();
  if (transaction.recovery && now - transaction.recovery.sent < PAUSE_MS) {
    throw fail(factorType === 'SMS' ? 'E0000109' : 'E0000133');
  }
  const code = randomText(org.chance, DIGITS[factorType], '0123456789');
  if (to !== undefined) {
    deliver(org, {
      kind: factorType === 'SMS' ? 'sms' : 'call',
      purpose: 'RECOVERY_CHALLENGE',
      userId: transaction.userId,
      to,
      text: `Your verification code is ${code}.`,
      passCode: code,
    });
  }
  return { ...transaction, recovery: { factorType, code, sent: now } };
}
