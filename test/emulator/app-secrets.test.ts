import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, idsOf, onBothWires, type Reply } from './client.js';

async function start(client: Client, credentials: object = {}): Promise<{ app: Reply; path: string }> {
  const app = await client.post('/api/v1/apps', {
    name: 'oidc_client',
    label: 'Client',
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: credentials },
    settings: {
      oauthClient: {
        application_type: 'web',
        grant_types: ['authorization_code'],
        redirect_uris: ['https://example.com/callback'],
      },
    },
  });
  return { app, path: `/api/v1/apps/${idOf(app)}/credentials/secrets` };
}

function shownBy({ body }: Reply): unknown {
  return (body as { credentials: { oauthClient: { client_secret: string } } }).credentials.oauthClient.client_secret;
}

onBothWires('Secrets of clients', (emulate) => {
  it('begin with the one that the app shows when it is made', async () => {
    const client = await emulate();
    const { app, path } = await start(client);
    const list = await client.get(path);
    const [id] = idsOf(list);
    expect(list).toMatchObject({
      status: 200,
      body: [
        {
          id: expect.stringMatching(/^ocs/),
          status: 'ACTIVE',
          client_secret: shownBy(app),
          secret_hash: expect.stringMatching(/^[\w-]{22}$/),
          created: '2026-03-04T10:08:01.000Z',
          lastUpdated: '2026-03-04T10:08:01.000Z',
          _links: { deactivate: { href: expect.stringContaining(`${path}/${id}/lifecycle/deactivate`) } },
        },
      ],
    });
    expect((await client.get(`${path}/${id}`)).body).toEqual((list.body as unknown[])[0]);
  });

  it('are rotated', async () => {
    const client = await emulate();
    const { path } = await start(client);
    const [old] = idsOf(await client.get(path));
    const made = await client.post(path, { status: 'ACTIVE' });
    expect(made).toMatchObject({ status: 201, body: { client_secret: expect.stringMatching(/^[\w-]{64}$/) } });
    const off = await client.post(`${path}/${old}/lifecycle/deactivate`);
    expect(off).toMatchObject({ status: 200, body: { id: old, status: 'INACTIVE' } });
    const self = `${path}/${old}`;
    expect(off.body).toMatchObject({
      _links: {
        activate: { href: expect.stringContaining(`${self}/lifecycle/activate`), hints: { allow: ['POST'] } },
        delete: { href: expect.stringContaining(self), hints: { allow: ['DELETE'] } },
      },
    });
    expect((await client.delete(self)).status).toBe(204);
    expect(idsOf(await client.get(path))).toEqual([idOf(made)]);
  });

  it('are at most two', async () => {
    const client = await emulate();
    const { path } = await start(client);
    expect((await client.post(path)).status).toBe(201);
    expect(errorOf(await client.post(path))).toEqual({
      status: 400,
      errorCode: 'E0000001',
      causes: ['You have reached the maximum number of client secrets per client.'],
    });
  });

  it('may be chosen, and made inactive', async () => {
    const client = await emulate();
    const { path } = await start(client);
    const chosen = { client_secret: 'a-secret-of-my-own', status: 'INACTIVE' };
    const made = await client.post(path, chosen);
    expect(made).toMatchObject({ status: 201, body: chosen });
    const on = await client.post(`${path}/${idOf(made)}/lifecycle/activate`);
    expect(on).toMatchObject({ status: 200, body: { ...chosen, status: 'ACTIVE' } });
  });
});

it('The last active secret can neither be switched off nor deleted', async () => {
  const client = await emulate('in process');
  const { path } = await start(client);
  await client.post(path, { status: 'INACTIVE' });
  const [id] = idsOf(await client.get(path));
  expect(errorOf(await client.post(`${path}/${id}/lifecycle/deactivate`))).toMatchObject({
    status: 400,
    errorCode: 'E0000001',
    causes: ['You cannot deactivate the only active client secret.'],
  });
  expect(errorOf(await client.delete(`${path}/${id}`))).toMatchObject({ status: 400, errorCode: 'E0000001' });
});

it('A secret that is sent with the app takes the place of the one before', async () => {
  const client = await emulate('in process');
  const { app, path } = await start(client);
  const [id] = idsOf(await client.get(path));
  const body = app.body as { credentials: object };
  const credentials = { oauthClient: { client_secret: 'another-secret' } };
  await client.put(path.slice(0, -'/credentials/secrets'.length), { ...body, credentials });
  expect((await client.get(path)).body).toMatchObject([{ id, client_secret: 'another-secret' }]);
});

it('Clients that need no secret have none', async () => {
  const client = await emulate('in process');
  const { path } = await start(client, { token_endpoint_auth_method: 'private_key_jwt' });
  expect((await client.get(path)).body).toEqual([]);
});

it.each(['ocs1', ''])('The secret %j is not found', async (id) => {
  const client = await emulate('in process');
  const { path } = await start(client);
  expect((await client.get(`${path}/${id || 'none'}`)).status).toBe(404);
});

it('Apps that are no OIDC clients have no secrets', async () => {
  const client = await emulate('in process');
  const settings = { app: { url: 'https://example.com', requestIntegration: false } };
  const app = await client.post('/api/v1/apps', { name: 'bookmark', label: 'B', signOnMode: 'BOOKMARK', settings });
  const reply = await client.post(`/api/v1/apps/${idOf(app)}/credentials/secrets`);
  expect(errorOf(reply)).toMatchObject({ status: 404, errorCode: 'E0000007' });
});

it('Changes of secrets are in the log, the secrets are not', async () => {
  const client = await emulate('in process');
  const { app, path } = await start(client);
  const made = await client.post(path);
  await client.post(`${path}/${idOf(made)}/lifecycle/deactivate`);
  await client.post(`${path}/${idOf(made)}/lifecycle/activate`);
  await client.post(`${path}/${idOf(made)}/lifecycle/deactivate`);
  await client.delete(`${path}/${idOf(made)}`);
  const log = await client.get('/api/v1/logs', { filter: 'eventType sw "app.oauth2.credentials"' });
  const types = (log.body as { eventType: string }[]).map(({ eventType }) => eventType.split('.').at(-1));
  expect(types).toEqual(['create', 'deactivate', 'activate', 'deactivate', 'delete']);
  expect(log.text).not.toContain((made.body as { client_secret: string }).client_secret);
  expect(log.body).toMatchObject([{ target: [{ id: idOf(app) }] }, {}, {}, {}, {}]);
});
