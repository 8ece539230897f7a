import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { connect, type Day, given, hire, readAll, refusal } from './org.js';

/** @param day - the org */
export function oauthOf(day: Day): void {
  /** Makes a service app with a key and a role; its client acts by access tokens. */
  const service = async (dpop: boolean, scopes: readonly string[]) => {
    const { applicationApi, roleAssignmentApi } = day.client;
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const kid = `key-${dpop}`;
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256', status: 'ACTIVE' };
    const application = {
      name: 'oidc_client' as const,
      label: `Service, DPoP ${dpop}`,
      signOnMode: 'OPENID_CONNECT' as const,
      credentials: { oauthClient: { token_endpoint_auth_method: 'private_key_jwt' as const } },
      settings: {
        oauthClient: {
          application_type: 'service' as const,
          grant_types: ['client_credentials' as const],
          response_types: ['token' as const],
          dpop_bound_access_tokens: dpop,
          jwks: { keys: [jwk] },
        },
      },
    };
    const appId = given((await applicationApi.createApplication({ application })).id);
    for (const scopeId of scopes) {
      const oAuth2ScopeConsentGrant = { issuer: day.url, scopeId };
      await applicationApi.grantConsentToScope({ appId, oAuth2ScopeConsentGrant });
    }
    await roleAssignmentApi.assignRoleToClient({ clientId: appId, assignRoleRequest: { type: 'SUPER_ADMIN' } });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const settings = { authorizationMode: 'PrivateKey', clientId: appId, privateKey: pem, keyId: kid };
    return connect(day.url, { ...settings, scopes: [...scopes] });
  };

  describe.each([false, true])('a service app (DPoP: %s)', (dpop) => {
    it('acts by access tokens as far as its scopes go', async () => {
      const client = await service(dpop, ['okta.users.manage', 'okta.groups.read']);
      const userId = await hire(client, 'Service');
      expect(await client.userApi.getUser({ userId })).toMatchObject({ status: 'ACTIVE' });
      expect(await readAll(client.groupApi.listGroups({ q: 'Everyone' }))).toHaveLength(1);
      const create = client.groupApi.createGroup({ group: { profile: { name: 'Beyond the scope' } } });
      expect((await refusal(create))[0]).toBe(403);
    });
  });
}
