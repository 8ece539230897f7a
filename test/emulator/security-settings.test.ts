import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';

async function eventTypes(client: Client): Promise<unknown[]> {
  return itemsOf(await client.get('/api/v1/logs')).map(({ eventType }) => eventType);
}

onBothWires('trusted origins', (emulate) => {
  const PATH = '/api/v1/trustedOrigins';
  const site = { name: 'Site', origin: 'https://example.com', scopes: [{ type: 'CORS' }] };

  it('are created, found, deactivated, and deleted while active', async () => {
    const client = await emulate();
    const reply = await client.post(PATH, site);
    expect(reply).toMatchObject({
      status: 200,
      body: { id: expect.stringMatching(/^tos/), status: 'ACTIVE', ...site },
    });
    for (const query of [{ q: 'sit' }, { filter: 'origin eq "https://example.com"' }, { filter: 'type eq "CORS"' }]) {
      expect(itemsOf(await client.get(PATH, query as never))).toEqual([reply.body]);
    }
    expect(itemsOf(await client.get(PATH, { filter: 'status eq "INACTIVE"' }))).toEqual([]);
    const path = `${PATH}/${idOf(reply)}`;
    for (const [word, status] of [
      ['deactivate', 'INACTIVE'],
      ['activate', 'ACTIVE'],
    ]) {
      expect((await client.post(`${path}/lifecycle/${word}`)).body).toMatchObject({ status });
    }
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.get(path)).text).toContain('(TrustedOrigin)');
    expect(await eventTypes(client)).toEqual([
      'security.trusted_origin.create',
      'security.trusted_origin.deactivate',
      'security.trusted_origin.activate',
      'security.trusted_origin.delete',
    ]);
  });

  it.each([{ name: 'Site 2' }, { name: 'Site 2', origin: 'nonsense' }, { name: '' }, { scopes: [] }])(
    'refuse a second one with %j',
    async (more) => {
      const client = await emulate();
      await client.post(PATH, site);
      const refused = errorOf(await client.post(PATH, { ...site, ...more }));
      expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
    },
  );
});

onBothWires('behaviors', (emulate) => {
  const PATH = '/api/v1/behaviors';

  it('of a fresh org are seven', async () => {
    const names = itemsOf(await (await emulate()).get(PATH)).map(({ name }) => name);
    expect(names).toEqual([
      'New City',
      'New Country',
      'New Device',
      'New Geo-Location',
      'New IP',
      'New State',
      'Velocity',
    ]);
  });

  it('are created active, with settings and times of their own form', async () => {
    const client = await emulate();
    const reply = await client.post(PATH, { name: 'Fast', type: 'VELOCITY', status: 'INACTIVE' });
    expect(reply).toMatchObject({
      status: 200,
      body: { status: 'ACTIVE', settings: { velocityKph: 805 }, created: '2026-03-04 10:08:01.0' },
    });
    const path = `${PATH}/${idOf(reply)}`;
    expect((await client.post(`${path}/lifecycle/deactivate`)).body).toMatchObject({ status: 'INACTIVE' });
    const taken = errorOf(await client.post(PATH, { name: 'fast', type: 'ANOMALOUS_IP' }));
    expect(taken).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const changed = errorOf(await client.put(path, { name: 'Fast', type: 'ANOMALOUS_IP' }));
    expect(changed).toMatchObject({ status: 400, errorCode: 'E0000001' });
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.get(path)).text).toContain('(BehaviorSettings)');
  });
});

onBothWires('log streams', (emulate) => {
  const PATH = '/api/v1/logStreams';
  const settings = { accountId: '123456789012', eventSourceName: 'okta', region: 'us-east-1' };
  const aws = { type: 'aws_eventbridge', name: 'To AWS', settings };
  const token = '11111111-1111-4111-8111-111111111111';
  const splunk = {
    type: 'splunk_cloud_logstreaming',
    name: 'To Splunk',
    settings: { edition: 'aws', host: 'acme.splunkcloud.com', token },
  };

  it('are created active, whatever is sent', async () => {
    const client = await emulate();
    const reply = await client.post(PATH, { ...aws, status: 'INACTIVE' });
    expect(reply).toMatchObject({
      status: 200,
      body: { id: expect.stringMatching(/^0oa/), status: 'ACTIVE', settings, _links: { self: { method: 'GET' } } },
    });
    const moved = await client.post(`${PATH}/${idOf(reply)}/lifecycle/deactivate`);
    expect([moved.status, moved.text]).toEqual([200, '']);
    expect((await client.get(`${PATH}/${idOf(reply)}`)).body).toMatchObject({ status: 'INACTIVE' });
    expect(itemsOf(await client.get(PATH, { filter: 'type eq "splunk_cloud_logstreaming"' }))).toEqual([]);
    expect((await client.delete(`${PATH}/${idOf(reply)}`)).status).toBe(204);
  });

  it('never show their token', async () => {
    const client = await emulate();
    const reply = await client.post(PATH, splunk);
    expect(reply.status).toBe(200);
    expect(reply.text).not.toContain(token);
    const read = (await client.get(`${PATH}/${idOf(reply)}`)).body as object;
    const changed = await client.put(`${PATH}/${idOf(reply)}`, { ...read, name: 'Renamed' });
    expect(changed.body).toMatchObject({ name: 'Renamed', settings: { host: 'acme.splunkcloud.com' } });
    expect(changed.text).not.toContain(token);
  });

  it('to AWS keep their settings', async () => {
    const client = await emulate();
    const path = `${PATH}/${idOf(await client.post(PATH, aws))}`;
    expect((await client.put(path, { ...aws, name: 'Renamed' })).body).toMatchObject({ name: 'Renamed' });
    const changed = errorOf(await client.put(path, { ...aws, settings: { ...settings, region: 'us-west-2' } }));
    expect(changed).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const taken = errorOf(await client.post(PATH, { ...aws, name: 'renamed' }));
    expect(taken).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const letters = { ...aws, settings: { ...settings, accountId: 'a23456789012' } };
    expect(errorOf(await client.post(PATH, letters))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});

onBothWires('CAPTCHAs', (emulate) => {
  const PATH = '/api/v1/captchas';
  const captcha = { name: 'Ours', type: 'HCAPTCHA', siteKey: 'site', secretKey: 'top-secret' };

  it('are one at most, and never show their secret', async () => {
    const client = await emulate();
    const reply = await client.post(PATH, captcha);
    expect(reply).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^cap/), siteKey: 'site' } });
    expect(reply.text).not.toContain('top-secret');
    expect((await client.post(`${PATH}/${idOf(reply)}`, { name: 'Renamed' })).body).toMatchObject({ name: 'Renamed' });
    expect(errorOf(await client.post(PATH, captcha))).toMatchObject({ status: 403, errorCode: 'E0000166' });
  });

  it('stay while the org uses them', async () => {
    const client = await emulate();
    const captchaId = idOf(await client.post(PATH, captcha));
    const settings = { captchaId, enabledPages: ['SIGN_IN'] };
    expect((await client.put('/api/v1/org/captcha', settings)).body).toMatchObject(settings);
    const used = errorOf(await client.delete(`${PATH}/${captchaId}`));
    expect(used).toMatchObject({ status: 403, errorCode: 'E0000168' });
    expect((await client.delete('/api/v1/org/captcha')).status).toBe(204);
    expect((await client.get('/api/v1/org/captcha')).body).toMatchObject({ enabledPages: [] });
    expect((await client.delete(`${PATH}/${captchaId}`)).status).toBe(204);
  });

  it('of org settings exist', async () => {
    const client = await emulate();
    for (const settings of [{ captchaId: 'capNone', enabledPages: ['SSR'] }, { enabledPages: ['SSR'] }]) {
      const refused = errorOf(await client.put('/api/v1/org/captcha', settings));
      expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
    }
  });
});

onBothWires('settings of the org', (emulate) => {
  it.each([
    ['/api/v1/threats/configuration', { action: 'none', excludeZones: [] }, 'post', { action: 'block' }],
    [
      '/attack-protection/api/v1/authenticator-settings',
      { verifyKnowledgeSecondWhen2faRequired: false },
      'put',
      { verifyKnowledgeSecondWhen2faRequired: true },
    ],
    [
      '/attack-protection/api/v1/user-lockout-settings',
      { preventBruteForceLockoutFromUnknownDevices: false },
      'put',
      { preventBruteForceLockoutFromUnknownDevices: true },
    ],
    ['/api/v1/bot-protection/configuration', { mode: 'DISABLED' }, 'post', { mode: 'ENFORCED', level: 'LOW' }],
    [
      '/api/v1/rate-limit-settings/admin-notifications',
      { notificationsEnabled: true },
      'put',
      { notificationsEnabled: false },
    ],
    ['/api/v1/rate-limit-settings/per-client', { defaultMode: 'ENFORCE' }, 'put', { defaultMode: 'PREVIEW' }],
    ['/api/v1/rate-limit-settings/warning-threshold', { warningThreshold: 60 }, 'put', { warningThreshold: 90 }],
    [
      '/device-access/api/v1/desktop-mfa/recovery-pin-settings',
      { desktopMFARecoveryPinEnabled: false },
      'put',
      { desktopMFARecoveryPinEnabled: true },
    ],
  ] as const)('at %s have defaults and are changed', async (path, standard, verb, change) => {
    const client = await emulate();
    expect((await client.get(path)).body).toMatchObject(standard);
    expect(await client[verb](path, change)).toMatchObject({ status: 200, body: change });
    expect((await client.get(path)).body).toMatchObject(change);
  });

  it('warn between 30 and 90 per cent', async () => {
    const client = await emulate();
    const refused = errorOf(
      await client.put('/api/v1/rate-limit-settings/warning-threshold', { warningThreshold: 95 }),
    );
    expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('exempt zones that exist from ThreatInsight', async () => {
    const client = await emulate();
    const [zone] = itemsOf(await client.get('/api/v1/zones'));
    const path = '/api/v1/threats/configuration';
    const exempt = { action: 'audit', excludeZones: [zone?.id] };
    expect((await client.post(path, exempt)).body).toMatchObject(exempt);
    const refused = errorOf(await client.post(path, { action: 'audit', excludeZones: ['nzoNone'] }));
    expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
    expect(await eventTypes(client)).toEqual(['security.threat.configuration.update']);
  });
});
