import { X509Certificate } from 'node:crypto';
import { invalid } from '../answers/fault.js';
import type { Call } from '../call.js';

const PEM = '-----BEGIN';
const BASE64 = /^[A-Za-z0-9+/=\s]+$/;

/**
 * Reads the certificate that a request brings: DER, PEM, or DER in base64, whatever its content type calls it.
 *
 * @param call - the request
 * @returns the certificate
 * @throws Fault `E0000001` if it is none, or not for an RSA key
 */
export function certificateIn({ sent = '' }: Call): X509Certificate {
  return certificateFrom(typeof sent === 'string' ? Buffer.from(sent, 'latin1') : Buffer.from(sent), ['rsa']);
}

/**
 * @param bytes - DER, PEM, or DER in base64
 * @param types - of keys that it may be for, as `node:crypto` calls them
 * @returns the certificate
 * @throws Fault `E0000001` if it is none, or for another type of key
 */
export function certificateFrom(bytes: Buffer, types: readonly string[]): X509Certificate {
  const certificate = parsed(derOrPem(bytes));
  const type = certificate?.publicKey.asymmetricKeyType;
  if (certificate && type !== undefined && types.includes(type)) return certificate;
  throw invalid('certificate', 'The certificate is malformed, or not for a key of a supported type');
}

function derOrPem(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  return !text.includes(PEM) && BASE64.test(text) ? Buffer.from(text, 'base64') : bytes;
}

function parsed(bytes: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(bytes);
  } catch {
    return undefined;
  }
}
