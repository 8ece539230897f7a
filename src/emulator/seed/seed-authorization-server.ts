import { addServer } from '../authorization-servers/add-server.js';
import type { AuthorizationServer } from '../authorization-servers/authorization-server.js';
import { DEFAULT } from '../authorization-servers/authorization-server.js';
import { claimFields } from '../authorization-servers/claim-fields.js';
import { placeRanked } from '../authorization-servers/priorities.js';
import { policyFields, ruleFields } from '../authorization-servers/rule-fields.js';
import { putScope, scopeFields } from '../authorization-servers/scope-fields.js';
import { serverFields } from '../authorization-servers/server-fields.js';
import { serverNamed } from '../authorization-servers/server-store.js';
import { nowIn, type Org } from '../org/org.js';
import type { SeedAuthorizationServer } from './seed.js';

/**
 * Adds an authorization server, or to the default one.
 *
 * @param org - where to
 * @param seed - the server
 * @throws Fault `E0000001` for what the service would refuse
 */
export function seedAuthorizationServer(org: Org, seed: SeedAuthorizationServer): void {
  const { id, server: body = {}, scopes = [], claims = [], clients = [] } = seed;
  const existing = id === DEFAULT ? serverNamed(org, DEFAULT) : undefined;
  const server = existing ?? addServer(org, serverFields(body), { id });
  for (const scope of scopes) putScope(org, server.id, { id: org.ids.next('scp'), ...scopeFields(scope) });
  for (const claim of claims) {
    const claimId = org.ids.next('ocl');
    org.oauthClaims.set(server.id, claimId, { id: claimId, ...claimFields(claim) });
  }
  if (clients.length > 0) letIn(org, server, clients);
}

function letIn(org: Org, server: AuthorizationServer, include: readonly string[]): void {
  const now = nowIn(org);
  const ranked = { status: 'ACTIVE' as const, priority: 1, system: false, created: now, lastUpdated: now };
  const policy = {
    id: org.ids.next('00p'),
    ...policyFields({ name: 'Clients', conditions: { clients: { include } } }),
  };
  const rule = { id: org.ids.next('0pr'), ...ruleFields({ name: 'Client credentials', conditions }) };
  placeRanked({ items: org.accessPolicies, ownerId: server.id }, { ...policy, ...ranked });
  placeRanked({ items: org.accessRules, ownerId: policy.id }, { ...rule, ...ranked });
}

const conditions = { grantTypes: { include: ['client_credentials'] }, scopes: { include: ['*'] } };
