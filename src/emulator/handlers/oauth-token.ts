import type { Answer } from '../answers/answer.js';
import type { App } from '../apps/app.js';
import { serverTarget } from '../authorization-servers/server-store.js';
import type { Call, Handler } from '../call.js';
import { recordEvent } from '../log/record-event.js';
import { type AccessToken, type Grant, issueAccessToken } from '../oauth/access-token.js';
import { mayUseClientCredentials } from '../oauth/client.js';
import { type AuthenticatedClient, authenticateClient } from '../oauth/client-authentication.js';
import { CLIENT_CREDENTIALS, customGrant, orgGrant } from '../oauth/decide-grant.js';
import { type Form, formOf } from '../oauth/form.js';
import { type Issuer, issuerOf } from '../oauth/issuer.js';
import { type OAuthErrorCode, OAuthRefusal, refuse } from '../oauth/oauth-error.js';
import { nonceHeader, tokenProof } from '../oauth/token-proof.js';

/**
 * The token endpoint of the org and of custom authorization servers, for clients that act by themselves.
 *
 * @param call - the request
 * @returns the token
 * @throws Refusal with one of the errors of RFC 6749, section 5.2
 */
export const issueToken: Handler = async (call) => {
  const form = formOf(call);
  checkGrantType(form);
  const { url, endpoints } = issuerOf(call);
  const client = await authenticateClient(call, { form, audiences: [`${endpoints}/token`, url] });
  const issuer = issuerOf(call);
  try {
    return grantToken(call, issuer, { client, form });
  } catch (error) {
    if (error instanceof OAuthRefusal) recordRefusal(call, issuer, { app: client.app, error: error.error });
    throw error;
  }
};

function grantToken(call: Call, issuer: Issuer, asked: Asked): Answer {
  const { app } = asked.client;
  if (!mayUseClientCredentials(app)) {
    throw refuse('unauthorized_client', `The client is not allowed to use the grant '${CLIENT_CREDENTIALS}'.`);
  }
  const jkt = tokenProof(call, app);
  const grant = { ...grantFrom(call, issuer, asked), jkt };
  const token = issueAccessToken(call.org, issuer, grant);
  recordGrant(call, issuer, { grant, token });
  return tokenAnswer(call, grant, token);
}

function checkGrantType(form: Form): void {
  const type = form.get('grant_type');
  if (type === undefined) throw refuse('invalid_request', "The parameter 'grant_type' is missing.");
  if (type === CLIENT_CREDENTIALS) return;
  throw refuse('unsupported_grant_type', `The only grant that the emulator supports is '${CLIENT_CREDENTIALS}'.`);
}

interface Asked {
  readonly client: AuthenticatedClient;
  readonly form: Form;
}

function grantFrom({ org }: Call, { server, url }: Issuer, asked: Asked): Grant {
  if (server) return customGrant(org, server, asked);
  return { ...orgGrant(org, asked.client, asked.form), audience: url };
}

interface Issued {
  readonly grant: Grant;
  readonly token: AccessToken;
}

function recordGrant(call: Call, { server }: Issuer, { grant, token }: Issued): void {
  const target = { id: token.jti, type: 'access_token', alternateId: 'unknown', displayName: 'Access Token' };
  const asClient = { ...call, caller: { app: grant.app } };
  if (server) recordEvent(asClient, 'app.oauth2.as.token.grant.access_token', [serverTarget(server), target]);
  else recordEvent(asClient, 'app.oauth2.token.grant.access_token', [target]);
}

interface Refused {
  readonly app: App;
  readonly error: OAuthErrorCode;
}

/** Being told the nonce is part of a request that goes well. */
function recordRefusal(call: Call, { server }: Issuer, { app, error }: Refused): void {
  if (error === 'use_dpop_nonce') return;
  const event = server ? 'app.oauth2.as.token.grant' : 'app.oauth2.token.grant';
  const targets = server ? [serverTarget(server)] : [];
  recordEvent({ ...call, caller: { app } }, event, targets, { result: 'FAILURE', reason: error });
}

function tokenAnswer(call: Call, { lifetimeS, scopes, jkt }: Grant, { text }: AccessToken): Answer {
  const body = {
    token_type: jkt === undefined ? 'Bearer' : 'DPoP',
    expires_in: lifetimeS,
    access_token: text,
    scope: scopes.join(' '),
  };
  return { status: 200, body, headers: jkt === undefined ? {} : nonceHeader(call) };
}
