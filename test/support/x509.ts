import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** Who a certificate is for, and what it may be used for. */
export interface CertificateRequest {
  readonly name: string;
  readonly extensions: readonly Uint8Array[];
  /** Who signs; the certificate itself if nobody does. */
  readonly signer?: Certified;
}

/** A certificate and its key. */
export interface Certified {
  readonly name: string;
  readonly privateKey: KeyObject;
  /** In PEM. */
  readonly certificate: string;
}

const ECDSA_WITH_SHA256 = oid('1.2.840.10045.4.3.2');
const COMMON_NAME = oid('2.5.4.3');
const DAY_MS = 86_400_000;

/**
 * Makes a key and a certificate for it, valid from yesterday to tomorrow.
 *
 * @param request - for whom
 * @returns both
 * @see RFC 5280, section 4.1
 */
export function certify({ name, extensions, signer }: CertificateRequest): Certified {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content = sequence(
    tagged(0xa0, integer(Uint8Array.of(2))),
    integer(Uint8Array.of(1, ...randomBytes(15))),
    sequence(ECDSA_WITH_SHA256),
    nameOf(signer?.name ?? name),
    sequence(time(Date.now() - DAY_MS), time(Date.now() + DAY_MS)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', content, signer?.privateKey ?? privateKey);
  const bytes = sequence(content, sequence(ECDSA_WITH_SHA256), tagged(0x03, Uint8Array.of(0), signature));
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  const certificate = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  return { name, privateKey, certificate };
}

/** The certificate may sign others. */
export const AUTHORITY = extension('2.5.29.19', sequence(Uint8Array.of(0x01, 1, 0xff)));

/** What the certificate may prove: that somebody is a server, or a client. */
export const PURPOSES = {
  server: extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
  client: extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.2'))),
};

/**
 * @param host - name of a server
 * @param address - its IPv4 address
 * @returns extension that says so
 */
export function reachableAs(host: string, address: string): Uint8Array {
  const bytes = Uint8Array.from(address.split('.').map(Number));
  return extension('2.5.29.17', sequence(tagged(0x82, Buffer.from(host)), tagged(0x87, bytes)));
}

function extension(id: string, value: Uint8Array): Uint8Array {
  return sequence(oid(id), tagged(0x04, value));
}

function nameOf(commonName: string): Uint8Array {
  return sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, Buffer.from(commonName)))));
}

function time(milliseconds: number): Uint8Array {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, '').slice(0, 14);
  return tagged(0x18, Buffer.from(`${digits}Z`));
}

/** Unsigned; the first byte below 128. */
function integer(bytes: Uint8Array): Uint8Array {
  return tagged(0x02, bytes);
}

function oid(text: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  return tagged(0x06, Uint8Array.of(first * 40 + second, ...rest.flatMap(inSevenBits)));
}

/** All but the last byte have the highest bit set. */
function inSevenBits(value: number): number[] {
  const bytes = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) bytes.unshift((left % 128) + 128);
  return bytes;
}

function sequence(...contents: readonly Uint8Array[]): Uint8Array {
  return tagged(0x30, ...contents);
}

/** @see ITU-T X.690, section 8.1 */
function tagged(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Uint8Array.of(tag, ...size), content]);
}
