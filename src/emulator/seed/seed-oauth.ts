import type { App } from '../apps/app.js';
import { serverNamed } from '../authorization-servers/server-store.js';
import { clientIdOf } from '../oauth/client.js';
import { addGrant, oktaScopes } from '../oauth/grants.js';
import { ORG_SERVER } from '../oauth/signing-keys.js';
import { nowIn, type Org } from '../org/org.js';
import { timestamp } from '../org/timestamp.js';
import { standardRole } from '../roles/assign-role.js';
import { userNamed } from '../users/user-store.js';
import type { SeedApp, SeedRefreshToken } from './seed.js';

const LIFETIME_MS = 7 * 86_400_000;

/**
 * Adds what belongs to an app that is an OAuth client.
 *
 * @param org - where to
 * @param app - the app
 * @param client - scopes, roles and refresh tokens
 * @throws Error for an unknown scope, user or authorization server
 * @throws Fault `E0000003` for an unknown role
 */
export function seedClient(org: Org, app: App, client: Pick<SeedApp, 'grants' | 'roles' | 'refreshTokens'>): void {
  const { grants = [], roles = grants.length > 0 ? ['SUPER_ADMIN'] : [], refreshTokens = [] } = client;
  for (const scopeId of grants) seedGrant(org, app, scopeId);
  for (const role of roles) standardRole(org, { type: 'CLIENT', id: app.id }, role);
  for (const token of refreshTokens) seedRefreshToken(org, app, token);
}

/** As if the owner of the API token had done it. */
function seedGrant(org: Org, app: App, scopeId: string): void {
  if (!oktaScopes().includes(scopeId)) throw new Error(`there is no scope '${scopeId}'`);
  const [token] = org.apiTokens.values();
  addGrant(org, app, { scopeId, createdBy: { id: token?.userId ?? '', type: 'User' } });
}

function seedRefreshToken(org: Org, app: App, token: SeedRefreshToken): void {
  const user = userNamed(org, token.user);
  if (user === undefined) throw new Error(`there is no user '${token.user}'`);
  const id = token.id ?? org.ids.next('oar');
  const now = nowIn(org);
  org.refreshTokens.set(id, {
    id,
    clientId: clientIdOf(app) ?? app.id,
    userId: user.id,
    serverId: serverIdOf(org, token),
    scopes: token.scopes,
    created: now,
    lastUpdated: now,
    expiresAt: timestamp(org.clock.now() + LIFETIME_MS),
  });
}

function serverIdOf(org: Org, { authorizationServer: name }: SeedRefreshToken): string {
  if (name === undefined) return ORG_SERVER;
  const server = serverNamed(org, name);
  if (server === undefined) throw new Error(`there is no authorization server '${name}'`);
  return server.id;
}
