import { KEY_ID } from '../ids.js';
import { made, type Samples } from '../value.js';

/** Authorization servers: policies, scopes, claims, keys. */
export const authorization: Samples = {
  AuthorizationServer: {
    name: 'Orders',
    description: 'Issues tokens for the orders API',
    audiences: ['https://orders.example.com'],
  },
  AuthorizationServerPolicy: {
    type: 'OAUTH_AUTHORIZATION_POLICY',
    name: 'Web shop',
    description: 'For the clients of the web shop',
    priority: 1,
    status: 'ACTIVE',
    conditions: { clients: { include: ['ALL_CLIENTS'] } },
  },
  AuthorizationServerPolicyRuleRequest: {
    type: 'RESOURCE_ACCESS',
    name: 'Read orders',
    priority: 1,
    conditions: {
      people: { groups: { include: ['EVERYONE'] } },
      grantTypes: { include: ['authorization_code'] },
      scopes: { include: ['orders.read'] },
    },
    actions: { token: { accessTokenLifetimeMinutes: 60 } },
  },
  OAuth2Scope: {
    name: 'orders.read',
    displayName: 'Read orders',
    description: 'Look at the orders of a customer',
    consent: 'IMPLICIT',
    metadataPublish: 'ALL_CLIENTS',
  },
  OAuth2Claim: {
    name: 'department',
    claimType: 'RESOURCE',
    valueType: 'EXPRESSION',
    value: 'user.department',
    alwaysIncludeInToken: true,
    conditions: { scopes: ['orders.read'] },
  },
  AssociatedServerMediated: { trusted: ['aus9h8g7F6e5D4c3b2a1'] },
  OAuth2ResourceServerJsonWebKeyRequestBody: {
    kid: KEY_ID,
    kty: 'RSA',
    use: 'enc',
    status: 'INACTIVE',
    e: made,
    n: made,
  },
  JwkUse: { use: 'sig' },
};
