import { createHmac } from 'node:crypto';

/** How passcodes are computed. */
export interface OtpSettings {
  /** Name of the hash for node:crypto. */
  readonly hash: string;
  readonly digits: number;
  readonly stepSeconds: number;
  /** How many steps before and after now are accepted. */
  readonly tolerance: number;
}

/** What authenticator apps do. Source: RFC 6238, section 4 */
export const STANDARD_OTP: OtpSettings = { hash: 'sha1', digits: 6, stepSeconds: 30, tolerance: 1 };

/** How far outside the tolerance a code is still known for one that came too early or too late. */
const KNOWN_STEPS = 10;

/** Digits of base32. Source: RFC 4648, section 6 */
export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * @param text - base32, with or without padding, in any case
 * @returns the bytes
 * @see RFC 4648, section 6
 */
export function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const digit of text.toUpperCase().replace(/=+$/, '')) {
    value = (value << 5) | BASE32.indexOf(digit);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >>> bits) & 0xff);
    value &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}

/**
 * @param key - the shared secret
 * @param counter - which code
 * @param settings - hash and number of digits
 * @returns the code
 * @see RFC 4226, section 5.3
 */
export function hotp(key: Buffer, counter: number, { hash, digits }: OtpSettings): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac(hash, key).update(message).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** A code that was sent, and when. */
export interface Attempt {
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Step of the latest code that was accepted. */
  readonly spent: number;
}

/** Whether a code is right; the step that it belongs to must not be accepted again. */
export type Verdict =
  | { readonly kind: 'right'; readonly step: number }
  | { readonly kind: 'wrong' | 'replayed' | 'late' };

/**
 * @param key - the shared secret
 * @param attempt - code and time
 * @param settings - how codes are computed
 * @returns what is to be said about the code
 * @see RFC 6238, section 5.2
 */
export function judgeTotp(key: Buffer, { code, now, spent }: Attempt, settings: OtpSettings): Verdict {
  const current = Math.floor(now / 1000 / settings.stepSeconds);
  const reach = settings.tolerance + KNOWN_STEPS;
  for (let distance = 0; distance <= reach; distance++) {
    const step = [current - distance, current + distance].find(
      (each) => each >= 0 && hotp(key, each, settings) === code,
    );
    if (step === undefined) continue;
    if (distance > settings.tolerance) return { kind: 'late' };
    return step <= spent ? { kind: 'replayed' } : { kind: 'right', step };
  }
  return { kind: 'wrong' };
}
