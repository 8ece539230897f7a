import { createHmac } from 'node:crypto';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Computes what an authenticator app would show, by RFC 6238 and in another way than the emulator does.
 *
 * @param secret - base32, without padding
 * @param now - milliseconds since 1970
 * @returns six digits
 */
export function passcodeAt(secret: string, now: number): string {
  const bits = [...secret].map((digit) => DIGITS.indexOf(digit).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const counter = Math.floor(now / 30_000)
    .toString(16)
    .padStart(16, '0');
  const mac = createHmac('sha1', Buffer.from(bytes)).update(Buffer.from(counter, 'hex')).digest('hex');
  const at = Number.parseInt(mac.slice(-1), 16) * 2;
  const value = BigInt(`0x${mac.slice(at, at + 8)}`) & 0x7fffffffn;
  return value.toString().slice(-6).padStart(6, '0');
}
