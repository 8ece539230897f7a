import { createDecipheriv } from 'node:crypto';
import type { Org } from '../org/org.js';
import type { YubikeyToken } from './yubikey-token.js';

const MODHEX = 'cbdefghijklnrtuv';
const PASSCODE = /^[cbdefghijklnrtuv]{44}$/;
const PUBLIC_ID_LENGTH = 12;
/** What the checksum over the whole comes to if nothing was changed. Source: the Yubico OTP specification */
const INTACT = 0xf0b8;

/** A passcode of a YubiKey, taken apart. */
export interface YubikeyOtp {
  readonly token: YubikeyToken;
  /** Rises from passcode to passcode. */
  readonly counter: number;
}

/**
 * Decrypts a passcode with the secrets that an admin uploaded for the key.
 *
 * @param org - where keys are known
 * @param passCode - 44 characters
 * @returns key and counter; `undefined` if the passcode is of no known key
 * @see https://developers.yubico.com/OTP/OTPs_Explained.html
 */
export function readYubikeyOtp(org: Org, passCode: string): YubikeyOtp | undefined {
  if (!PASSCODE.test(passCode)) return undefined;
  const publicId = passCode.slice(0, PUBLIC_ID_LENGTH);
  const token = [...org.yubikeyTokens.values()].find((each) => each.publicId === publicId);
  if (token === undefined) return undefined;
  const plain = decrypted(token, passCode.slice(PUBLIC_ID_LENGTH));
  if (plain.subarray(0, 6).toString('hex') !== token.privateId.toLowerCase()) return undefined;
  if (checksum(plain) !== INTACT) return undefined;
  return { token, counter: plain.readUInt16LE(6) * 0x100 + plain.readUInt8(11) };
}

function decrypted({ aesKey }: YubikeyToken, modhex: string): Buffer {
  const digits = [...modhex].map((digit) => MODHEX.indexOf(digit).toString(16)).join('');
  const decipher = createDecipheriv('aes-128-ecb', Buffer.from(aesKey, 'hex'), null).setAutoPadding(false);
  return Buffer.concat([decipher.update(Buffer.from(digits, 'hex')), decipher.final()]);
}

function checksum(bytes: Buffer): number {
  let sum = 0xffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0x8408 : sum >>> 1;
  }
  return sum;
}
