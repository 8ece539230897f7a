import type { App } from '../apps/app.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import { clientIdOf } from './client.js';
import { isSignedBy, isSignedWith, type Jwt, parseJwt } from './jwt.js';
import { refuse } from './oauth-error.js';
import { isFirstUse } from './replays.js';

const LONGEST_LIFE_S = 3600;
const SKEW_S = 60;

/**
 * @param text - the `client_assertion`
 * @returns the token, not verified yet
 * @throws Refusal `invalid_client` if it is none
 */
export function parseAssertion(text: string): Jwt {
  const jwt = parseJwt(text);
  if (jwt === undefined) throw refuse('invalid_client', "The parameter 'client_assertion' is not a signed JWT.");
  return jwt;
}

/** What an assertion is checked against. */
export interface AssertionRules {
  readonly app: App;
  /** Public keys of the client. */
  readonly keys: readonly JsonObject[];
  /** Secrets of the client, if it signs with those. */
  readonly secrets: readonly string[];
  /** Any of these must be the audience. */
  readonly audiences: readonly string[];
}

/**
 * Checks the token by which a client proves who it is, and remembers that it was used.
 *
 * @param org - whose clock holds
 * @param jwt - the token
 * @param rules - what it is checked against
 * @throws Refusal `invalid_client` that says what is wrong
 * @see RFC 7523, section 3
 * @see https://developer.okta.com/docs/api/openapi/okta-oauth/guides/client-auth/
 */
export function checkAssertion(org: Org, jwt: Jwt, { app, keys, secrets, audiences }: AssertionRules): void {
  const isSigned = isSignedByOne(jwt, keys) || secrets.some((secret) => isSignedWith(jwt, secret));
  if (!isSigned) throw refuse('invalid_client', 'The signature of the client_assertion is wrong.');
  const { payload } = jwt;
  checkNames(payload, String(clientIdOf(app)));
  checkAudience(payload, audiences);
  checkTimes(org, payload);
  checkFirstUse(org, payload);
}

/** A key that the token names must be there; without a name any will do. */
function isSignedByOne(jwt: Jwt, keys: readonly JsonObject[]): boolean {
  const { kid } = jwt.header;
  const candidates = kid === undefined ? keys : keys.filter((key) => key['kid'] === kid || key['kid'] === undefined);
  return candidates.some((key) => isSignedBy(jwt, key));
}

function checkNames({ iss, sub }: JsonObject, clientId: string): void {
  if (iss !== clientId)
    throw refuse('invalid_client', "The claim 'iss' of the client_assertion must be the client_id.");
  if (sub !== clientId)
    throw refuse('invalid_client', "The claim 'sub' of the client_assertion must be the client_id.");
}

function checkAudience({ aud }: JsonObject, audiences: readonly string[]): void {
  const named: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (audiences.some((audience) => named.includes(audience))) return;
  throw refuse('invalid_client', `The claim 'aud' of the client_assertion must be '${audiences[0]}'.`);
}

function checkTimes({ clock }: Org, { exp, iat }: JsonObject): void {
  const now = clock.now() / 1000;
  if (typeof exp !== 'number') throw refuse('invalid_client', "The client_assertion needs the claim 'exp'.");
  if (exp <= now) throw refuse('invalid_client', 'The client_assertion has expired.');
  if (exp > now + LONGEST_LIFE_S) {
    throw refuse('invalid_client', 'The client_assertion must not be valid for more than one hour.');
  }
  if (iat === undefined || (typeof iat === 'number' && iat <= now + SKEW_S)) return;
  throw refuse('invalid_client', "The claim 'iat' of the client_assertion must not be in the future.");
}

function checkFirstUse(org: Org, { jti, iss, exp }: JsonObject): void {
  if (jti === undefined) return;
  if (isFirstUse(org, { name: `assertion ${iss} ${jti}`, until: Number(exp) })) return;
  throw refuse('invalid_client', 'The client_assertion was used before.');
}
