import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, idsOf, onBothWires } from './client.js';

async function addApp(client: Client): Promise<string> {
  const settings = { app: { url: 'https://example.com', requestIntegration: false } };
  return idOf(await client.post('/api/v1/apps', { name: 'bookmark', label: 'B', signOnMode: 'BOOKMARK', settings }));
}

const crossOf = (id: string) => `/api/v1/apps/${id}/cwo/connections`;

onBothWires('Cross app access connections', (emulate) => {
  it('are seen from both apps', async () => {
    const client = await emulate();
    const [one, other] = [await addApp(client), await addApp(client)];
    const ends = { requestingAppInstanceId: one, resourceAppInstanceId: other };
    const made = await client.post(crossOf(one), ends);
    expect(made).toMatchObject({
      status: 201,
      body: {
        ...ends,
        id: expect.stringMatching(/^con/),
        status: 'ACTIVE',
        created: '2026-03-04T10:08:01.000Z',
        lastUpdated: '2026-03-04T10:08:01.000Z',
      },
    });
    expect((await client.get(`${crossOf(other)}/${idOf(made)}`)).body).toEqual(made.body);
    expect((await client.get(crossOf(other))).body).toEqual([made.body]);
    expect((await client.get(crossOf(await addApp(client)))).body).toEqual([]);
  });

  it('are changed, listed by what they say, and deleted', async () => {
    const client = await emulate();
    const [one, other] = [await addApp(client), await addApp(client)];
    const made = await client.post(crossOf(one), { requestingAppInstanceId: one, resourceAppInstanceId: other });
    const self = `${crossOf(one)}/${idOf(made)}`;
    expect(await client.patch(self, { status: 'INACTIVE' })).toMatchObject({
      status: 200,
      body: { status: 'INACTIVE' },
    });
    const list = (query: Record<string, string>) => client.get(crossOf(one), query);
    expect(idsOf(await list({ status: 'INACTIVE', requestingAppId: one }))).toEqual([idOf(made)]);
    expect(idsOf(await list({ status: 'ACTIVE' }))).toEqual([]);
    expect(idsOf(await list({ resourceAppId: one }))).toEqual([]);
    await client.post(`/api/v1/apps/${other}/lifecycle/deactivate`);
    expect(idsOf(await list({ activeAppsOnly: 'true' }))).toEqual([]);
    expect((await client.delete(self)).status).toBe(204);
    expect(errorOf(await client.get(self))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });
});

it('A cross app access connection is between the app and another, once', async () => {
  const client = await emulate('in process');
  const [one, other, third] = [await addApp(client), await addApp(client), await addApp(client)];
  const connect = async (requestingAppInstanceId: string, resourceAppInstanceId: string) =>
    (await client.post(crossOf(one), { requestingAppInstanceId, resourceAppInstanceId })).status;
  expect(await connect(other, third)).toBe(400);
  expect(await connect(one, one)).toBe(400);
  expect(await connect(one, '0oa1')).toBe(404);
  expect(await connect(one, other)).toBe(201);
  expect(await connect(one, other)).toBe(400);
});

onBothWires('Interclient trust', (emulate) => {
  it('is given, listed from both ends, and taken', async () => {
    const client = await emulate();
    const [app, trusted] = [await addApp(client), await addApp(client)];
    const path = `/api/v1/apps/${app}/interclient-allowed-apps`;
    const made = await client.post(path, { id: trusted });
    expect(made).toMatchObject({ status: 201, body: { appInstanceId: app, trustedAppInstanceId: trusted } });
    expect((await client.get(path)).body).toEqual([trusted]);
    expect((await client.get(`/api/v1/apps/${trusted}/interclient-target-apps`)).body).toEqual([app]);
    expect((await client.post(path, { id: trusted })).status).toBe(400);
    expect((await client.post(path, { id: '0oa1' })).status).toBe(404);
    expect((await client.delete(`${path}/${trusted}`)).status).toBe(204);
    expect((await client.delete(`${path}/${trusted}`)).status).toBe(404);
  });

  it('goes with the app', async () => {
    const client = await emulate();
    const [app, trusted] = [await addApp(client), await addApp(client)];
    await client.post(`/api/v1/apps/${app}/interclient-allowed-apps`, { id: trusted });
    await client.post(`/api/v1/apps/${trusted}/lifecycle/deactivate`);
    await client.delete(`/api/v1/apps/${trusted}`);
    expect((await client.get(`/api/v1/apps/${app}/interclient-allowed-apps`)).body).toEqual([]);
  });
});

onBothWires('Federated claims', (emulate) => {
  it('are added, replaced and deleted', async () => {
    const client = await emulate();
    const path = `/api/v1/apps/${await addApp(client)}/federated-claims`;
    const made = await client.post(path, { name: 'role', expression: 'appuser.role' });
    expect(made).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^ofc/), name: 'role', expression: 'appuser.role' },
    });
    const self = `${path}/${idOf(made)}`;
    expect((await client.put(self, { name: 'role', expression: 'user.role' })).body).toMatchObject({
      id: idOf(made),
      expression: 'user.role',
    });
    expect(idsOf(await client.get(path))).toEqual([idOf(made)]);
    expect((await client.delete(self)).status).toBe(204);
    expect((await client.get(self)).status).toBe(404);
  });

  it('have a name of their own, and an expression', async () => {
    const client = await emulate();
    const path = `/api/v1/apps/${await addApp(client)}/federated-claims`;
    await client.post(path, { name: 'role', expression: 'appuser.role' });
    expect((await client.post(path, { name: 'role', expression: 'x' })).status).toBe(400);
    expect((await client.post(path, { name: 'other' })).status).toBe(400);
    expect((await client.get('/api/v1/apps/0oa1/federated-claims')).status).toBe(404);
  });
});

it('An app is assigned to a policy, and its links tell', async () => {
  const client = await emulate('in process');
  const app = `/api/v1/apps/${await addApp(client)}`;
  const policy = idOf(await client.post('/api/v1/policies', { type: 'ACCESS_POLICY', name: 'Mine', priority: 1 }));
  expect((await client.put(`${app}/policies/${policy}`)).status).toBe(204);
  expect((await client.get(app)).body).toMatchObject({
    _links: { accessPolicy: { href: expect.stringContaining(`/api/v1/policies/${policy}`) } },
  });
  const log = await client.get('/api/v1/logs', { filter: 'eventType eq "application.policy.sign_on.update"' });
  expect(log.body).toMatchObject([{ target: [{ type: 'AppInstance' }] }]);
});

it('An app is assigned to policies of its kind only', async () => {
  const client = await emulate('in process');
  const app = `/api/v1/apps/${await addApp(client)}`;
  const [password] = idsOf(await client.get('/api/v1/policies', { type: 'PASSWORD' }));
  expect(errorOf(await client.put(`${app}/policies/${password}`))).toMatchObject({
    status: 400,
    errorCode: 'E0000001',
  });
  expect(errorOf(await client.put(`${app}/policies/rst1`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
});
