import type { Fail } from './encode.js';
import type { EncodedBody } from './multipart.js';

const PEM_ARMOUR = '-----BEGIN ';
const BASE64 = /^[A-Za-z0-9+/_\-=\s]+$/;
/** ASN.1 SEQUENCE, the first byte of every DER certificate. Source: RFC 5280, section 4.1. */
const DER_SEQUENCE = 0x30;

/**
 * Chooses the media type of an X.509 certificate by looking at it. The bytes go out unchanged.
 *
 * @param bytes - PEM text, DER, or DER in base64
 * @param fail - makes the error for anything else
 * @returns the bytes and the headers that describe them
 * @see RFC 7468 (PEM) and RFC 2585, section 4.1 (application/pkix-cert)
 */
export function encodeCertificate(bytes: Uint8Array, fail: Fail): EncodedBody {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte))
    .join('')
    .trimStart();
  if (text.startsWith(PEM_ARMOUR)) return { body: bytes, headers: { 'Content-Type': 'application/x-pem-file' } };
  const headers = { 'Content-Type': 'application/pkix-cert' };
  if (bytes[0] === DER_SEQUENCE && !BASE64.test(text)) return { body: bytes, headers };
  if (BASE64.test(text)) return { body: bytes, headers: { ...headers, 'Content-Transfer-Encoding': 'base64' } };
  throw fail('must be an X.509 certificate: PEM text, DER bytes, or DER in base64');
}
