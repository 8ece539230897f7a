import { describe, expect, it } from 'vitest';
import { type Day, given, readAll, refusal } from './org.js';

/** @param day - the org */
export function policiesOf(day: Day): void {
  describe('policies', () => {
    it('of the kind sign-on get rules, are switched and deleted; the default one stays', async () => {
      const { groupApi, policyApi } = day.client;
      const [everyone] = await readAll(groupApi.listGroups({ q: 'Everyone' }));
      const policy = {
        type: 'OKTA_SIGN_ON' as const,
        name: 'Contractors',
        description: 'Sign on at work only',
        conditions: { people: { groups: { include: [given(everyone?.id)] } } },
      };
      const created = await policyApi.createPolicy({ policy });
      expect(created).toMatchObject({ status: 'ACTIVE', name: 'Contractors', priority: 1 });
      const policyId = given(created.id);
      const policyRule = {
        type: 'SIGN_ON' as const,
        name: 'Deny from elsewhere',
        conditions: { network: { connection: 'ANYWHERE' as const } },
        actions: { signon: { access: 'DENY' as const, requireFactor: false } },
      };
      const rule = await policyApi.createPolicyRule({ policyId, policyRule });
      const ruleId = given(rule.id);
      expect(rule).toMatchObject({ name: 'Deny from elsewhere', actions: { signon: { access: 'DENY' } } });
      await policyApi.deactivatePolicyRule({ policyId, ruleId });
      expect(await policyApi.getPolicyRule({ policyId, ruleId })).toMatchObject({ status: 'INACTIVE' });
      await policyApi.deletePolicyRule({ policyId, ruleId });
      await policyApi.deactivatePolicy({ policyId });
      expect(await policyApi.getPolicy({ policyId })).toMatchObject({ status: 'INACTIVE' });
      await policyApi.deletePolicy({ policyId });
      const left = await readAll(policyApi.listPolicies({ type: 'OKTA_SIGN_ON' }));
      expect(left).toMatchObject([{ system: true }]);
      expect((await refusal(policyApi.deletePolicy({ policyId: given(left[0]?.id) })))[0]).toBe(403);
    });

    it('of every kind have a default one', async () => {
      const kinds = ['PASSWORD', 'MFA_ENROLL', 'ACCESS_POLICY', 'PROFILE_ENROLLMENT', 'IDP_DISCOVERY'] as const;
      for (const type of kinds) {
        expect(await readAll(day.client.policyApi.listPolicies({ type })), type).not.toHaveLength(0);
      }
    });
  });

  describe('network zones', () => {
    it('are created, changed, switched off and deleted', async () => {
      const { networkZoneApi } = day.client;
      const zone = {
        type: 'IP' as const,
        name: 'Office',
        gateways: [{ type: 'CIDR' as const, value: '192.0.2.0/24' }],
      };
      const created = await networkZoneApi.createNetworkZone({ zone });
      expect(created).toMatchObject({ status: 'ACTIVE', usage: 'POLICY', name: 'Office' });
      const zoneId = given(created.id);
      const renamed = { ...zone, name: 'Head office' };
      expect(await networkZoneApi.replaceNetworkZone({ zoneId, zone: renamed })).toMatchObject({ name: 'Head office' });
      expect(await readAll(networkZoneApi.listNetworkZones({ limit: 2 }))).not.toHaveLength(0);
      expect(await networkZoneApi.deactivateNetworkZone({ zoneId })).toMatchObject({ status: 'INACTIVE' });
      await networkZoneApi.deleteNetworkZone({ zoneId });
      expect(await refusal(networkZoneApi.getNetworkZone({ zoneId }))).toEqual([404, 'E0000007']);
    });
  });

  describe('trusted origins', () => {
    it('are created, found and deleted', async () => {
      const { trustedOriginApi } = day.client;
      const origin = 'https://portal.example.com';
      const trustedOrigin = { name: 'Portal', origin, scopes: [{ type: 'CORS' as const }] };
      const { id } = await trustedOriginApi.createTrustedOrigin({ trustedOrigin });
      const trustedOriginId = given(id);
      expect(await trustedOriginApi.getTrustedOrigin({ trustedOriginId })).toMatchObject({ origin, status: 'ACTIVE' });
      expect(await readAll(trustedOriginApi.listTrustedOrigins({ q: 'Portal' }))).toHaveLength(1);
      await trustedOriginApi.deactivateTrustedOrigin({ trustedOriginId });
      await trustedOriginApi.deleteTrustedOrigin({ trustedOriginId });
      expect(await refusal(trustedOriginApi.getTrustedOrigin({ trustedOriginId }))).toEqual([404, 'E0000007']);
    });
  });
}
