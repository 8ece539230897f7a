import type { ErrorCode } from '../answers/error-codes.js';
import { fail } from '../answers/fault.js';
import { BASE64URL, randomText } from '../org/chance.js';
import type { Org } from '../org/org.js';
import { deliver } from '../outbox/outbox.js';
import type { OutboxPurpose } from '../outbox/outbox-message.js';
import type { Factor } from './factor.js';
import type { Enrolled } from './factor-store.js';

/** How codes are sent by one kind of factor. */
interface Sending {
  readonly digits: number;
  /** So long another one is refused. */
  readonly pauseMs: number;
  readonly tooSoon: ErrorCode;
  /** Member of the profile that says where to. */
  readonly address: string;
}

/** Source: https://developer.okta.com/docs/reference/error-codes/ */
const sendings = {
  sms: { digits: 6, pauseMs: 30_000, tooSoon: 'E0000109', address: 'phoneNumber' },
  call: { digits: 5, pauseMs: 30_000, tooSoon: 'E0000133', address: 'phoneNumber' },
  email: { digits: 6, pauseMs: 5000, tooSoon: 'E0000118', address: 'email' },
} as const satisfies Record<string, Sending>;

type SentType = keyof typeof sendings;

/** How long a code holds unless the request says. */
export const CODE_LIFETIME_S = 300;
const NONCE_LENGTH = 20;

/** Why and for how long a code is sent. */
export interface Sent {
  readonly purpose: OutboxPurpose;
  readonly lifetimeSeconds?: number;
}

/**
 * @param factor - a factor
 * @returns whether its codes are sent to the user
 */
export function isSent(factor: Factor): factor is Factor & { readonly factorType: SentType } {
  return Object.hasOwn(sendings, factor.factorType);
}

/**
 * Sends a code.
 *
 * @param org - who sends it
 * @param enrolled - the factor, not stored here, and its owner
 * @param sent - why, and how long it holds
 * @returns the factor that waits for the code
 * @throws Fault `E0000109`, `E0000118` or `E0000133` if the one before was sent a moment ago
 */
export function sendCode(org: Org, { user, factor }: Enrolled, { purpose, lifetimeSeconds }: Sent): Factor {
  if (!isSent(factor)) return factor;
  const { digits, pauseMs, tooSoon, address } = sendings[factor.factorType];
  const now = org.clock.now();
  if (factor.challenge && now - factor.challenge.sent < pauseMs) throw fail(tooSoon);
  const code = randomText(org.chance, digits, '0123456789');
  deliver(org, {
    kind: factor.factorType,
    purpose,
    userId: user.id,
    to: String(factor.profile?.[address] ?? ''),
    text: `Your verification code is ${code}.`,
    passCode: code,
  });
  const expires = now + (lifetimeSeconds ?? CODE_LIFETIME_S) * 1000;
  return { ...factor, challenge: { code, sent: now, expires } };
}

/**
 * Makes up what a security key is to sign.
 *
 * @param org - where chance comes from
 * @param factor - of a security key
 * @returns the factor that waits for the signature
 */
export function challengeKey(org: Org, factor: Factor): Factor {
  const now = org.clock.now();
  const code = randomText(org.chance, NONCE_LENGTH, BASE64URL);
  return { ...factor, challenge: { code, sent: now, expires: now + CODE_LIFETIME_S * 1000 } };
}
