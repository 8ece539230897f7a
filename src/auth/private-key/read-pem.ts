import { type Element, hex, readAll, readElement, TAG, writeElement } from './der.js';
import { type KeyFault, keyFault, type ReadKey, type SigningAlgorithm } from './key-form.js';

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/** What PEM blocks hold that are not unencrypted private keys. */
const OTHERS: Readonly<Record<string, string>> = {
  'ENCRYPTED PRIVATE KEY': 'is an encrypted private key; decrypt it first (openssl pkcs8)',
  'PUBLIC KEY': 'is a public key',
  'RSA PUBLIC KEY': 'is a public key',
  CERTIFICATE: 'is a certificate, not a key',
  'OPENSSH PRIVATE KEY': 'is a key in the format of OpenSSH; convert it first (ssh-keygen -p -m PKCS8)',
};

/** How the DER of each block becomes PKCS#8. */
const FORMATS: Readonly<Record<string, (der: Uint8Array) => Uint8Array | undefined>> = {
  'PRIVATE KEY': (der) => der,
  'RSA PRIVATE KEY': wrapPkcs1,
  'EC PRIVATE KEY': wrapSec1,
};

/**
 * Looks at a key in PEM.
 *
 * @param text - PEM; line breaks may be escaped, or have become spaces, and other blocks may stand beside the key
 * @returns the key as PKCS#8 with its algorithm, or what is wrong with it
 * @see RFC 7468, RFC 5208 (PKCS#8), RFC 8017 appendix A.1.2 (PKCS#1), RFC 5915 (SEC1)
 */
export function readPem(text: string): ReadKey | KeyFault {
  const blocks = [...text.replace(/\\r|\\n/g, '\n').matchAll(BLOCK)];
  const block = blocks.find(([, label = '']) => label in FORMATS) ?? blocks[0];
  if (block === undefined) return keyFault('is PEM that is cut short: the END line is missing or does not fit');
  const [, label = '', content = ''] = block;
  const format = FORMATS[label];
  if (format === undefined) return keyFault(OTHERS[label] ?? `is PEM with a ${label.toLowerCase()}`);
  if (/ENCRYPTED/.test(content)) return keyFault('is an encrypted private key; decrypt it first (openssl pkcs8)');
  const der = fromBase64(content);
  const whole = der && readElement(der);
  if (der === undefined || whole?.tag !== TAG.sequence || whole.end !== der.length)
    return keyFault('is PEM whose content is damaged or cut short');
  const pkcs8 = format(der);
  return pkcs8 === undefined ? keyFault('is PEM whose content is not the key that its label says') : readPkcs8(pkcs8);
}

/**
 * @param text - base64, white space allowed
 * @returns the bytes, `undefined` if it is none
 */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const OIDS = { rsa: '2a864886f70d010101', ec: '2a8648ce3d0201', ed25519: '2b6570' } as const;

const CURVES: Readonly<Record<string, SigningAlgorithm>> = {
  '2a8648ce3d030107': 'ES256',
  '2b81040022': 'ES384',
  '2b81040023': 'ES512',
};

const VERSION_0 = Uint8Array.of(TAG.integer, 1, 0);
const NULL = Uint8Array.of(0x05, 0);
const SMALLEST_MODULUS_BYTES = 256;

function readPkcs8(pkcs8: Uint8Array): ReadKey | KeyFault {
  const [, algorithm, key] = innerOf(pkcs8) ?? [];
  const [oid, parameter] = (algorithm && readAll(algorithm.content)) ?? [];
  if (oid?.tag !== TAG.oid || key?.tag !== TAG.octets)
    return keyFault('is PEM whose content is not a PKCS#8 private key');
  const alg = algorithmOf(hex(oid.content), parameter);
  if (alg === undefined) return keyFault('is a private key of another kind or on another curve');
  if (alg === 'RS256' && modulusBytes(key.content) < SMALLEST_MODULUS_BYTES)
    return keyFault('is an RSA key that is too short');
  return { form: 'pkcs8', pem: pemOf(pkcs8), alg };
}

function algorithmOf(oid: string, parameter: Element | undefined): SigningAlgorithm | undefined {
  if (oid === OIDS.rsa) return 'RS256';
  if (oid === OIDS.ed25519) return 'EdDSA';
  return oid === OIDS.ec && parameter !== undefined ? CURVES[hex(parameter.content)] : undefined;
}

/** A leading zero says only that the number is positive. */
function modulusBytes(pkcs1: Uint8Array): number {
  const [, modulus] = innerOf(pkcs1) ?? [];
  const bytes = modulus?.content ?? new Uint8Array();
  return bytes[0] === 0 ? bytes.length - 1 : bytes.length;
}

function innerOf(der: Uint8Array): Element[] | undefined {
  const whole = readElement(der);
  return whole && readAll(whole.content);
}

function wrapPkcs1(der: Uint8Array): Uint8Array | undefined {
  const parts = innerOf(der);
  const isKey = parts !== undefined && parts.length >= 9 && parts.every(({ tag }) => tag === TAG.integer);
  return isKey ? wrap(der, oidOf(OIDS.rsa), NULL) : undefined;
}

/** SEC1 names the curve inside the key, PKCS#8 outside. */
function wrapSec1(der: Uint8Array): Uint8Array | undefined {
  const parameters = innerOf(der)?.find(({ tag }) => tag === TAG.first);
  return parameters && wrap(der, oidOf(OIDS.ec), parameters.content);
}

function wrap(key: Uint8Array, oid: Uint8Array, parameters: Uint8Array): Uint8Array {
  const algorithm = writeElement(TAG.sequence, oid, parameters);
  return writeElement(TAG.sequence, VERSION_0, algorithm, writeElement(TAG.octets, key));
}

function oidOf(digits: string): Uint8Array {
  return writeElement(
    TAG.oid,
    Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
  );
}

function pemOf(der: Uint8Array): string {
  const lines = btoa(String.fromCharCode(...der)).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'].join('\n');
}
