import type { JsonWebKey } from 'node:crypto';
import { BASE64URL, randomText } from '../org/chance.js';
import { nowIn, type Org } from '../org/org.js';

/** Stands for the org's own authorization server where others have their id. */
export const ORG_SERVER = 'org';

/** A key with which an authorization server signs, signed, or will sign. */
export interface SigningKey {
  readonly kid: string;
  readonly status: 'ACTIVE' | 'NEXT' | 'EXPIRED';
  readonly created: string;
  /** The private key, once it was needed. */
  readonly pair?: JsonWebKey;
}

/** A signing key of which the private part is there. */
export type MadeKey = SigningKey & { readonly pair: JsonWebKey };

const KID_LENGTH = 43;
const ORDER = ['ACTIVE', 'NEXT', 'EXPIRED'];

/**
 * Names a new key of a server; the key itself is made when it is needed.
 *
 * @param org - where to
 * @param serverId - whose key
 * @param status - of the key
 * @returns the key
 */
export function addSigningKey(org: Org, serverId: string, status: SigningKey['status']): SigningKey {
  const key = { kid: randomText(org.chance, KID_LENGTH, BASE64URL), status, created: nowIn(org) };
  org.signingKeys.set(serverId, key.kid, key);
  return key;
}

/**
 * @param org - where to look
 * @param serverId - whose keys
 * @returns the active key first, then the next, then expired ones
 */
export function signingKeys(org: Org, serverId: string): readonly SigningKey[] {
  const keys = [...org.signingKeys.values(serverId)];
  return keys.sort((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status));
}

/**
 * @param org - where to look
 * @param serverId - an authorization server
 * @returns the key that it signs with
 */
export function activeKey(org: Org, serverId: string): SigningKey {
  const key = signingKeys(org, serverId).find(({ status }) => status === 'ACTIVE');
  if (key === undefined) throw new Error(`The authorization server ${serverId} has no active key`);
  return key;
}

/**
 * @param org - remembers the private key
 * @param serverId - whose key
 * @param key - the key
 * @returns the key with its private part
 */
export function madeKey(org: Org, serverId: string, key: SigningKey): MadeKey {
  if (key.pair) return { ...key, pair: key.pair };
  const made = { ...key, pair: org.keyPairs.of(key.kid) };
  org.signingKeys.set(serverId, key.kid, made);
  return made;
}

/**
 * The public part of a key.
 *
 * @param key - the key
 * @returns a JSON Web Key
 * @see RFC 7517, section 4
 */
export function publicKey({ kid, pair: { n, e } }: MadeKey) {
  return { kty: 'RSA', alg: 'RS256', kid, use: 'sig', e, n };
}

/**
 * Makes the next key the active one, and the active one expired.
 *
 * @param org - where to
 * @param serverId - whose keys
 */
export function rotateKeys(org: Org, serverId: string): void {
  for (const key of signingKeys(org, serverId)) {
    if (key.status === 'EXPIRED') org.signingKeys.delete(serverId, key.kid);
    else org.signingKeys.set(serverId, key.kid, { ...key, status: key.status === 'NEXT' ? 'ACTIVE' : 'EXPIRED' });
  }
  addSigningKey(org, serverId, 'NEXT');
}
