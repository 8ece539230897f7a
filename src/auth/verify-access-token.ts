import { AccessTokenError } from '../errors/access-token-error.js';
import { OktaError } from '../errors/okta-error.js';

/** What an access token must be to be accepted. */
export interface AccessTokenRules {
  /** Authorization server that must have given it, e.g. `https://acme.okta.com/oauth2/default`. */
  readonly issuer: string;
  /** For whom it must be; not checked if left out. */
  readonly audience?: string | readonly string[];
  /** Scopes that it must have, all of them. */
  readonly scopes?: readonly string[];
  /** Seconds by which the clocks may differ; 30 unless given. */
  readonly clockTolerance?: number;
}

/** What an access token of Okta's says. Source: https://developer.okta.com/docs/api/openapi/okta-oauth/guides/overview/ */
export interface AccessTokenClaims {
  readonly iss?: string;
  readonly aud?: string | string[];
  readonly sub?: string;
  /** Client ID of the app that it was issued to. */
  readonly cid?: string;
  /** Granted scopes. */
  readonly scp?: readonly string[];
  /** Seconds since 1970. */
  readonly exp?: number;
  readonly [claim: string]: unknown;
}

/** Checks one token: gives its claims, or rejects with {@link AccessTokenError}. */
export type VerifyAccessToken = (token: string) => Promise<AccessTokenClaims>;

/** Okta signs with RS256; the others are for other servers. None of them is symmetric. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const TOLERANCE_S = 30;

/**
 * Makes the check of access tokens for an API of your own: signature by the issuer's published keys, issuer, times,
 * audience, scopes. Keys are fetched with the first token and kept; an unknown key ID fetches them again.
 *
 * @param rules - what a token must be
 * @returns the check
 * @throws TypeError if the issuer is not a URL
 * @example
 * ```ts
 * const verify = okta.verifyAccessToken({ issuer, audience: 'api://default', scopes: ['orders.read'] });
 * const claims = await verify(request.headers.authorization.slice('Bearer '.length));
 * ```
 * @see RFC 9068, section 4, and https://developer.okta.com/docs/guides/validate-access-tokens/
 */
export function verifyAccessToken(rules: AccessTokenRules): VerifyAccessToken {
  const { issuer, audience, scopes = [], clockTolerance = TOLERANCE_S } = rules;
  const base = issuer.replace(/\/+$/, '');
  if (!URL.canParse(base)) throw new TypeError('`issuer` must be the URL of an authorization server');
  const keysOf = once(() => publishedKeys(base));
  const expected = {
    issuer: base,
    clockTolerance,
    algorithms: ALGORITHMS,
    ...(audience && { audience: [audience].flat() }),
  };
  return async (token) => {
    const { jwtVerify } = await import('./jose/verify.js');
    const keys = await keysOf();
    const { payload } = await jwtVerify(token, keys, expected).catch(refuse);
    checkClaims(payload, scopes);
    return payload as AccessTokenClaims;
  };
}

/** Remembers what was got; asks again after a failure. */
function once<T>(get: () => Promise<T>): () => Promise<T> {
  let pending: Promise<T> | undefined;
  return () => {
    pending ??= get().catch((error) => {
      pending = undefined;
      throw error;
    });
    return pending;
  };
}

const TIMEOUT_MS = 10_000;

async function publishedKeys(issuer: string) {
  const { createRemoteJWKSet } = await import('./jose/verify.js');
  const url = `${issuer}/.well-known/openid-configuration`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const { jwks_uri: address } = (await response.json()) as { jwks_uri?: unknown };
    return createRemoteJWKSet(new URL(String(address)), { timeoutDuration: TIMEOUT_MS });
  } catch (cause) {
    throw new OktaError('OKTA_KEYS_UNAVAILABLE', `No keys of the issuer: ${url} did not say where they are`, { cause });
  }
}

/** Codes of jose that are about the token; all others are about getting the keys. */
const ABOUT_TOKEN = /^ERR_(?:JWT_|JWS_|JWKS_NO_MATCHING_KEY|JOSE_ALG_NOT_ALLOWED|JOSE_NOT_SUPPORTED)/;

function refuse(cause: unknown): never {
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  if (!ABOUT_TOKEN.test(code)) {
    throw new OktaError('OKTA_KEYS_UNAVAILABLE', 'The keys of the issuer could not be fetched', { cause });
  }
  throw new AccessTokenError('invalid_token', `is not valid: ${message}`, { cause });
}

function checkClaims(payload: AccessTokenClaims, scopes: readonly string[]): void {
  // Whoever holds only the token must not be able to use it. Source: RFC 9449, section 7.1
  if (payload['cnf'] !== undefined) throw new AccessTokenError('invalid_token', 'is bound to a key (DPoP)');
  const granted = scopesOf(payload);
  const missing = scopes.filter((scope) => !granted.includes(scope));
  if (missing.length > 0) throw new AccessTokenError('insufficient_scope', `lacks ${missing.join(' ')}`, { scopes });
}

/** Okta has a list, other servers a text. Source: RFC 8693, section 4.2 */
function scopesOf({ scp, scope }: AccessTokenClaims & { scope?: unknown }): readonly string[] {
  if (Array.isArray(scp)) return scp;
  return typeof scope === 'string' ? scope.split(' ') : [];
}
