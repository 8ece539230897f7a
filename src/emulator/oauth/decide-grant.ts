import type { AuthorizationServer } from '../authorization-servers/authorization-server.js';
import { resourceClaims } from '../authorization-servers/claim-value.js';
import { ruleFor } from '../authorization-servers/evaluate-policy.js';
import { userScopes } from '../authorization-servers/system-scopes.js';
import { memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { Grant } from './access-token.js';
import type { AuthenticatedClient } from './client-authentication.js';
import type { Form } from './form.js';
import { grantedScopes } from './grants.js';
import { refuse } from './oauth-error.js';
import { scopesIn } from './scopes.js';

/** The grant of clients that act by themselves. */
export const CLIENT_CREDENTIALS = 'client_credentials';
const HOUR_S = 3600;
const STANDARD_MINUTES = 60;

/**
 * Decides what a service app or an API service integration gets from the org's own authorization server.
 *
 * @param org - where consents are stored
 * @param client - who asks
 * @param form - what it asks for
 * @returns the grant; `aud` is left to the caller
 * @throws Refusal `invalid_client` for an app that authenticates otherwise than by a key, `invalid_scope` for what was
 * not granted
 * @see https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/
 */
export function orgGrant(org: Org, { app, method }: AuthenticatedClient, form: Form): Omit<Grant, 'audience'> {
  if (method !== 'private_key_jwt' && org.apiServices.get(app.id) === undefined) {
    throw refuse(
      'invalid_client',
      "Client credentials requests to the org authorization server must use 'private_key_jwt'.",
    );
  }
  const scopes = scopesIn(form.get('scope'));
  if (scopes.length === 0) throw refuse('invalid_scope', "The parameter 'scope' must name at least one scope.");
  refuseUserScopes(scopes);
  const granted = grantedScopes(org, app);
  const missing = scopes.find((scope) => !granted.includes(scope));
  if (missing !== undefined)
    throw refuse('invalid_scope', `The client is not allowed to request the scope '${missing}'.`);
  return { app, scopes, lifetimeS: HOUR_S };
}

/**
 * Decides what a client gets from a custom authorization server.
 *
 * @param org - where scopes and policies are stored
 * @param server - whose they are
 * @param request - who asks, and for what
 * @returns the grant
 * @throws Refusal `invalid_scope` for what the server does not know, `access_denied` if no policy allows it
 * @see https://developer.okta.com/docs/guides/implement-grant-type/clientcreds/main/
 */
export function customGrant(
  org: Org,
  server: AuthorizationServer,
  { client: { app, clientId }, form }: { readonly client: AuthenticatedClient; readonly form: Form },
): Grant {
  const scopes = knownScopes(org, server, scopesIn(form.get('scope')));
  const rule = ruleFor(org, server, { clientId, grantType: CLIENT_CREDENTIALS, scopes });
  if (rule === undefined)
    throw refuse('access_denied', 'No access policy of the authorization server allows this request.');
  const minutes = Number(memberAt(rule.actions, ['token', 'accessTokenLifetimeMinutes']) ?? STANDARD_MINUTES);
  const claims = resourceClaims(org, server, { app, scopes });
  return { app, scopes, lifetimeS: minutes * 60, audience: server.audiences[0] ?? '', claims };
}

/** Those that were asked for; those that the server gives by default if none were. */
function knownScopes(org: Org, server: AuthorizationServer, asked: readonly string[]): readonly string[] {
  const known = [...org.oauthScopes.values(server.id)];
  const standard = known.filter((scope) => scope.default).map(({ name }) => name);
  const scopes = asked.length > 0 ? asked : standard;
  if (scopes.length === 0) {
    throw refuse('invalid_scope', "The authorization server has no default scopes, so 'scope' must be sent.");
  }
  refuseUserScopes(scopes);
  const unknown = scopes.find((scope) => !known.some(({ name }) => name === scope));
  if (unknown !== undefined) {
    throw refuse('invalid_scope', `The authorization server has no scope '${unknown}'.`);
  }
  return scopes;
}

function refuseUserScopes(scopes: readonly string[]): void {
  const wrong = scopes.find((scope) => userScopes.has(scope));
  if (wrong === undefined) return;
  throw refuse(
    'invalid_scope',
    `The scope '${wrong}' is about a user, which the grant '${CLIENT_CREDENTIALS}' has none of.`,
  );
}
