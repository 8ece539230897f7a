import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';

/** One value of a DER structure, with its head and bare. */
interface DerValue {
  readonly whole: Buffer;
  readonly content: Buffer;
}

/** What stands in a request for a certificate. */
export interface SigningRequest {
  readonly publicKey: KeyObject;
  /** Whether the key of the request has signed it. */
  readonly isSigned: boolean;
  /** Everything that is asked for, as far as it is legible. */
  readonly text: string;
}

/**
 * @param der - a sequence
 * @returns the values in it
 */
function valuesIn(der: Buffer): readonly DerValue[] {
  const values: DerValue[] = [];
  for (let at = 0; at < der.length; ) {
    const short = der[at + 1] ?? 0;
    const digits = short > 0x7f ? short & 0x7f : 0;
    const length = digits === 0 ? short : der.readUIntBE(at + 2, digits);
    const start = at + 2 + digits;
    values.push({ whole: der.subarray(at, start + length), content: der.subarray(start, start + length) });
    at = start + length;
  }
  return values;
}

/**
 * @param csr - DER in base64
 * @returns the request
 * @see RFC 2986, section 4
 */
export function readSigningRequest(csr: string): SigningRequest {
  const [outer] = valuesIn(Buffer.from(csr, 'base64'));
  const [info, , signature] = valuesIn(outer?.content ?? Buffer.alloc(0));
  const [, , key] = valuesIn(info?.content ?? Buffer.alloc(0));
  if (info === undefined || signature === undefined || key === undefined) throw new Error('Not a request');
  const publicKey = createPublicKey({ key: key.whole, format: 'der', type: 'spki' });
  return {
    publicKey,
    isSigned: verify('sha256', info.whole, publicKey, signature.content.subarray(1)),
    text: info.whole.toString('latin1'),
  };
}

/**
 * Makes a certificate for a key, as an authority would; only that its signature is no good.
 *
 * @param other - certificate of another RSA key of the same length, DER in base64
 * @param publicKey - whose certificate it is to be
 * @returns the DER
 */
export function certificateFor(other: string, publicKey: KeyObject): Buffer {
  const der = Buffer.from(other, 'base64');
  const former = new X509Certificate(der).publicKey.export({ type: 'spki', format: 'der' });
  const at = der.indexOf(former);
  publicKey.export({ type: 'spki', format: 'der' }).copy(der, at);
  return der;
}
