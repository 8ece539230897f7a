import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { isObject, type JsonObject } from '../org/json.js';

/** A signed token, taken apart but not verified. */
export interface Jwt {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** What the signature is made over. */
  readonly signed: string;
  readonly signature: Buffer;
}

interface Algorithm {
  readonly hash: string;
  /** Type of the key, `oct` for a shared secret. */
  readonly kty: 'RSA' | 'EC' | 'oct';
  readonly crv?: string;
}

/** Source: RFC 7518, section 3.1 */
const algorithms: Readonly<Record<string, Algorithm>> = {
  RS256: { hash: 'sha256', kty: 'RSA' },
  RS384: { hash: 'sha384', kty: 'RSA' },
  RS512: { hash: 'sha512', kty: 'RSA' },
  ES256: { hash: 'sha256', kty: 'EC', crv: 'P-256' },
  ES384: { hash: 'sha384', kty: 'EC', crv: 'P-384' },
  ES512: { hash: 'sha512', kty: 'EC', crv: 'P-521' },
  HS256: { hash: 'sha256', kty: 'oct' },
  HS384: { hash: 'sha384', kty: 'oct' },
  HS512: { hash: 'sha512', kty: 'oct' },
};

/** Algorithms that need a key pair. */
export const keyAlgorithms = Object.keys(algorithms).filter((name) => algorithms[name]?.kty !== 'oct');
/** Algorithms that need a shared secret. */
export const secretAlgorithms = Object.keys(algorithms).filter((name) => algorithms[name]?.kty === 'oct');

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * @param text - compact serialization
 * @returns its parts, `undefined` if it is no signed token
 * @see RFC 7515, section 7.1
 */
export function parseJwt(text: string): Jwt | undefined {
  if (!COMPACT.test(text)) return undefined;
  const [head = '', body = '', signature = ''] = text.split('.');
  const [header, payload] = [jsonIn(head), jsonIn(body)];
  if (header === undefined || payload === undefined) return undefined;
  return { header, payload, signed: `${head}.${body}`, signature: Buffer.from(signature, 'base64url') };
}

function jsonIn(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Signs with RS256.
 *
 * @param key - private RSA key
 * @param header - of the token; `alg` is added
 * @param payload - the claims
 * @returns compact serialization
 */
export function signJwt(key: JsonWebKey, header: JsonObject, payload: JsonObject): string {
  const signed = [{ ...header, alg: 'RS256' }, payload].map(encoded).join('.');
  const signature = sign('sha256', Buffer.from(signed), createPrivateKey({ key, format: 'jwk' }));
  return `${signed}.${signature.toString('base64url')}`;
}

function encoded(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/**
 * @param jwt - a token
 * @param key - public key; whatever it holds, nothing is thrown
 * @returns whether the key has signed it, by the algorithm that the token names
 */
export function isSignedBy({ header, signed, signature }: Jwt, key: JsonObject): boolean {
  const algorithm = algorithmOf(header);
  if (algorithm === undefined || algorithm.kty !== key['kty'] || algorithm.crv !== curveOf(key)) return false;
  try {
    const publicKey = createPublicKey({ key: publicPart(key), format: 'jwk' });
    return verify(algorithm.hash, Buffer.from(signed), { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}

function curveOf({ kty, crv }: JsonObject): unknown {
  return kty === 'EC' ? crv : undefined;
}

/** Members that make up a public key, in the order of a thumbprint. Source: RFC 7638, section 3.2 */
function publicPart({ kty, crv, e, n, x, y }: JsonObject): JsonWebKey {
  const members = kty === 'EC' ? { crv, kty, x, y } : { e, kty, n };
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));
}

/**
 * @param key - a key
 * @returns the text whose hash is the thumbprint of the key
 * @see RFC 7638, section 3
 */
export function thumbprintInput(key: JsonObject): string {
  return JSON.stringify(publicPart(key));
}

/**
 * @param jwt - a token
 * @param secret - shared with who signed it
 * @returns whether the secret was used to sign it
 */
export function isSignedWith({ header, signed, signature }: Jwt, secret: string): boolean {
  const algorithm = algorithmOf(header);
  if (algorithm?.kty !== 'oct') return false;
  const expected = createHmac(algorithm.hash, secret).update(signed).digest();
  return expected.length === signature.length && timingSafeEqual(expected, signature);
}

function algorithmOf({ alg }: JsonObject): Algorithm | undefined {
  return typeof alg === 'string' && Object.hasOwn(algorithms, alg) ? algorithms[alg] : undefined;
}
