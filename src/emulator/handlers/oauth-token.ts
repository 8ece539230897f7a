import type { Answer } from '../answers/answer.js';
import type { App } from '../apps/app.js';
import { serverTarget } from '../authorization-servers/server-store.js';
import type { Call, Handler } from '../call.js';
import { recordEvent } from '../log/record-event.js';
import { type AccessToken, type Grant, issueAccessToken } from '../oauth/access-token.js';
import { mayUseGrant } from '../oauth/client.js';
import { authenticateClient } from '../oauth/client-authentication.js';
import { CLIENT_CREDENTIALS, customGrant, orgGrant } from '../oauth/decide-grant.js';
import { type Form, formOf } from '../oauth/form.js';
import { issueIdToken } from '../oauth/id-token.js';
import { type Issuer, issuerOf } from '../oauth/issuer.js';
import { type OAuthErrorCode, OAuthRefusal, refuse } from '../oauth/oauth-error.js';
import { nonceHeader, tokenProof } from '../oauth/token-proof.js';
import { AUTHORIZATION_CODE } from '../oauth/user-grant.js';
import { type Asked, tokensForCode, tokensForRefresh, type UserTokens } from './oauth-user-tokens.js';

/**
 * The token endpoint of the org and of custom authorization servers, for clients that act by themselves or for a user.
 *
 * @param call - the request
 * @returns the token
 * @throws Refusal with one of the errors of RFC 6749, section 5.2
 */
export const issueToken: Handler = async (call) => {
  const form = formOf(call);
  const type = grantTypeIn(form);
  const { url, endpoints } = issuerOf(call);
  const client = await authenticateClient(call, { form, audiences: [`${endpoints}/token`, url] });
  const issuer = issuerOf(call);
  try {
    if (!mayUseGrant(client.app, type)) throw mayNot(type);
    return grantTypes[type](call, issuer, { client, form });
  } catch (error) {
    if (error instanceof OAuthRefusal) recordRefusal(call, issuer, { app: client.app, error: error.error });
    throw error;
  }
};

type GrantTypes = Readonly<Record<string, (call: Call, issuer: Issuer, asked: Asked) => Answer>>;

const grantTypes = {
  [CLIENT_CREDENTIALS]: grantToken,
  [AUTHORIZATION_CODE]: (call, issuer, asked) => grantUserTokens(call, issuer, { asked, decide: tokensForCode }),
  refresh_token: (call, issuer, asked) => grantUserTokens(call, issuer, { asked, decide: tokensForRefresh }),
} as const satisfies GrantTypes;

type GrantType = keyof typeof grantTypes;

function mayNot(type: GrantType): OAuthRefusal {
  return refuse('unauthorized_client', `The client is not allowed to use the grant '${type}'.`);
}

interface Deciding {
  readonly asked: Asked;
  readonly decide: (call: Call, issuer: Issuer, asked: Asked) => UserTokens;
}

function grantUserTokens(call: Call, issuer: Issuer, { asked, decide }: Deciding): Answer {
  const jkt = tokenProof(call, asked.client.app);
  const { grant: decided, refreshToken, ...signedIn } = decide(call, issuer, asked);
  const grant = { ...decided, jkt };
  const access = issueAccessToken(call.org, issuer, grant);
  recordGrant(call, issuer, { grant, token: access });
  const isOpenid = grant.scopes.includes('openid');
  const more = {
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    ...(isOpenid && { id_token: issueIdToken(call.org, issuer, { grant: decided, access, ...signedIn }) }),
  };
  return tokenAnswer(call, { grant, token: access, more });
}

function grantToken(call: Call, issuer: Issuer, asked: Asked): Answer {
  const { app } = asked.client;
  const jkt = tokenProof(call, app);
  const grant = { ...grantFrom(call, issuer, asked), jkt };
  const token = issueAccessToken(call.org, issuer, grant);
  recordGrant(call, issuer, { grant, token });
  return tokenAnswer(call, { grant, token });
}

function grantTypeIn(form: Form): GrantType {
  const type = form.get('grant_type');
  if (type === undefined) throw refuse('invalid_request', "The parameter 'grant_type' is missing.");
  if (isGrantType(type)) return type;
  const known = Object.keys(grantTypes).join(', ');
  throw refuse('unsupported_grant_type', `The grants that the emulator supports are: ${known}.`);
}

function isGrantType(type: string): type is GrantType {
  return Object.hasOwn(grantTypes, type);
}

function grantFrom({ org }: Call, { server, url }: Issuer, asked: Asked): Grant {
  if (server) return customGrant(org, server, asked);
  return { ...orgGrant(org, asked.client, asked.form), audience: url };
}

interface Issued {
  readonly grant: Grant;
  readonly token: AccessToken;
  /** Further tokens. */
  readonly more?: object;
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

function tokenAnswer(call: Call, { grant, token, more }: Issued): Answer {
  const { lifetimeS, scopes, jkt } = grant;
  const body = {
    token_type: jkt === undefined ? 'Bearer' : 'DPoP',
    expires_in: lifetimeS,
    access_token: token.text,
    scope: scopes.join(' '),
    ...more,
  };
  return { status: 200, body, headers: jkt === undefined ? {} : nonceHeader(call) };
}
