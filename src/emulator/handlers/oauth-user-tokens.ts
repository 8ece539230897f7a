import { createHash } from 'node:crypto';
import type { App } from '../apps/app.js';
import type { Call } from '../call.js';
import { type AuthorizationCode, redeemCode } from '../oauth/authorization-code.js';
import { clientIdOf, mayUseGrant } from '../oauth/client.js';
import type { AuthenticatedClient } from '../oauth/client-authentication.js';
import type { Form } from '../oauth/form.js';
import type { Identification } from '../oauth/id-token.js';
import type { Issuer } from '../oauth/issuer.js';
import { type OAuthRefusal, refuse } from '../oauth/oauth-error.js';
import { issueRefreshToken, refreshTokenOf, useRefreshToken } from '../oauth/refresh-secret.js';
import { scopesIn } from '../oauth/scopes.js';
import { type UserGrant, userGrant } from '../oauth/user-grant.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';

/** A request for a token by a client that has proved who it is. */
export interface Asked {
  readonly client: AuthenticatedClient;
  readonly form: Form;
}

/** What comes of a request for tokens for a user. */
export interface UserTokens extends Pick<Identification, 'authTime' | 'amr' | 'nonce'> {
  readonly grant: UserGrant;
  readonly refreshToken?: string;
}

/** Gives a refresh token, too. */
const OFFLINE = 'offline_access';

/**
 * Decides about a client that fetches what a code stands for.
 *
 * @param call - the request
 * @param issuer - the authorization server
 * @param asked - client and form
 * @returns what it gets
 * @throws Refusal `invalid_grant` if the code does not hold, or is for somebody or somewhere else
 * @see RFC 6749, section 4.1.3, and RFC 7636, section 4.6
 */
export function tokensForCode({ org }: Call, issuer: Issuer, { client, form }: Asked): UserTokens {
  const code = redeemCode(org, needed(form, 'code'));
  if (code?.clientId !== client.clientId || code.serverId !== issuer.id) {
    throw invalidGrant('The authorization code is unknown, used or expired.');
  }
  checkRedemption(code, form);
  const { authTime, amr, nonce, scopes } = code;
  const grant = userGrant(org, issuer, { app: client.app, user: activeUser(org, code.userId), scopes });
  const signedIn = { serverId: issuer.id, authTime, amr };
  const mayRefresh = scopes.includes(OFFLINE) && mayUseGrant(client.app, 'refresh_token');
  return { grant, authTime, amr, nonce, ...(mayRefresh && { refreshToken: issueRefreshToken(org, grant, signedIn) }) };
}

function checkRedemption({ redirectUri, challenge }: AuthorizationCode, form: Form): void {
  if (form.get('redirect_uri') !== redirectUri) {
    throw invalidGrant("The parameter 'redirect_uri' is not that of the authorization request.");
  }
  if (challenge === undefined) return;
  const digest = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (digest !== challenge) throw invalidGrant("The parameter 'code_verifier' does not fit the code challenge.");
}

/**
 * Decides about a client that shows a refresh token.
 *
 * @param call - the request
 * @param issuer - the authorization server
 * @param asked - client and form
 * @returns what it gets
 * @throws Refusal `invalid_grant` if the token does not hold, or is for another client or server, `invalid_scope` for
 * more than the user let the client have
 * @see RFC 6749, section 6
 */
export function tokensForRefresh({ org }: Call, issuer: Issuer, { client, form }: Asked): UserTokens {
  const text = needed(form, 'refresh_token');
  const token = refreshTokenOf(org, text);
  if (token === undefined || token.clientId !== clientOf(client.app) || token.serverId !== issuer.id) {
    throw invalidGrant('The refresh token is unknown, revoked or expired.');
  }
  const asked = scopesIn(form.get('scope'));
  const more = asked.find((scope) => !token.scopes.includes(scope));
  if (more !== undefined) throw refuse('invalid_scope', `The refresh token is not good for the scope '${more}'.`);
  const scopes = asked.length > 0 ? asked : token.scopes;
  const grant = userGrant(org, issuer, { app: client.app, user: activeUser(org, token.userId), scopes });
  const { authTime = Math.floor(Date.parse(token.created) / 1000), amr = [] } = token;
  return { grant, authTime, amr, refreshToken: useRefreshToken(org, token, { text, grant }) };
}

function clientOf(app: App): string {
  return clientIdOf(app) ?? app.id;
}

function needed(form: Form, name: string): string {
  const value = form.get(name);
  if (value === undefined) throw refuse('invalid_request', `The parameter '${name}' is missing.`);
  return value;
}

function activeUser({ users }: Org, id: string): User {
  const user = users.get(id);
  if (user?.status !== 'ACTIVE') throw invalidGrant('The user is not active.');
  return user;
}

function invalidGrant(description: string): OAuthRefusal {
  return refuse('invalid_grant', description);
}
