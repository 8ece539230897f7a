import { expect, it } from 'vitest';
import { errorOf, idOf, idsOf, itemsOf, onBothWires } from './client.js';
import { createPerson } from './people.js';

onBothWires('subscriptions', (emulate) => {
  it('of admins are on, of others off, until they are changed', async () => {
    const client = await emulate();
    const ada = idOf(await createPerson(client, 'ada'));
    const mine = itemsOf(await client.get('/api/v1/users/me/subscriptions'));
    expect(mine).toHaveLength(13);
    expect(new Set(mine.map(({ status }) => status))).toEqual(new Set(['subscribed']));
    const path = `/api/v1/users/${ada}/subscriptions/APP_IMPORT`;
    expect((await client.get(path)).body).toEqual({
      notificationType: 'APP_IMPORT',
      channels: ['email'],
      status: 'unsubscribed',
      _links: { self: { href: client.emulator.url + path } },
    });
    const changed = await client.post(`${path}/subscribe`);
    expect([changed.status, changed.text]).toEqual([200, '']);
    expect((await client.get(path)).body).toMatchObject({ status: 'subscribed' });
    await client.post(`${path}/unsubscribe`);
    expect((await client.get(path)).body).toMatchObject({ status: 'unsubscribed' });
  });

  it('of roles are changed for all who have the role', async () => {
    const client = await emulate();
    const path = '/api/v1/roles/APP_ADMIN/subscriptions';
    await client.post(`${path}/AD_AGENT/unsubscribe`);
    expect((await client.get(`${path}/AD_AGENT`)).body).toMatchObject({ status: 'unsubscribed' });
    expect(itemsOf(await client.get(path))).toHaveLength(13);
    expect((await client.get('/api/v1/roles/KING/subscriptions')).status).toBe(404);
    expect((await client.get(`${path}/NONSENSE`)).status).toBe(404);
  });
});

onBothWires('users', (emulate) => {
  it('have a risk, NONE until it is set', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await createPerson(client, 'ada'))}/risk`;
    expect((await client.get(path)).body).toMatchObject({ riskLevel: 'NONE' });
    expect((await client.put(path, { riskLevel: 'HIGH' })).status).toBe(201);
    expect((await client.put(path, { riskLevel: 'LOW' })).status).toBe(200);
    expect((await client.get(path)).body).toMatchObject({ riskLevel: 'LOW' });
    expect((await client.put(path, { riskLevel: 'NONE' })).status).toBe(400);
  });

  it('have a class, STANDARD until it is set', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await createPerson(client, 'ada'))}/classification`;
    expect((await client.get(path)).body).toEqual({ type: 'STANDARD', lastUpdated: '2026-03-04T10:08:01.000Z' });
    client.clock.tick(1000);
    const lite = { type: 'LITE', lastUpdated: '2026-03-04T10:08:02.000Z' };
    expect((await client.put(path, { type: 'LITE' })).body).toEqual(lite);
    expect((await client.get(path)).body).toEqual(lite);
    const user = await client.get(path.replace('/classification', '?expand=classification'));
    expect(user.body).toMatchObject({ _embedded: { classification: lite } });
  });
});

onBothWires('limits of principals', (emulate) => {
  const path = '/api/v1/principal-rate-limits';
  const filter = 'principalType eq "SSWS_TOKEN"';

  it('are half of the org for the token of a fresh org', async () => {
    const client = await emulate();
    expect(itemsOf(await client.get(path, { filter }))).toMatchObject([
      { id: expect.stringMatching(/^prl/), defaultPercentage: 50, defaultConcurrencyPercentage: 50 },
    ]);
    expect(errorOf(await client.get(path, { filter: 'principalId eq "x"' }))).toMatchObject({ errorCode: 'E0000001' });
  });

  it('are made for one principal each, and changed', async () => {
    const client = await emulate();
    const body = { principalId: '0oa1', principalType: 'OAUTH_CLIENT', defaultPercentage: 20 };
    const made = await client.post(path, body);
    expect(made.body).toMatchObject({ ...body, defaultConcurrencyPercentage: 50, createdDate: '2026-03-04T10:08:01Z' });
    expect(errorOf(await client.post(path, body))).toMatchObject({ errorCode: 'E0000001' });
    const own = `${path}/${idOf(made)}`;
    expect((await client.put(own, { ...body, defaultPercentage: 30 })).body).toMatchObject({ defaultPercentage: 30 });
    expect((await client.get(own)).body).toMatchObject({ defaultPercentage: 30 });
    expect(errorOf(await client.put(own, { ...body, defaultPercentage: 101 }))).toMatchObject({
      errorCode: 'E0000001',
    });
    const search = `principalType eq "OAUTH_CLIENT" and principalId eq "0oa1"`;
    expect(idsOf(await client.get(path, { filter: search }))).toEqual([idOf(made)]);
    expect((await client.get(`${path}/prlnone`)).body).toMatchObject({
      errorSummary: 'Not found: Resource not found: prlnone (PrincipalRateLimit)',
    });
  });
});
