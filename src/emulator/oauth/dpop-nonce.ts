import { createHash } from 'node:crypto';
import type { Org } from '../org/org.js';

const DAY_MS = 86_400_000;
/** A nonce is given out for one day, and accepted for three. */
const DAYS_VALID = 3;
const NONCE_LENGTH = 32;

/** Name of the header that gives a nonce out. */
export const DPOP_NONCE = 'dpop-nonce';

/**
 * @param org - whose nonce
 * @returns the nonce of the day
 * @see RFC 9449, section 8
 */
export function currentNonce(org: Org): string {
  return nonceOf(org, today(org));
}

/**
 * @param org - who must have given it out
 * @param nonce - as sent
 * @returns whether it is valid still
 */
export function isNonce(org: Org, nonce: unknown): boolean {
  const days = Array.from({ length: DAYS_VALID }, (_, ago) => today(org) - ago);
  return days.some((day) => nonceOf(org, day) === nonce);
}

function today({ clock }: Org): number {
  return Math.floor(clock.now() / DAY_MS);
}

/** Made from facts of the org, so that nothing needs to be remembered. */
function nonceOf({ facts }: Org, day: number): string {
  const digest = createHash('sha256').update(`${facts.id} ${facts.keyId} ${day}`).digest('base64url');
  return digest.slice(0, NONCE_LENGTH);
}
