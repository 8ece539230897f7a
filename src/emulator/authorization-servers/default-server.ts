import { nowIn, type Org } from '../org/org.js';
import { addServer } from './add-server.js';
import { DEFAULT } from './authorization-server.js';

/** Ways to get a token that the rule of a fresh org allows. */
const GRANT_TYPES = [
  'authorization_code',
  'client_credentials',
  'implicit',
  'interaction_code',
  'password',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:token-exchange',
];

/** How long tokens live unless a rule says so, in minutes. */
export const tokenTimes = {
  accessTokenLifetimeMinutes: 60,
  refreshTokenLifetimeMinutes: 0,
  refreshTokenWindowMinutes: 10_080,
};

/**
 * Adds the authorization server that every fresh org has: `api://default`, open to all clients and scopes.
 *
 * @param org - where to
 * @see https://developer.okta.com/docs/concepts/auth-servers/#default-custom-authorization-server
 */
export function addDefaultServer(org: Org): void {
  const description = 'Default Authorization Server for your Applications';
  const fields = { name: DEFAULT, description, audiences: ['api://default'] };
  const server = addServer(
    org,
    { ...fields, issuerMode: 'ORG_URL', rotationMode: 'AUTO', encryption: {} },
    { isDefault: true },
  );
  const now = nowIn(org);
  const ranked = { status: 'ACTIVE' as const, priority: 1, system: false, created: now, lastUpdated: now };
  const policyId = org.ids.next('00p');
  const name = 'Default Policy';
  const policy = { id: policyId, name, description: 'Default policy description', clients: ['ALL_CLIENTS'], ...ranked };
  org.accessPolicies.set(server.id, policyId, policy);
  const rule = { id: org.ids.next('0pr'), name: 'Default Policy Rule', ...ranked };
  org.accessRules.set(policyId, rule.id, { ...rule, conditions, actions: { token: tokenTimes } });
}

const conditions = {
  people: { users: { include: [], exclude: [] }, groups: { include: ['EVERYONE'], exclude: [] } },
  grantTypes: { include: GRANT_TYPES },
  scopes: { include: ['*'] },
};
