import { Refusal } from '../answers/refusal.js';

/** Why a request to the API is refused that came with an access token. */
export interface Challenge {
  readonly status: 400 | 401 | 403;
  readonly scheme: 'Bearer' | 'DPoP';
  readonly error: 'invalid_token' | 'insufficient_scope' | 'invalid_dpop_proof';
  readonly description: string;
  /** Scopes that would do. */
  readonly scopes: readonly string[];
}

/** The request that is refused. */
export interface Challenged {
  readonly origin: string;
  /** Its path. */
  readonly resource: string;
}

/**
 * Makes the answer that has no body, only a header that says why.
 *
 * @param request - what is refused
 * @param challenge - why
 * @returns the answer, to be thrown
 * @see RFC 6750, section 3, and RFC 9449, section 7.1
 */
export function challenge({ origin, resource }: Challenged, why: Challenge): Refusal {
  const parameters = [
    ['authorization_uri', `${origin}/oauth2/v1/authorize`],
    ['realm', origin],
    ['scope', why.scopes.join(' ')],
    ['error', why.error],
    ['error_description', why.description],
    ['resource', resource],
  ];
  const text = parameters.map(([name, value]) => `${name}="${value}"`).join(', ');
  return new Refusal({ status: why.status, headers: { 'WWW-Authenticate': `${why.scheme} ${text}` } });
}
