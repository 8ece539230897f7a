import { type KeyFault, keyFault, type PrivateJwk, type ReadKey, type SigningAlgorithm } from './key-form.js';

/** What a JWK of each type must have, and the algorithms it can sign with; the first is the usual one. */
const TYPES: Readonly<Record<string, { readonly members: readonly string[]; readonly algorithms: AlgorithmsOf }>> = {
  RSA: {
    members: ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'],
    algorithms: () => ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  },
  EC: { members: ['crv', 'x', 'y', 'd'], algorithms: ({ crv = '' }) => CURVES[crv] ?? [] },
  OKP: { members: ['crv', 'x', 'd'], algorithms: ({ crv }) => (crv === 'Ed25519' ? ['EdDSA'] : []) },
};

type AlgorithmsOf = (jwk: PrivateJwk) => readonly SigningAlgorithm[];

const CURVES: Readonly<Record<string, readonly SigningAlgorithm[]>> = {
  'P-256': ['ES256'],
  'P-384': ['ES384'],
  'P-521': ['ES512'],
};

/** Base64url letters of the modulus of 2048 bits. */
const SMALLEST_MODULUS = 341;

/**
 * Looks at a JWK.
 *
 * @param jwk - parsed
 * @returns the key with its algorithm and `kid`, or what is wrong with it
 * @see RFC 7518, section 6
 */
export function readJwk(jwk: PrivateJwk): ReadKey | KeyFault {
  if (Array.isArray(jwk['keys'])) return keyFault('is a JWK set; give one of its keys');
  const type = TYPES[String(jwk.kty)];
  if (type === undefined) return keyFault(`is a JWK of the type ${nameOf(jwk.kty)}`);
  if (jwk['d'] === undefined) return keyFault('is a JWK without its private part');
  const missing = type.members.filter((name) => typeof jwk[name] !== 'string' || jwk[name] === '');
  if (missing.length > 0) return keyFault(`is a JWK that lacks ${missing.join(', ')}`);
  if (jwk.kty === 'RSA' && String(jwk['n']).length < SMALLEST_MODULUS)
    return keyFault('is an RSA key that is too short');
  const algorithms = type.algorithms(jwk);
  const alg = jwk.alg === undefined ? algorithms[0] : algorithms.find((known) => known === jwk.alg);
  if (alg === undefined)
    return keyFault(`is a JWK with an algorithm or curve that does not fit (${nameOf(jwk.alg ?? jwk.crv)})`);
  return { form: 'jwk', jwk, alg, kid: typeof jwk.kid === 'string' ? jwk.kid : undefined };
}

/** Only what looks like a name is repeated: somebody may have put the key there. */
function nameOf(value: unknown): string {
  return typeof value === 'string' && /^[\w-]{1,16}$/.test(value) ? value : 'unknown';
}
