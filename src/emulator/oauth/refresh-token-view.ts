import type { Call } from '../call.js';
import { clientNamed } from './client.js';
import { issuerUrl } from './issuer.js';
import type { RefreshToken } from './refresh-token.js';
import { ORG_SERVER } from './signing-keys.js';

/**
 * A refresh token as it is answered, without its secret.
 *
 * @param token - the token
 * @param self - path at which it is read
 * @param call - the request; its `expand` may ask for `scope`
 * @returns the JSON
 */
export function refreshTokenView(token: RefreshToken, self: string, call: Call) {
  const { id, created, lastUpdated, expiresAt, clientId, userId, scopes } = token;
  return {
    id,
    status: 'ACTIVE',
    created,
    lastUpdated,
    expiresAt,
    issuer: issuerOfToken(token, call),
    clientId,
    userId,
    scopes,
    ...(call.query.get('expand') === 'scope' && { _embedded: { scopes: scopesOf(token, call) } }),
    _links: linksOf(token, call.origin + self, call),
  };
}

function issuerOfToken({ serverId }: RefreshToken, { org, origin }: Call): string {
  const server = org.authorizationServers.get(serverId);
  return server ? issuerUrl(server, origin) : origin;
}

function scopesOf({ serverId, scopes }: RefreshToken, { org, origin }: Call) {
  const known = [...org.oauthScopes.values(serverId)].filter(({ name }) => scopes.includes(name));
  return known.map(({ id, name, displayName, description }) => ({
    id,
    name,
    displayName,
    description,
    _links: { scope: { href: `${origin}/api/v1/authorizationServers/${serverId}/scopes/${id}` } },
  }));
}

function linksOf({ clientId, userId, serverId }: RefreshToken, href: string, { org, origin }: Call) {
  const app = clientNamed(org, clientId);
  const server = org.authorizationServers.get(serverId);
  return {
    app: { href: `${origin}/api/v1/apps/${app?.id ?? clientId}`, title: app?.label },
    self: { href, hints: { allow: ['GET', 'DELETE'] } },
    revoke: { href, hints: { allow: ['DELETE'] } },
    client: { href: `${origin}/oauth2/v1/clients/${clientId}`, title: app?.label },
    user: { href: `${origin}/api/v1/users/${userId}`, title: org.users.get(userId)?.profile.login },
    ...(serverId !== ORG_SERVER && {
      authorizationServer: { href: `${origin}/api/v1/authorizationServers/${serverId}`, title: server?.name },
    }),
  };
}
