import { type KeyObject, sign } from 'node:crypto';
import { bitString, nothing, objectIdentifier, sequence } from './der.js';

/** How certificates and requests for them are signed. Source: RFC 4055, section 5 */
export const SHA256_WITH_RSA = sequence(objectIdentifier('1.2.840.113549.1.1.11'), nothing());

/**
 * Puts a signature behind what is signed, as certificates and requests for them do.
 *
 * @param content - DER
 * @param privateKey - an RSA key
 * @returns the DER of both
 */
export function signed(content: Buffer, privateKey: KeyObject): Buffer {
  return sequence(content, SHA256_WITH_RSA, bitString(sign('sha256', content, privateKey)));
}

/**
 * @param publicKey - any key
 * @returns the DER of its `SubjectPublicKeyInfo`
 */
export function publicKeyDer(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' });
}
