import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { type Client, emulate, errorOf, type Item, idOf, idsOf, itemsOf, onBothWires } from './client.js';
import { requestToken, serviceApp, tokenIn } from './oauth-clients.js';

const SERVERS = '/api/v1/authorizationServers';
const ORDERS = { name: 'Orders', description: 'For orders', audiences: ['api://orders'] };

async function eventsOf(client: Client, filter: string) {
  return itemsOf(await client.get('/api/v1/logs', { filter })).map(({ eventType }) => eventType);
}

onBothWires('the authorization server of a fresh org', (emulateOn) => {
  it('is called default', async () => {
    const client = await emulateOn();
    const [server, ...others] = itemsOf(await client.get(SERVERS));
    expect(others).toEqual([]);
    const origin = client.emulator.url;
    const self = `${origin}${SERVERS}/default`;
    const wellKnown = `${origin}/oauth2/default/.well-known`;
    expect(server).toEqual({
      id: expect.stringMatching(/^aus\w{17}$/),
      name: 'default',
      description: 'Default Authorization Server for your Applications',
      audiences: ['api://default'],
      issuer: `${origin}/oauth2/default`,
      issuerMode: 'ORG_URL',
      status: 'ACTIVE',
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      credentials: {
        signing: {
          rotationMode: 'AUTO',
          lastRotated: '2026-03-04T10:08:01.000Z',
          nextRotation: '2026-06-02T10:08:01.000Z',
          kid: expect.stringMatching(/^[\w-]{43}$/),
          use: 'sig',
        },
      },
      _links: {
        rotateKey: { href: `${self}/credentials/lifecycle/keyRotate`, hints: { allow: ['POST'] } },
        metadata: [
          {
            name: 'oauth-authorization-server',
            href: `${wellKnown}/oauth-authorization-server`,
            hints: { allow: ['GET'] },
          },
          { name: 'openid-configuration', href: `${wellKnown}/openid-configuration`, hints: { allow: ['GET'] } },
        ],
        keys: { href: `${self}/credentials/keys`, hints: { allow: ['GET'] } },
        claims: { href: `${self}/claims`, hints: { allow: ['GET', 'POST'] } },
        policies: { href: `${self}/policies`, hints: { allow: ['GET', 'POST'] } },
        self: { href: self, hints: { allow: ['GET', 'DELETE', 'PUT'] } },
        scopes: { href: `${self}/scopes`, hints: { allow: ['GET', 'POST'] } },
        deactivate: { href: `${self}/lifecycle/deactivate`, hints: { allow: ['POST'] } },
      },
    });
    expect((await client.get(`${SERVERS}/default`)).body).toEqual(server);
    expect((await client.get(`${SERVERS}/${server?.id}`)).body).toEqual(server);
  });

  it('has the system scopes and claims, a policy and a rule', async () => {
    const client = await emulateOn();
    const names = async (path: string) =>
      itemsOf(await client.get(`${SERVERS}/default/${path}`)).map(({ name }) => name);
    expect(await names('scopes')).toEqual([
      'openid',
      'profile',
      'email',
      'address',
      'phone',
      'offline_access',
      'device_sso',
    ]);
    expect(await names('claims')).toHaveLength(19);
    const [policy] = itemsOf(await client.get(`${SERVERS}/default/policies`));
    expect(policy).toMatchObject({
      name: 'Default Policy',
      status: 'ACTIVE',
      priority: 1,
      conditions: { clients: { include: ['ALL_CLIENTS'] } },
    });
    expect((await client.get(`${SERVERS}/default/policies/${policy?.id}/rules`)).body).toMatchObject([
      {
        name: 'Default Policy Rule',
        actions: {
          token: {
            accessTokenLifetimeMinutes: 60,
            refreshTokenLifetimeMinutes: 0,
            refreshTokenWindowMinutes: 10_080,
          },
        },
        conditions: { scopes: { include: ['*'] } },
      },
    ]);
  });
});

describe('an authorization server', () => {
  it('is made with keys, scopes and claims, but without a policy', async () => {
    const client = await emulate('in process');
    const created = await client.post(SERVERS, ORDERS);
    const id = idOf(created);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ ...ORDERS, status: 'ACTIVE', issuer: `${client.emulator.url}/oauth2/${id}` });
    expect((await client.get(`${SERVERS}/${id}`)).body).toEqual(created.body);
    expect(itemsOf(await client.get(`${SERVERS}/${id}/policies`))).toEqual([]);
    expect(itemsOf(await client.get(`${SERVERS}/${id}/scopes`))).toHaveLength(7);
    expect(itemsOf(await client.get(`${SERVERS}/${id}/claims`))).toHaveLength(19);
  });

  it('is replaced, switched and removed, and the log tells', async () => {
    const client = await emulate('in process');
    const path = `${SERVERS}/${idOf(await client.post(SERVERS, ORDERS))}`;
    const changed = { name: 'Bills', audiences: ['api://bills'], credentials: { signing: { rotationMode: 'MANUAL' } } };
    expect((await client.put(path, changed)).body).toMatchObject({ ...changed, description: '' });
    expect((await client.post(`${path}/lifecycle/deactivate`)).status).toBe(204);
    expect((await client.get(path)).body).toMatchObject({ status: 'INACTIVE', _links: { activate: {} } });
    expect((await client.post(`${path}/lifecycle/activate`)).status).toBe(204);
    expect((await client.delete(path)).status).toBe(204);
    expect(errorOf(await client.get(path))).toMatchObject({ status: 404, errorCode: 'E0000007' });
    expect(await eventsOf(client, 'eventType sw "oauth2.as."')).toEqual([
      'oauth2.as.created',
      'oauth2.as.updated',
      'oauth2.as.deactivated',
      'oauth2.as.activated',
      'oauth2.as.deleted',
    ]);
  });

  it('is found by its name or audience', async () => {
    const client = await emulate('in process');
    const id = idOf(await client.post(SERVERS, ORDERS));
    expect(idsOf(await client.get(SERVERS, { q: 'orders' }))).toEqual([id]);
    expect(idsOf(await client.get(SERVERS, { q: 'API://O' }))).toEqual([id]);
    const first = await client.get(SERVERS, { limit: '1' });
    expect(idsOf(await client.get(first.next ?? ''))).toEqual([id]);
  });

  it.each([
    ['a name', { audiences: ['a'] }, 'name'],
    ['an audience', { name: 'a' }, 'audiences'],
    ['a single audience', { name: 'a', audiences: ['a', 'b'] }, 'audiences'],
  ])('needs %s', async (_, body, field) => {
    const reply = errorOf(await (await emulate('in process')).post(SERVERS, body));
    expect(reply).toMatchObject({
      status: 400,
      errorCode: 'E0000001',
      causes: [expect.stringContaining(`${field}: `)],
    });
  });

  it('may be the default one when it is deleted', async () => {
    const client = await emulate('in process');
    expect((await client.delete(`${SERVERS}/default`)).status).toBe(204);
    expect((await client.get(`${SERVERS}/default`)).status).toBe(404);
  });
});

describe('keys of an authorization server', () => {
  const statuses = (keys: readonly Item[]) => keys.map(({ status }) => status);

  it('rotate, and tokens signed before still hold', async () => {
    const client = await emulate('in process');
    const path = `${SERVERS}/default/credentials`;
    await client.post(`${SERVERS}/default/scopes`, { name: 'orders' });
    const app = await serviceApp(client);
    const token = tokenIn(await requestToken(client, app, { path: '/oauth2/default/v1/token', scope: 'orders' }));
    const before = itemsOf(await client.get(`${path}/keys`));
    expect(statuses(before)).toEqual(['ACTIVE', 'NEXT']);
    const after = itemsOf(await client.post(`${path}/lifecycle/keyRotate`, { use: 'sig' }));
    expect(statuses(after)).toEqual(['ACTIVE', 'NEXT', 'EXPIRED']);
    expect([after[0]?.['kid'], after[2]?.['kid']]).toEqual([before[1]?.['kid'], before[0]?.['kid']]);
    const published = (await client.get('/oauth2/default/v1/keys')).body as JSONWebKeySet;
    expect(published.keys.map(({ kid }) => kid)).toEqual([after[0]?.['kid'], after[2]?.['kid']]);
    await jwtVerify(token, createLocalJWKSet(published), { currentDate: new Date(client.clock.now()) });
    expect((await client.get(`${path}/keys/${after[0]?.['kid']}`)).body).toEqual(after[0]);
    expect(await eventsOf(client, 'eventType eq "app.oauth2.as.key.rollover"')).toHaveLength(1);
  });

  it('rotate for signatures only', async () => {
    const client = await emulate('in process');
    const reply = await client.post(`${SERVERS}/default/credentials/lifecycle/keyRotate`, { use: 'enc' });
    expect(reply.status).toBe(400);
    expect((await client.get(`${SERVERS}/default/credentials/keys/none`)).status).toBe(404);
  });

  it('that encrypt are added switched off, and only one is on', async () => {
    const client = await emulate('in process');
    const path = `${SERVERS}/default/resourceservercredentials/keys`;
    const key = { kty: 'RSA', use: 'enc', e: 'AQAB', n: 'xyz' };
    const one = await client.post(path, { ...key, kid: 'one' });
    expect(one).toMatchObject({ status: 201, body: { ...key, kid: 'one', status: 'INACTIVE' } });
    const two = idOf(await client.post(path, { ...key, kid: 'two' }));
    await client.post(`${path}/${two}/lifecycle/activate`);
    expect((await client.post(`${path}/${idOf(one)}/lifecycle/activate`)).body).toMatchObject({ status: 'ACTIVE' });
    expect(statuses(itemsOf(await client.get(path)))).toEqual(['ACTIVE', 'INACTIVE']);
    expect((await client.delete(`${path}/${idOf(one)}`)).status).toBe(400);
    expect((await client.post(`${path}/${idOf(one)}/lifecycle/deactivate`)).body).toMatchObject({ status: 'INACTIVE' });
    expect((await client.delete(`${path}/${idOf(one)}`)).status).toBe(204);
    expect((await client.get(`${path}/${idOf(one)}`)).status).toBe(404);
    expect((await client.post(path, { ...key, kid: 'two' })).status).toBe(400);
    expect((await client.post(path, { ...key, kid: 'three', status: 'ACTIVE' })).status).toBe(400);
  });
});

describe('authorization servers that trust each other', () => {
  it('are listed from both sides', async () => {
    const client = await emulate('in process');
    const id = idOf(await client.post(SERVERS, ORDERS));
    const path = `${SERVERS}/default/associatedServers`;
    expect(idsOf(await client.post(path, { trusted: [id] }))).toEqual([id]);
    expect(idsOf(await client.get(path, { trusted: 'true' }))).toEqual([id]);
    expect(idsOf(await client.get(path, { trusted: 'false' }))).toEqual([]);
    expect(itemsOf(await client.get(`${SERVERS}/${id}/associatedServers`, { trusted: 'false' }))).toMatchObject([
      { name: 'default' },
    ]);
    expect((await client.delete(`${path}/${id}`)).status).toBe(204);
    expect(idsOf(await client.get(path))).toEqual([]);
    expect((await client.post(path, { trusted: ['nobody'] })).status).toBe(404);
  });
});
