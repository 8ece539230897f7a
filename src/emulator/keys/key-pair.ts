import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Org } from '../org/org.js';

/** The two halves of a key. */
export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/**
 * @param org - which remembers the keys that it made
 * @param name - id of what the key is for
 * @returns a real RSA key of 2048 bits, always the same for a name
 */
export function keyPairFor({ keyPairs }: Org, name: string): KeyPair {
  const privateKey = createPrivateKey({ key: keyPairs.of(name), format: 'jwk' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
