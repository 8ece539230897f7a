import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, onBothWires } from './client.js';

const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
const signing = (kid: string | undefined, key: object = RSA) => ({ ...key, kid, use: 'sig', alg: 'RS256' });
const encryption = (kid: string) => ({ ...RSA, kid, use: 'enc', alg: 'RSA-OAEP-256' });

async function start(client: Client, keys: readonly object[] = []): Promise<string> {
  const app = await client.post('/api/v1/apps', {
    name: 'oidc_client',
    label: 'Service',
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: { token_endpoint_auth_method: 'private_key_jwt' } },
    settings: {
      oauthClient: { application_type: 'service', grant_types: ['client_credentials'], jwks: { keys } },
    },
  });
  return `/api/v1/apps/${idOf(app)}`;
}

onBothWires('Public keys of clients', (emulate) => {
  it('come with the app, or are added', async () => {
    const client = await emulate();
    const app = await start(client, [signing('a')]);
    const path = `${app}/credentials/jwks`;
    const added = await client.post(path, signing('b', EC));
    expect(added).toMatchObject({
      status: 201,
      body: {
        ...signing('b', EC),
        id: expect.stringMatching(/^pks/),
        status: 'ACTIVE',
        created: '2026-03-04T10:08:01.000Z',
        lastUpdated: '2026-03-04T10:08:01.000Z',
        _links: { deactivate: { hints: { allow: ['POST'] } } },
      },
    });
    expect((await client.get(path)).body).toMatchObject({ keys: [{ kid: 'a' }, { kid: 'b' }] });
    expect((await client.get(`${path}/${idOf(added)}`)).body).toEqual(added.body);
    const { body } = await client.get(app);
    expect(body).toMatchObject({ settings: { oauthClient: { jwks: { keys: [{ kid: 'a' }, { kid: 'b' }] } } } });
    await client.put(app, body);
    expect((await client.get(`${path}/${idOf(added)}`)).body).toEqual(added.body);
  });

  it('are switched off before they are deleted', async () => {
    const client = await emulate();
    const path = `${await start(client, [signing('a'), signing('b')])}/credentials/jwks`;
    const { keys } = (await client.get(path)).body as { keys: [{ id: string }] };
    const [{ id }] = keys;
    expect(errorOf(await client.delete(`${path}/${id}`))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const off = await client.post(`${path}/${id}/lifecycle/deactivate`);
    expect(off).toMatchObject({ status: 200, body: { id, status: 'INACTIVE', _links: { delete: {}, activate: {} } } });
    const on = await client.post(`${path}/${id}/lifecycle/activate`);
    expect(on).toMatchObject({ status: 200, body: { id, status: 'ACTIVE' } });
    await client.post(`${path}/${id}/lifecycle/deactivate`);
    expect((await client.delete(`${path}/${id}`)).status).toBe(204);
    expect((await client.get(path)).body).toMatchObject({ keys: [{ kid: 'b' }] });
    expect(errorOf(await client.get(`${path}/${id}`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });

  it('encrypt with one at a time', async () => {
    const client = await emulate();
    const path = `${await start(client)}/credentials/jwks`;
    const first = await client.post(path, encryption('a'));
    await client.post(path, encryption('b'));
    expect((await client.get(path)).body).toMatchObject({ keys: [{ status: 'INACTIVE' }, { status: 'ACTIVE' }] });
    await client.post(`${path}/${idOf(first)}/lifecycle/activate`);
    expect((await client.get(path)).body).toMatchObject({ keys: [{ status: 'ACTIVE' }, { status: 'INACTIVE' }] });
    const off = await client.post(`${path}/${idOf(first)}/lifecycle/deactivate`);
    expect(errorOf(off)).toMatchObject({ status: 400, causes: ['Only signing keys can be deactivated.'] });
  });
});

const SHORT = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });

it.each([
  ['a kid that another has', [signing('a')], signing('a'), 'jwks: Each key needs a kid of its own'],
  ['too few bits', [], signing('a', SHORT), 'jwks: An RSA key needs at least 2048 bits'],
  [
    'a nameless one beside it',
    [signing(undefined)],
    signing('a'),
    'jwks: A key cannot be added as long as one of the others has no kid',
  ],
])('A key is not added with %s', async (_, before, key, cause) => {
  const client = await emulate('in process');
  const path = `${await start(client, before)}/credentials/jwks`;
  expect(errorOf(await client.post(path, key))).toEqual({ status: 400, errorCode: 'E0000001', causes: [cause] });
});

it('A client has no more than 50 keys', async () => {
  const client = await emulate('in process');
  const keys = Array.from({ length: 50 }, (_, i) => signing(`k${i}`));
  const path = `${await start(client, keys)}/credentials/jwks`;
  expect(errorOf(await client.post(path, signing('one more'))).causes).toEqual([
    'jwks: No more than 50 keys are allowed',
  ]);
});

it('Changes of keys are in the log', async () => {
  const client = await emulate('in process');
  const path = `${await start(client)}/credentials/jwks`;
  const key = `${path}/${idOf(await client.post(path, signing('a')))}`;
  await client.post(`${key}/lifecycle/deactivate`);
  await client.delete(key);
  const log = await client.get('/api/v1/logs', { filter: 'eventType sw "app.oauth2.credentials"' });
  const types = (log.body as { eventType: string }[]).map(({ eventType }) => eventType.split('.').at(-1));
  expect(types).toEqual(['create', 'deactivate', 'delete']);
});
