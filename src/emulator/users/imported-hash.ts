import { createHash, pbkdf2Sync } from 'node:crypto';
import { compareSync } from 'bcryptjs';
import type { JsonObject } from '../org/json.js';

/** A hash that another system brought along, taken apart. */
interface Hash {
  readonly value: string;
  readonly salt: string;
  readonly hash: JsonObject;
}

type Comparison = (hash: Hash, password: string) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  BCRYPT: ({ value, salt, hash }, password) => {
    const cost = String(hash['workFactor']).padStart(2, '0');
    return compareSync(password, `$2a$${cost}$${salt}${value}`);
  },
  'SHA-512': plain('sha512'),
  'SHA-256': plain('sha256'),
  'SHA-1': plain('sha1'),
  MD5: plain('md5'),
  PBKDF2: ({ value, salt, hash }, password) => {
    const expected = Buffer.from(value, 'base64');
    const digest = hash['digestAlgorithm'] === 'SHA256_HMAC' ? 'sha256' : 'sha512';
    const iterations = Number(hash['iterationCount']);
    // The length is that of the hash itself, whatever unit the key size was given in.
    return pbkdf2Sync(password, Buffer.from(salt, 'base64'), iterations, expected.length, digest).equals(expected);
  },
};

/** Hash and salt are base64, the password UTF-8. */
function plain(algorithm: string): Comparison {
  return ({ value, salt, hash }, password) => {
    const bytes = Buffer.from(salt, 'base64');
    const parts = [bytes, Buffer.from(password)];
    if (hash['saltOrder'] === 'POSTFIX') parts.reverse();
    return createHash(algorithm).update(Buffer.concat(parts)).digest().equals(Buffer.from(value, 'base64'));
  };
}

/**
 * Compares a password with a hash that another system brought along.
 *
 * @param hash - the `credentials.password.hash` object, checked
 * @param password - in clear
 * @returns whether the hash is of that password
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/ (hashed password)
 */
export function isHashOf(hash: JsonObject, password: string): boolean {
  const parts: Hash = { value: String(hash['value']), salt: String(hash['salt'] ?? ''), hash };
  return comparisons[String(hash['algorithm'])]?.(parts, password) ?? false;
}
