import { ok } from '../answers/answer.js';
import type { App } from '../apps/app.js';
import type { Call, Handler } from '../call.js';
import type { Target } from '../log/log-event.js';
import { recordEvent } from '../log/record-event.js';
import { type ReadToken, readAccessToken } from '../oauth/access-token.js';
import { clientIdOf } from '../oauth/client.js';
import { type AuthenticatedClient, authenticateClient } from '../oauth/client-authentication.js';
import { formOf } from '../oauth/form.js';
import { issuerOf } from '../oauth/issuer.js';
import { refuse } from '../oauth/oauth-error.js';
import { refreshTokenOf } from '../oauth/refresh-secret.js';

/**
 * Says whether an access token holds, and what it says.
 *
 * @param call - the request
 * @returns its members, or only that it does not hold
 * @throws Refusal `invalid_client`, `invalid_request`
 * @see RFC 7662, section 2
 */
export const introspectToken: Handler = async (call) => {
  const { token } = await readRequest(call, 'introspect');
  return ok(token ? introspection(token) : { active: false });
};

/**
 * Makes an access token, or a refresh token, of the client invalid. One that is unknown, or of another client, makes no difference.
 *
 * @param call - the request
 * @returns 200 without a body
 * @throws Refusal `invalid_client`, `invalid_request`
 * @see RFC 7009, section 2
 */
export const revokeToken: Handler = async (call) => {
  const { token, client, text } = await readRequest(call, 'revoke');
  const refresh = token ? undefined : refreshTokenOf(call.org, text);
  if (refresh?.clientId === client.clientId) {
    call.org.refreshTokens.delete(refresh.id);
    recordRevocation(call, client.app, { id: refresh.id, type: 'refresh_token', displayName: 'Refresh Token' });
  }
  if (token?.app.id === client.app.id) {
    const jti = String(token.claims['jti']);
    call.org.revokedTokens.set(jti, true);
    recordRevocation(call, client.app, { id: jti, type: 'access_token', displayName: 'Access Token' });
  }
  return { status: 200 };
};

function recordRevocation(call: Call, app: App, target: Omit<Target, 'alternateId'>): void {
  recordEvent({ ...call, caller: { app } }, 'app.oauth2.token.revoke', [{ ...target, alternateId: 'unknown' }]);
}

interface TokenRequest {
  readonly client: AuthenticatedClient;
  readonly text: string;
  readonly token: ReadToken | undefined;
}

async function readRequest(call: Call, endpoint: string): Promise<TokenRequest> {
  const form = formOf(call);
  const { id, url, endpoints } = issuerOf(call);
  const audiences = [`${endpoints}/${endpoint}`, `${endpoints}/token`, url];
  const client = await authenticateClient(call, { form, audiences });
  const text = form.get('token');
  if (text === undefined) throw refuse('invalid_request', "The parameter 'token' is missing.");
  return { client, text, token: readAccessToken(call.org, id, text) };
}

function introspection({ app, user, scopes, jkt, claims }: ReadToken) {
  const { exp, iat, sub, aud, iss, jti } = claims;
  return {
    active: true,
    token_type: jkt === undefined ? 'Bearer' : 'DPoP',
    scope: scopes.join(' '),
    client_id: clientIdOf(app),
    username: sub,
    ...(user && { uid: user.id }),
    exp,
    iat,
    sub,
    aud,
    iss,
    jti,
    ...(jkt !== undefined && { cnf: { jkt } }),
  };
}
