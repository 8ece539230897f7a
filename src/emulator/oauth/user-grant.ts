import type { App } from '../apps/app.js';
import type { AuthorizationServer } from '../authorization-servers/authorization-server.js';
import { resourceClaims } from '../authorization-servers/claim-value.js';
import { tokenTimes } from '../authorization-servers/default-server.js';
import { ruleFor } from '../authorization-servers/evaluate-policy.js';
import { userScopes } from '../authorization-servers/system-scopes.js';
import { memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import type { Grant } from './access-token.js';
import { clientIdOf } from './client.js';
import type { Issuer } from './issuer.js';
import { refuse } from './oauth-error.js';

/** The grant that users sign in for; refreshing goes on with it. */
export const AUTHORIZATION_CODE = 'authorization_code';

/** A client that acts for a user, and what it asks for. */
export interface UserRequest {
  readonly app: App;
  readonly user: User;
  readonly scopes: readonly string[];
}

/** What the client gets. */
export interface UserGrant extends Grant {
  readonly user: User;
  /** How long a refresh token lasts unused, and how long at most; seconds, 0 for ever. */
  readonly refresh: { readonly windowS: number; readonly lifetimeS: number };
}

const HOUR_S = 3600;

/**
 * Decides what a client gets that acts for a user.
 *
 * @param org - where scopes and policies are stored
 * @param issuer - the authorization server that is asked
 * @param request - for whom, and for what
 * @returns the grant
 * @throws Refusal `invalid_scope` for a scope that the server does not have, `access_denied` if the user is not assigned
 * to the app, or no policy allows it
 * @see https://developer.okta.com/docs/guides/implement-grant-type/authcode/main/
 */
export function userGrant(org: Org, { server, url }: Issuer, request: UserRequest): UserGrant {
  checkScopes(org, server, request.scopes);
  if (!org.appUsers.get(request.app.id, request.user.id)) {
    throw refuse('access_denied', 'The user is not assigned to the client application.');
  }
  return server ? serverGrant(org, server, request) : { ...request, ...ORG_TIMES, audience: url };
}

const ORG_TIMES = { lifetimeS: HOUR_S, refresh: { windowS: tokenTimes.refreshTokenWindowMinutes * 60, lifetimeS: 0 } };

function checkScopes(org: Org, server: AuthorizationServer | undefined, scopes: readonly string[]): void {
  if (scopes.length === 0) throw refuse('invalid_scope', "The parameter 'scope' must name at least one scope.");
  const known = server ? new Set([...org.oauthScopes.values(server.id)].map(({ name }) => name)) : userScopes;
  const unknown = scopes.find((scope) => !known.has(scope));
  if (unknown !== undefined) throw refuse('invalid_scope', `The authorization server has no scope '${unknown}'.`);
}

function serverGrant(org: Org, server: AuthorizationServer, request: UserRequest): UserGrant {
  const clientId = clientIdOf(request.app) ?? '';
  const rule = ruleFor(org, server, { ...request, clientId, grantType: AUTHORIZATION_CODE });
  if (rule === undefined) {
    throw refuse('access_denied', 'No access policy of the authorization server allows this request.');
  }
  const seconds = (name: keyof typeof tokenTimes) =>
    60 * Number(memberAt(rule.actions, ['token', name]) ?? tokenTimes[name]);
  return {
    ...request,
    audience: server.audiences[0] ?? '',
    lifetimeS: seconds('accessTokenLifetimeMinutes'),
    refresh: { windowS: seconds('refreshTokenWindowMinutes'), lifetimeS: seconds('refreshTokenLifetimeMinutes') },
    claims: resourceClaims(org, server, request),
  };
}
