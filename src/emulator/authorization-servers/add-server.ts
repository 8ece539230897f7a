import { addSigningKey } from '../oauth/signing-keys.js';
import { nowIn, type Org } from '../org/org.js';
import { timestamp } from '../org/timestamp.js';
import type { AuthorizationServer, OAuthClaim, OAuthScope } from './authorization-server.js';
import { systemClaims } from './system-claims.js';
import { systemScopes } from './system-scopes.js';

/** What may be said about a server. */
export type ServerFields = Pick<
  AuthorizationServer,
  'name' | 'description' | 'audiences' | 'issuerMode' | 'rotationMode' | 'encryption'
>;

/** What may be said about a server besides what clients send. */
export interface ServerMaking {
  /** Made up unless given. */
  readonly id?: string | undefined;
  readonly isDefault?: true;
}

const ROTATION_MS = 90 * 86_400_000;

/**
 * Makes and stores a server with its keys, system scopes and system claims, but without a policy.
 *
 * @param org - where to
 * @param fields - checked
 * @param making - its id, and whether it is the one that comes with the org
 * @returns the server
 */
export function addServer(org: Org, fields: ServerFields, { id, isDefault }: ServerMaking = {}): AuthorizationServer {
  const now = nowIn(org);
  const server: AuthorizationServer = {
    id: id ?? org.ids.next('aus'),
    ...fields,
    status: 'ACTIVE',
    created: now,
    lastUpdated: now,
    ...rotationTimes(org),
    ...(isDefault && { isDefault }),
  };
  org.authorizationServers.set(server.id, server);
  addSigningKey(org, server.id, 'ACTIVE');
  addSigningKey(org, server.id, 'NEXT');
  for (const scope of systemScopes) putScope(org, server.id, { id: org.ids.next('scp'), ...scope });
  for (const claim of systemClaims) putClaim(org, server.id, { id: org.ids.next('ocl'), ...claim });
  return server;
}

function putScope(org: Org, serverId: string, scope: OAuthScope): void {
  org.oauthScopes.set(serverId, scope.id, scope);
}

function putClaim(org: Org, serverId: string, claim: OAuthClaim): void {
  org.oauthClaims.set(serverId, claim.id, claim);
}

/**
 * @param org - whose clock holds
 * @returns when keys that are changed now were changed, and when they are to be changed again
 */
export function rotationTimes(org: Org): Pick<AuthorizationServer, 'lastRotated' | 'nextRotation'> {
  return { lastRotated: nowIn(org), nextRotation: timestamp(org.clock.now() + ROTATION_MS) };
}
