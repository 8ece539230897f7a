import { describe, expect, it } from 'vitest';
import { type Day, given, readAll, refusal } from './org.js';

/** @param day - the org */
export function authorizationOf(day: Day): void {
  describe('authorization servers', () => {
    it('get scopes, claims, policies and rules', async () => {
      const { authorizationServerApi: api } = day.client;
      const authorizationServer = { name: 'Shop', description: 'Of the shop', audiences: ['https://shop.example.com'] };
      const server = await api.createAuthorizationServer({ authorizationServer });
      const authServerId = given(server.id);
      expect(server).toMatchObject({ status: 'ACTIVE', issuer: `${day.url}/oauth2/${authServerId}` });

      const oAuth2Scope = { name: 'orders:read', consent: 'IMPLICIT' as const };
      const scope = await api.createOAuth2Scope({ authServerId, oAuth2Scope });
      expect(await api.getOAuth2Scope({ authServerId, scopeId: given(scope.id) })).toMatchObject(oAuth2Scope);
      const oAuth2Claim = {
        name: 'department',
        claimType: 'RESOURCE' as const,
        valueType: 'EXPRESSION' as const,
        value: 'user.department',
        conditions: { scopes: [] },
      };
      const claim = await api.createOAuth2Claim({ authServerId, oAuth2Claim });
      const claims = await readAll(api.listOAuth2Claims({ authServerId }));
      expect(claims.map(({ id }) => id)).toContain(claim.id);

      const policy = {
        type: 'OAUTH_AUTHORIZATION_POLICY' as const,
        name: 'Everybody',
        description: 'For all clients',
        priority: 1,
        conditions: { clients: { include: ['ALL_CLIENTS'] } },
      };
      const policyId = given((await api.createAuthorizationServerPolicy({ authServerId, policy })).id);
      const policyRule = {
        type: 'RESOURCE_ACCESS' as const,
        name: 'Machines',
        priority: 1,
        conditions: {
          people: { groups: { include: ['EVERYONE'] } },
          grantTypes: { include: ['client_credentials'] },
          scopes: { include: ['*'] },
        },
        actions: { token: { accessTokenLifetimeMinutes: 30 } },
      };
      const rule = await api.createAuthorizationServerPolicyRule({ authServerId, policyId, policyRule });
      expect(rule).toMatchObject({ actions: { token: { accessTokenLifetimeMinutes: 30 } } });
      expect(await readAll(api.listAuthorizationServerPolicyRules({ authServerId, policyId }))).toHaveLength(1);
      expect(await readAll(api.listAuthorizationServerKeys({ authServerId }))).not.toHaveLength(0);

      await api.deactivateAuthorizationServer({ authServerId });
      await api.deleteAuthorizationServer({ authServerId });
      expect(await refusal(api.getAuthorizationServer({ authServerId }))).toEqual([404, 'E0000007']);
      expect(await readAll(api.listAuthorizationServers({ q: 'default' }))).toMatchObject([{ name: 'default' }]);
    });
  });

  describe('identity providers', () => {
    it('are created, switched off and deleted', async () => {
      const { identityProviderApi } = day.client;
      const identityProvider = {
        type: 'GOOGLE' as const,
        name: 'Google',
        protocol: {
          type: 'OAUTH2' as const,
          scopes: ['profile', 'email', 'openid'],
          credentials: { client: { client_id: 'client', client_secret: 'secret' } },
        },
        policy: {
          accountLink: { action: 'AUTO' as const },
          provisioning: { action: 'AUTO' as const, groups: { action: 'NONE' as const } },
          subject: { userNameTemplate: { template: 'idpuser.email' }, matchType: 'USERNAME' as const },
          maxClockSkew: 0,
        },
      };
      const created = await identityProviderApi.createIdentityProvider({ identityProvider });
      expect(created).toMatchObject({ type: 'GOOGLE', status: 'ACTIVE' });
      const idpId = given(created.id);
      expect(await readAll(identityProviderApi.listIdentityProviders({ q: 'Goo' }))).toHaveLength(1);
      expect(await identityProviderApi.deactivateIdentityProvider({ idpId })).toMatchObject({ status: 'INACTIVE' });
      await identityProviderApi.deleteIdentityProvider({ idpId });
      expect(await refusal(identityProviderApi.getIdentityProvider({ idpId }))).toEqual([404, 'E0000007']);
    });
  });
}
