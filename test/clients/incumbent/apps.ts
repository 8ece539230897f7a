import { describe, expect, it } from 'vitest';
import { type Day, given, hire, readAll, refusal } from './org.js';

const bookmark = {
  name: 'bookmark',
  label: 'Handbook',
  signOnMode: 'BOOKMARK' as const,
  settings: { app: { requestIntegration: false, url: 'https://handbook.example.com' } },
};

const saml = {
  label: 'Payroll',
  signOnMode: 'SAML_2_0' as const,
  settings: {
    signOn: {
      ssoAcsUrl: 'https://payroll.example.com/acs',
      recipient: 'https://payroll.example.com/acs',
      destination: 'https://payroll.example.com/acs',
      audience: 'https://payroll.example.com',
      subjectNameIdTemplate: '$' + '{user.userName}',
      subjectNameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress' as const,
      responseSigned: true,
      assertionSigned: true,
      signatureAlgorithm: 'RSA_SHA256' as const,
      digestAlgorithm: 'SHA256' as const,
      honorForceAuthn: true,
      authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport' as const,
      requestCompressed: false,
      allowMultipleAcsEndpoints: false,
      attributeStatements: [],
      slo: { enabled: false },
    },
  },
};

const web = {
  name: 'oidc_client' as const,
  label: 'Shop',
  signOnMode: 'OPENID_CONNECT' as const,
  credentials: { oauthClient: { token_endpoint_auth_method: 'client_secret_post' as const } },
  settings: {
    oauthClient: {
      application_type: 'web' as const,
      redirect_uris: ['https://shop.example.com/callback'],
      response_types: ['code' as const],
      grant_types: ['authorization_code' as const],
    },
  },
};

/** @param day - the org */
export function appsOf(day: Day): void {
  const create = async (
    application: Parameters<typeof day.client.applicationApi.createApplication>[0]['application'],
  ) => day.client.applicationApi.createApplication({ application });

  describe('apps', () => {
    it('of the kind bookmark are created, renamed, switched off and deleted', async () => {
      const { applicationApi } = day.client;
      const app = await create(bookmark);
      const appId = given(app.id);
      expect(app).toMatchObject({ status: 'ACTIVE', signOnMode: 'BOOKMARK', settings: { app: bookmark.settings.app } });
      const renamed = { ...bookmark, label: 'The handbook' };
      expect(await applicationApi.replaceApplication({ appId, application: renamed })).toMatchObject({
        label: 'The handbook',
      });
      expect(await refusal(applicationApi.deleteApplication({ appId }))).toEqual([403, 'E0000056']);
      await applicationApi.deactivateApplication({ appId });
      await applicationApi.deleteApplication({ appId });
      expect(await refusal(applicationApi.getApplication({ appId }))).toEqual([404, 'E0000007']);
    });

    it('of the kind SAML get a name and keys', async () => {
      const { applicationApi } = day.client;
      const app = await create(saml);
      const appId = given(app.id);
      expect(app).toMatchObject({ signOnMode: 'SAML_2_0', name: expect.any(String) });
      const [key] = await readAll(applicationApi.listApplicationKeys({ appId }));
      expect(key).toMatchObject({ kty: 'RSA', use: 'sig' });
      const fresh = await applicationApi.generateApplicationKey({ appId, validityYears: 2 });
      expect(await applicationApi.getApplicationKey({ appId, keyId: given(fresh.kid) })).toMatchObject({
        kid: fresh.kid,
      });
    });

    it('of the kind OIDC get a client id and a secret', async () => {
      const app = await create(web);
      expect(app).toMatchObject({
        name: 'oidc_client',
        credentials: { oauthClient: { client_id: app.id, client_secret: expect.any(String) } },
      });
    });

    it('are listed page by page and found by their label', async () => {
      const { applicationApi } = day.client;
      for (const label of ['Tool 1', 'Tool 2', 'Tool 3']) await create({ ...bookmark, label });
      const labels = (await readAll(applicationApi.listApplications({ limit: 2 }))).map(({ label }) => label);
      expect(labels).toEqual(expect.arrayContaining(['Tool 1', 'Tool 2', 'Tool 3']));
      expect(await readAll(applicationApi.listApplications({ q: 'Tool', limit: 1 }))).toHaveLength(3);
      expect(await readAll(applicationApi.listApplications({ filter: 'status eq "ACTIVE"' }))).not.toHaveLength(0);
    });

    it('are assigned to users and groups', async () => {
      const { applicationApi, groupApi } = day.client;
      const appId = given((await create({ ...bookmark, label: 'Assigned' })).id);
      const direct = await hire(day.client, 'Direct');
      const viaGroup = await hire(day.client, 'Indirect');
      const groupId = given((await groupApi.createGroup({ group: { profile: { name: 'App people' } } })).id);
      await groupApi.assignUserToGroup({ groupId, userId: viaGroup });

      expect(await applicationApi.assignUserToApplication({ appId, appUser: { id: direct } })).toMatchObject({
        id: direct,
        scope: 'USER',
      });
      await applicationApi.assignGroupToApplication({ appId, groupId, applicationGroupAssignment: { priority: 0 } });
      expect(await applicationApi.getApplicationUser({ appId, userId: viaGroup })).toMatchObject({ scope: 'GROUP' });
      expect(await readAll(applicationApi.listApplicationUsers({ appId, limit: 1 }))).toHaveLength(2);
      expect(await readAll(applicationApi.listApplicationGroupAssignments({ appId }))).toHaveLength(1);
      const update = { appId, userId: direct, appUser: { credentials: { userName: 'direct' } } };
      expect(await applicationApi.updateApplicationUser(update)).toMatchObject({ credentials: { userName: 'direct' } });
      expect(await readAll(groupApi.listAssignedApplicationsForGroup({ groupId }))).toMatchObject([{ id: appId }]);
      await applicationApi.unassignApplicationFromGroup({ appId, groupId });
      await applicationApi.unassignUserFromApplication({ appId, userId: direct });
      expect(await readAll(applicationApi.listApplicationUsers({ appId }))).toEqual([]);
    });
  });
}
