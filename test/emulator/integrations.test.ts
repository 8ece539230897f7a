import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, onBothWires } from './client.js';

const SOURCE = '/api/v1/identity-sources/0oa1';

onBothWires('sessions of an import', (emulate) => {
  it('are open one at a time, until the import starts', async () => {
    const client = await emulate();
    const made = await client.post(`${SOURCE}/sessions`);
    expect(made).toMatchObject({ status: 201, body: { status: 'CREATED', identitySourceId: '0oa1' } });
    expect(errorOf(await client.post(`${SOURCE}/sessions`))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const path = `${SOURCE}/sessions/${idOf(made)}`;
    const upsert = { entityType: 'USERS', profiles: [] };
    expect((await client.post(`${path}/bulk-upsert`, upsert)).status).toBe(202);
    expect((await client.post(`${path}/start-import`)).body).toMatchObject({ status: 'COMPLETED' });
    expect((await client.post(`${path}/bulk-upsert`, upsert)).status).toBe(400);
    expect((await client.post(`${SOURCE}/sessions`)).status).toBe(201);
  });
});

onBothWires('groups of a directory', (emulate) => {
  it('know their members by either of their ids', async () => {
    const client = await emulate();
    const group = { externalId: 'engineering', profile: { displayName: 'Engineering' } };
    const id = idOf(await client.post(`${SOURCE}/groups`, group));
    await client.post(`${SOURCE}/groups/engineering/membership`, { memberExternalId: 'hr-1' });
    const { body } = await client.get(`${SOURCE}/groups/${id}/membership`);
    expect(body).toEqual({ memberExternalIds: ['hr-1'] });
    expect((await client.delete(`${SOURCE}/groups/engineering/membership/hr-1`)).status).toBe(204);
    expect((await client.delete(`${SOURCE}/groups/engineering/membership/hr-1`)).status).toBe(404);
  });
});

onBothWires('governance bundles', (emulate) => {
  it('list their roles, and what those are good for', async () => {
    const client = await emulate();
    const path = '/api/v1/iam/governance/bundles';
    const entitlements = [{ role: 'cr01', resourceSets: ['iam1', 'iam2'] }];
    const id = idOf(await client.post(path, { name: 'Desk', entitlements }));
    const listed = await client.get(`${path}/${id}/entitlements`);
    const [entitlement] = (listed.body as { entitlements: { id: string; role: string }[] }).entitlements;
    expect(entitlement).toMatchObject({ role: 'cr01' });
    const values = await client.get(`${path}/${id}/entitlements/${entitlement?.id}/values`, { limit: '1' });
    expect(values.body).toMatchObject({
      entitlementValues: [{ value: 'iam1' }],
      _links: { next: { href: expect.any(String) } },
    });
  });

  it('are opted in to', async () => {
    const client = await emulate();
    expect((await client.post('/api/v1/iam/governance/optIn')).body).toMatchObject({ optInStatus: 'OPTED_IN' });
    expect((await client.get('/api/v1/iam/governance/optIn')).body).toMatchObject({ optInStatus: 'OPTED_IN' });
  });
});

const PROVIDERS = '/api/v1/telephony-providers';

async function newProvider(client: Client, providerSid: string) {
  const providerSettings = { sms: { twilioPhoneNumber: '+15557654321' } };
  const body = {
    providerName: 'TWILIO',
    providerCapability: 'ALL',
    providerSid,
    providerAuthToken: 's3cret',
    providerSettings,
  };
  return client.post(PROVIDERS, body);
}

onBothWires('telephony providers', (emulate) => {
  it('have one that comes first, and secrets that are never shown', async () => {
    const client = await emulate();
    const first = await newProvider(client, 'one');
    const second = await newProvider(client, 'two');
    expect([first.body, second.body]).toMatchObject([{ isPrimaryProvider: true }, { isPrimaryProvider: false }]);
    await client.post(`${PROVIDERS}/${idOf(second)}/setAsPrimary`);
    const now = await client.get(`${PROVIDERS}/${idOf(first)}`);
    expect(now.body).toMatchObject({ isPrimaryProvider: false });
    expect(first.text + second.text + now.text).not.toContain('s3cret');
  });

  it('are deactivated before they are deleted', async () => {
    const client = await emulate();
    const path = `${PROVIDERS}/${idOf(await newProvider(client, 'one'))}`;
    expect((await client.delete(path)).status).toBe(400);
    expect((await client.post(`${path}/lifecycle/deactivate`)).body).toMatchObject({ enabled: false });
    expect((await client.delete(path)).status).toBe(204);
  });
});

onBothWires('accounts whose passwords are kept', (emulate) => {
  it('have UUIDs and never show the password', async () => {
    const client = await emulate();
    const credentials = { username: 'backup@example.com', password: 'Tr0ub4dor-and-3' };
    const details = { oktaApplicationId: '0oa1', credentials };
    const made = await client.post('/privileged-access/api/v1/accounts', {
      accountType: 'APP_ACCOUNT',
      name: 'Backup',
      details,
    });
    expect(made.body).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{8}-/), name: 'Backup' });
    expect(made.text).not.toContain('Tr0ub4dor');
  });
});

onBothWires('domains of the org', (emulate) => {
  it('fail over and back', async () => {
    const client = await emulate();
    await client.post('/api/v1/dr/failover', { domains: ['emulator.okta.test', 'nowhere.example.com'] });
    const status = { domain: 'emulator.okta.test', isFailedOver: true };
    expect((await client.get('/api/v1/dr/status')).body).toEqual({ status: [status] });
    await client.post('/api/v1/dr/failback');
    expect((await client.get('/api/v1/dr/status/emulator.okta.test')).body).toMatchObject({
      status: [{ isFailedOver: false }],
    });
  });
});
