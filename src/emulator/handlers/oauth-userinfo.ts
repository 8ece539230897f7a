import { ok } from '../answers/answer.js';
import { Refusal } from '../answers/refusal.js';
import type { Handler } from '../call.js';
import { readAccessToken } from '../oauth/access-token.js';
import { issuerOf } from '../oauth/issuer.js';
import { userClaims } from '../oauth/user-claims.js';

const BEARER = /^Bearer +(\S+)$/i;

/**
 * Tells a client about the user who signed in.
 *
 * @param call - the request, with an access token that has the scope `openid`
 * @returns the claims that the scopes of the token bring
 * @throws Refusal 401 for a token that does not hold, 403 for one without the scope
 * @see https://openid.net/specs/openid-connect-core-1_0.html#UserInfo
 */
export const userInfo: Handler = (call) => {
  const [, text = ''] = BEARER.exec(call.headers['authorization']?.trim() ?? '') ?? [];
  const token = readAccessToken(call.org, issuerOf(call).id, text);
  if (token === undefined) throw refusal(401, 'invalid_token', 'The access token is missing, expired or revoked.');
  if (token.user === undefined || !token.scopes.includes('openid')) {
    throw refusal(403, 'insufficient_scope', "The access token needs the scope 'openid'.");
  }
  return ok({ sub: token.user.id, ...userClaims(token.user, token.scopes) });
};

/** Source: RFC 6750, section 3 */
function refusal(status: number, error: string, description: string): Refusal {
  const challenge = `Bearer error="${error}", error_description="${description}"`;
  return new Refusal({ status, headers: { 'WWW-Authenticate': challenge } });
}
