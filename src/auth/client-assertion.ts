import type { SignJwt } from './sign-jwt.js';

/** What an assertion says. */
export interface Assertion {
  readonly clientId: string;
  /** Whom it is for. */
  readonly audience: string;
  readonly sign: SignJwt;
  /** Milliseconds since 1970, by the server's clock as far as it is known. */
  readonly nowMs: number;
}

/** Okta takes up to an hour; what leaks is to be useless soon. */
const LIFE_S = 300;

/**
 * Makes a client assertion: a JWT by which a service app proves who it is, good for one request.
 *
 * @param assertion - what it says
 * @returns the JWT
 * @see RFC 7523, section 3, and https://developer.okta.com/docs/api/openapi/okta-oauth/guides/client-auth/
 */
export function clientAssertion({ clientId, audience, sign, nowMs }: Assertion): Promise<string> {
  const iat = Math.floor(nowMs / 1000);
  return sign({ iss: clientId, sub: clientId, aud: audience, iat, exp: iat + LIFE_S, jti: crypto.randomUUID() });
}
