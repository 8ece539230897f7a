import type { Factor } from '../factors/factor.js';
import { fromBase32, type OtpSettings } from '../factors/one-time-password.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';

const HASHES: Readonly<Record<string, string>> = { HMacSHA1: 'sha1', HMacSHA256: 'sha256', HMacSHA512: 'sha512' };
/** What holds for factor profiles that no authenticator tells of. */
const STANDARD: JsonObject = {
  algorithm: 'HMacSHA1',
  encoding: 'hexadecimal',
  passCodeLength: 6,
  timeIntervalInSeconds: 30,
  acceptableAdjacentIntervals: 3,
};

/**
 * How passcodes of a custom one-time password are computed, as the method of its authenticator says.
 *
 * @param org - whose authenticators
 * @param factor - with shared secret and id of its factor profile
 * @returns settings, and the secret decoded
 */
export function customOtpSettings(org: Org, factor: Factor): { readonly settings: OtpSettings; readonly key: Buffer } {
  const method = { ...STANDARD, ...methodFor(org, factor.factorProfileId) };
  const settings: OtpSettings = {
    hash: HASHES[String(method['algorithm'])] ?? 'sha1',
    digits: Number(method['passCodeLength']),
    stepSeconds: Number(method['timeIntervalInSeconds']),
    tolerance: Number(method['acceptableAdjacentIntervals']),
  };
  return { settings, key: decoded(factor.sharedSecret ?? '', String(method['encoding'])) };
}

function methodFor(org: Org, factorProfileId: string | undefined): JsonObject {
  for (const { key, methods } of org.authenticators.values()) {
    if (key !== 'custom_otp') continue;
    const found = methods.find(({ more }) => more['factorProfileId'] === factorProfileId);
    if (found) return found.more;
  }
  return {};
}

function decoded(secret: string, encoding: string): Buffer {
  if (encoding === 'base32') return fromBase32(secret);
  return Buffer.from(secret, encoding === 'base64' ? 'base64' : 'hex');
}
