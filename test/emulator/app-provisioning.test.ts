import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, onBothWires } from './client.js';

async function addApp(client: Client, name: string): Promise<string> {
  const url = 'https://example.com';
  const app = name === 'bookmark' ? { url, requestIntegration: false } : { baseUrl: url };
  const signOnMode = name === 'bookmark' ? 'BOOKMARK' : 'SAML_2_0';
  return `/api/v1/apps/${idOf(await client.post('/api/v1/apps', { name, label: name, signOnMode, settings: { app } }))}`;
}

const TOKEN = { profile: { authScheme: 'TOKEN', token: 'the-token' } };
const OAUTH2 = { profile: { authScheme: 'OAUTH2', clientId: 'the-client' } };

onBothWires('Provisioning connections', (emulate) => {
  it('are off until a token is given', async () => {
    const client = await emulate();
    const path = `${await addApp(client, 'okta_org2org')}/connections/default`;
    expect(await client.get(path)).toMatchObject({
      status: 200,
      body: {
        authScheme: 'TOKEN',
        status: 'DISABLED',
        profile: { authScheme: 'TOKEN' },
        _links: { self: { href: expect.stringContaining(path) }, activate: {} },
      },
    });
    expect((await client.post(`${path}/lifecycle/activate`)).status).toBe(400);
    const updated = await client.post(`${path}?activate=true`, { ...TOKEN, baseUrl: 'https://other.okta.com' });
    expect(updated).toMatchObject({
      status: 200,
      body: { authScheme: 'TOKEN', status: 'ENABLED', baseUrl: 'https://other.okta.com', _links: { deactivate: {} } },
    });
    expect(updated.text).not.toContain('the-token');
    expect((await client.get(path)).body).toEqual(updated.body);
  });

  it('are switched off and on', async () => {
    const client = await emulate();
    const path = `${await addApp(client, 'okta_org2org')}/connections/default`;
    expect((await client.post(path, TOKEN)).body).toMatchObject({ status: 'DISABLED' });
    expect((await client.post(`${path}/lifecycle/activate`)).status).toBe(204);
    expect((await client.get(path)).body).toMatchObject({ status: 'ENABLED' });
    expect((await client.post(`${path}/lifecycle/deactivate`)).status).toBe(204);
    expect((await client.get(path)).body).toMatchObject({ status: 'DISABLED' });
  });

  it('of OAuth 2.0 need the consent of the app', async () => {
    const client = await emulate();
    const app = await addApp(client, 'okta_org2org');
    const path = `${app}/connections/default`;
    const updated = await client.post(`${path}?activate=true`, OAUTH2);
    expect(updated.body).toMatchObject({ authScheme: 'OAUTH2', status: 'DISABLED', _links: { authorize: {} } });
    const id = app.slice('/api/v1/apps/'.length);
    expect((await client.post(`/api/v1/apps/slack/${id}/oauth2/callback?code=c&state=s`)).status).toBe(404);
    expect((await client.post(`/api/v1/apps/okta_org2org/${id}/oauth2/callback?code=c&state=s`)).status).toBe(204);
    expect((await client.get(path)).body).toMatchObject({ status: 'ENABLED' });
    expect(await client.get(`${path}/jwks`)).toMatchObject({ status: 200, body: { jwks: { keys: [{ kty: 'RSA' }] } } });
  });
});

it.each([
  ['a missing token', { profile: { authScheme: 'TOKEN' } }, 'token: The field cannot be left blank'],
  ['a scheme of others', OAUTH2, "authScheme: The app does not support the scheme 'OAUTH2'"],
])('A connection with %s is refused', async (_, body, cause) => {
  const client = await emulate('in process');
  const path = `${await addApp(client, 'zscalerbyz')}/connections/default`;
  expect(errorOf(await client.post(path, body))).toEqual({ status: 400, errorCode: 'E0000001', causes: [cause] });
});

it('Apps that cannot be provisioned have an unknown connection', async () => {
  const client = await emulate('in process');
  const path = `${await addApp(client, 'bookmark')}/connections/default`;
  expect((await client.get(path)).body).toMatchObject({ authScheme: 'UNKNOWN', status: 'UNKNOWN' });
  for (const reply of [await client.post(path, TOKEN), await client.post(`${path}/lifecycle/activate`)]) {
    expect(errorOf(reply)).toEqual({
      status: 400,
      errorCode: 'E0000001',
      causes: ['feature: Provisioning is not supported.'],
    });
  }
  expect(errorOf(await client.get(`${path}/jwks`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
});

onBothWires('Features of apps', (emulate) => {
  it('are there once the app is provisioned', async () => {
    const client = await emulate();
    const app = await addApp(client, 'okta_org2org');
    const refused = await client.get(`${app}/features`);
    expect(errorOf(refused)).toEqual({
      status: 400,
      errorCode: 'E0000001',
      causes: ['feature: Provisioning is not supported.'],
    });
    await client.post(`${app}/connections/default?activate=true`, TOKEN);
    expect(await client.get(`${app}/features`)).toMatchObject({
      status: 200,
      body: [
        {
          name: 'USER_PROVISIONING',
          status: 'ENABLED',
          description: expect.any(String),
          capabilities: {
            create: { lifecycleCreate: { status: 'DISABLED' } },
            update: { password: { status: 'DISABLED', seed: 'RANDOM', change: 'KEEP_EXISTING' } },
          },
          _links: { self: { href: expect.stringContaining(`${app}/features/USER_PROVISIONING`) } },
        },
        { name: 'INBOUND_PROVISIONING', status: 'DISABLED' },
      ],
    });
  });

  it('are changed member by member', async () => {
    const client = await emulate();
    const app = await addApp(client, 'okta_org2org');
    await client.post(`${app}/connections/default?activate=true`, TOKEN);
    const path = `${app}/features/USER_PROVISIONING`;
    const updated = await client.put(path, { create: { lifecycleCreate: { status: 'ENABLED' } } });
    expect(updated).toMatchObject({
      status: 200,
      body: {
        capabilities: {
          create: { lifecycleCreate: { status: 'ENABLED' } },
          update: { profile: { status: 'DISABLED' }, lifecycleDeactivate: { status: 'DISABLED' } },
        },
      },
    });
    expect((await client.get(path)).body).toEqual(updated.body);
  });
});

it('A feature that an app does not have is not found', async () => {
  const client = await emulate('in process');
  const app = await addApp(client, 'zscalerbyz');
  await client.post(`${app}/connections/default?activate=true`, TOKEN);
  expect(errorOf(await client.get(`${app}/features/INBOUND_PROVISIONING`))).toMatchObject({
    status: 404,
    errorCode: 'E0000007',
  });
  expect((await client.get('/api/v1/apps/0oa1/features')).status).toBe(404);
});

it('Connecting an app is in the log, the token is not', async () => {
  const client = await emulate('in process');
  const app = await addApp(client, 'zscalerbyz');
  await client.post(`${app}/connections/default?activate=true`, TOKEN);
  const log = await client.get('/api/v1/logs', { filter: 'eventType eq "application.lifecycle.update"' });
  expect(log.body).toMatchObject([{ target: [{ type: 'AppInstance' }] }]);
  expect(log.text).not.toContain('the-token');
});
