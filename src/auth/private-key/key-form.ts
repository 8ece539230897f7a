/** JOSE algorithms that Okta takes for client assertions, and Ed25519. Source: RFC 7518, section 3.1, and RFC 8037 */
export type SigningAlgorithm =
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'EdDSA';

/** A private key as JWK. Source: RFC 7517 and RFC 7518, section 6 */
export interface PrivateJwk {
  readonly kty?: string;
  readonly kid?: string;
  readonly alg?: string;
  readonly crv?: string;
  readonly [member: string]: unknown;
}

/** A key that lives elsewhere, e.g. in a KMS or an HSM: it signs what it is given. */
export interface RemoteKey {
  /** Algorithm of the signatures, e.g. `RS256`. */
  readonly alg: string;
  readonly kid?: string;
  /**
   * Signs the input of a JWS.
   *
   * @param input - header and payload, encoded and joined, as ASCII bytes
   * @returns the signature as JOSE has it: for ECDSA both numbers side by side, not DER
   */
  sign(input: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** A key that has been looked at but not loaded; what can be wrong with its form is known not to be. */
export type ReadKey = { readonly kid?: string | undefined; readonly alg: SigningAlgorithm } & (
  | { readonly form: 'jwk'; readonly jwk: PrivateJwk }
  | { readonly form: 'pkcs8'; readonly pem: string }
  | { readonly form: 'loaded'; readonly key: object }
  | { readonly form: 'remote'; readonly remote: RemoteKey }
);

/** What is wrong with a key: names the form that was found and what is accepted, never the key. */
export interface KeyFault {
  readonly reason: string;
}

/** End of every message about a key that cannot be used. */
export const ACCEPTED =
  'accepted are an RSA (2048 bits or more), EC (P-256, P-384, P-521) or Ed25519 private key as JWK (object or JSON), ' +
  'as PEM (PKCS#8, PKCS#1, SEC1), as base64 of one of these or as a path to a file with one, a CryptoKey, a KeyObject, ' +
  'or an object with `alg` and `sign`';

/**
 * @param found - what was found instead, e.g. `is a public key`
 * @returns the fault
 */
export function keyFault(found: string): KeyFault {
  return { reason: `${found}; ${ACCEPTED}` };
}
