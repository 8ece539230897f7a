import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, itemsOf } from './client.js';
import { requestToken, type ServiceApp, serviceApp, tokenIn } from './oauth-clients.js';

const SERVERS = '/api/v1/authorizationServers';
const CLIENT_CREDENTIALS = { grantTypes: { include: ['client_credentials'] }, scopes: { include: ['*'] } };

interface Server {
  readonly client: Client;
  readonly path: string;
  readonly id: string;
  readonly app: ServiceApp;
}

/** A server with the scopes `read` and `write`, and a client. */
async function prepared(): Promise<Server> {
  const client = await emulate('in process');
  const id = idOf(await client.post(SERVERS, { name: 'Orders', audiences: ['api://orders'] }));
  const path = `${SERVERS}/${id}`;
  for (const name of ['read', 'write']) await client.post(`${path}/scopes`, { name });
  return { client, path, id, app: await serviceApp(client) };
}

function ask({ client, id, app }: Server, scope = 'read') {
  return requestToken(client, app, { path: `/oauth2/${id}/v1/token`, scope });
}

async function addPolicy({ client, path }: Server, body: object = {}): Promise<string> {
  const reply = await client.post(`${path}/policies`, {
    type: 'OAUTH_AUTHORIZATION_POLICY',
    name: 'Policy',
    description: 'Policy',
    conditions: { clients: { include: ['ALL_CLIENTS'] } },
    ...body,
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return `${path}/policies/${idOf(reply)}`;
}

function addRule({ client }: Server, policy: string, body: object = {}) {
  return client.post(`${policy}/rules`, {
    type: 'RESOURCE_ACCESS',
    name: 'Rule',
    conditions: CLIENT_CREDENTIALS,
    ...body,
  });
}

const DENIED = { status: 400, body: { error: 'access_denied' } };

describe('a client of an authorization server', () => {
  it('gets nothing without a policy', async () => {
    const server = await prepared();
    expect(await ask(server)).toMatchObject(DENIED);
    const policy = await addPolicy(server);
    expect(await ask(server)).toMatchObject(DENIED);
    await addRule(server, policy);
    expect(await ask(server)).toMatchObject({ status: 200 });
  });

  it('gets a token that lives as long as the first rule that fits says', async () => {
    const server = await prepared();
    const policy = await addPolicy(server);
    const lasting = (minutes: number) => ({ actions: { token: { accessTokenLifetimeMinutes: minutes } } });
    const conditions = { ...CLIENT_CREDENTIALS, scopes: { include: ['write'] } };
    await addRule(server, policy, { name: 'Writers', conditions, ...lasting(5) });
    await addRule(server, policy, { name: 'Others', ...lasting(30) });
    expect((await ask(server, 'write')).body).toMatchObject({ expires_in: 300 });
    expect((await ask(server, 'read write')).body).toMatchObject({ expires_in: 1800 });
    await addRule(server, policy, { name: 'First', priority: 1, ...lasting(10) });
    expect((await ask(server, 'write')).body).toMatchObject({ expires_in: 600 });
  });

  it('is judged by policies for its id, by active ones and active rules only', async () => {
    const server = await prepared();
    const others = await addPolicy(server, { conditions: { clients: { include: ['somebody'] } } });
    await addRule(server, others);
    expect(await ask(server)).toMatchObject(DENIED);
    const own = await addPolicy(server, { conditions: { clients: { include: [server.app.id] } } });
    const rule = `${own}/rules/${idOf(await addRule(server, own))}`;
    expect(await ask(server)).toMatchObject({ status: 200 });
    expect((await server.client.post(`${rule}/lifecycle/deactivate`)).status).toBe(204);
    expect(await ask(server)).toMatchObject(DENIED);
    expect((await server.client.post(`${rule}/lifecycle/activate`)).status).toBe(204);
    expect((await server.client.post(`${own}/lifecycle/deactivate`)).status).toBe(204);
    expect(await ask(server)).toMatchObject(DENIED);
    expect((await server.client.post(`${own}/lifecycle/activate`)).status).toBe(204);
    expect(await ask(server)).toMatchObject({ status: 200 });
  });

  it('is not helped by rules for other grants', async () => {
    const server = await prepared();
    const policy = await addPolicy(server);
    await addRule(server, policy, { conditions: { ...CLIENT_CREDENTIALS, grantTypes: { include: ['password'] } } });
    expect(await ask(server)).toMatchObject(DENIED);
  });

  it('must ask for scopes that exist, unless some are given by default', async () => {
    const server = await prepared();
    await addRule(server, await addPolicy(server));
    expect(await ask(server, 'unknown')).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
    expect(await ask(server, 'openid')).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
    expect(await ask(server, '')).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
    await server.client.post(`${server.path}/scopes`, { name: 'usual', default: true });
    expect(await ask(server, '')).toMatchObject({ status: 200, body: { scope: 'usual' } });
  });

  it('finds the claims of the server in its token', async () => {
    const server = await prepared();
    await addRule(server, await addPolicy(server));
    const claim = (name: string, value: string, more: object = {}) =>
      server.client.post(`${server.path}/claims`, {
        name,
        value,
        valueType: 'EXPRESSION',
        claimType: 'RESOURCE',
        ...more,
      });
    await claim('tier', '"gold"');
    await claim('robot', 'app.clientId');
    await claim('writer', 'true', { conditions: { scopes: ['write'] } });
    await claim('off', '"never"', { status: 'INACTIVE' });
    await claim('whose', 'user.email');
    await claim('identity', '"never"', { claimType: 'IDENTITY' });
    const payload = decodeJwt(tokenIn(await ask(server)));
    expect(payload).toMatchObject({ tier: 'gold', robot: server.app.id, sub: server.app.id, aud: 'api://orders' });
    for (const name of ['writer', 'off', 'whose', 'identity']) expect(payload).not.toHaveProperty(name);
    expect(decodeJwt(tokenIn(await ask(server, 'write')))).toMatchObject({ writer: true });
  });
});

describe('policies of an authorization server', () => {
  it('keep their order when others come, move and go', async () => {
    const server = await prepared();
    const { client, path } = server;
    const names = async () =>
      itemsOf(await client.get(`${path}/policies`)).map(({ name, priority }) => `${priority} ${name}`);
    await addPolicy(server, { name: 'A' });
    const b = await addPolicy(server, { name: 'B' });
    await addPolicy(server, { name: 'C', priority: 1 });
    expect(await names()).toEqual(['1 C', '2 A', '3 B']);
    const body = (await client.get(b)).body as object;
    expect((await client.put(b, { ...body, priority: 1 })).body).toMatchObject({ name: 'B', priority: 1 });
    expect(await names()).toEqual(['1 B', '2 C', '3 A']);
    expect((await client.delete(b)).status).toBe(204);
    expect(await names()).toEqual(['1 C', '2 A']);
    expect((await client.get(b)).status).toBe(404);
  });

  it('and their rules are told of in the log', async () => {
    const server = await prepared();
    const policy = await addPolicy(server);
    const rule = `${policy}/rules/${idOf(await addRule(server, policy))}`;
    const { client } = server;
    const changed = { ...((await client.get(rule)).body as object), name: 'Renamed' };
    expect((await client.put(rule, changed)).body).toMatchObject({ name: 'Renamed' });
    expect((await client.delete(rule)).status).toBe(204);
    expect((await client.get(rule)).status).toBe(404);
    await client.delete(policy);
    const events = itemsOf(await client.get('/api/v1/logs', { filter: 'eventType sw "policy."' }));
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'policy.lifecycle.create',
      'policy.rule.add',
      'policy.rule.update',
      'policy.rule.delete',
      'policy.lifecycle.delete',
    ]);
  });

  it.each([
    ['no grant', { conditions: { scopes: { include: ['*'] } } }],
    ['too short a life', { actions: { token: { accessTokenLifetimeMinutes: 4 } } }],
    ['too long a life', { actions: { token: { accessTokenLifetimeMinutes: 1441 } } }],
    ['no name', { name: '' }],
  ])('refuse rules with %s', async (_, body) => {
    const server = await prepared();
    const reply = await addRule(server, await addPolicy(server), body);
    expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});

describe('scopes of an authorization server', () => {
  it('are made, changed and removed', async () => {
    const { client, path } = await prepared();
    const created = await client.post(`${path}/scopes`, { name: 'orders', description: 'Orders' });
    const scope = `${path}/scopes/${idOf(created)}`;
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: expect.stringMatching(/^scp/),
      name: 'orders',
      description: 'Orders',
      system: false,
      metadataPublish: 'NO_CLIENTS',
      consent: 'IMPLICIT',
      default: false,
      optional: false,
      _links: { self: { href: client.emulator.url + scope, hints: { allow: ['GET', 'PUT', 'DELETE'] } } },
    });
    expect((await client.put(scope, { name: 'bills', consent: 'REQUIRED' })).body).toMatchObject({
      name: 'bills',
      consent: 'REQUIRED',
    });
    expect(itemsOf(await client.get(`${path}/scopes`, { q: 'bill' }))).toHaveLength(1);
    expect(itemsOf(await client.get(`${path}/scopes`, { limit: '2' }))).toHaveLength(2);
    expect((await client.delete(scope)).status).toBe(204);
    expect((await client.get(scope)).status).toBe(404);
  });

  it.each([
    ['no name', {}, 'E0000001'],
    ['a name of the Okta API', { name: 'okta.users.read' }, 'E0000001'],
    ['a name with a space', { name: 'read all' }, 'E0000001'],
    ['a name that is there', { name: 'read' }, 'E0000001'],
  ])('are refused with %s', async (_, body, errorCode) => {
    const { client, path } = await prepared();
    expect(errorOf(await client.post(`${path}/scopes`, body))).toMatchObject({ status: 400, errorCode });
  });

  it('stay if they belong to the system, as do claims', async () => {
    const { client, path } = await prepared();
    for (const kind of ['scopes', 'claims']) {
      const [first] = itemsOf(await client.get(`${path}/${kind}`));
      expect(errorOf(await client.delete(`${path}/${kind}/${first?.id}`))).toMatchObject({ errorCode: 'E0000006' });
      expect((await client.put(`${path}/${kind}/${first?.id}`, { ...first, name: 'other' })).status).toBe(400);
    }
  });
});

describe('claims of an authorization server', () => {
  const TIER = { name: 'tier', value: '"gold"', valueType: 'EXPRESSION', claimType: 'RESOURCE' };

  it('are made, changed and removed', async () => {
    const { client, path } = await prepared();
    const created = await client.post(`${path}/claims`, TIER);
    const claim = `${path}/claims/${idOf(created)}`;
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      ...TIER,
      id: expect.stringMatching(/^ocl/),
      status: 'ACTIVE',
      system: false,
      alwaysIncludeInToken: true,
      conditions: { scopes: [] },
      _links: { self: { href: client.emulator.url + claim, hints: { allow: ['GET', 'PUT', 'DELETE'] } } },
    });
    expect((await client.put(claim, { ...TIER, value: '"silver"' })).body).toMatchObject({ value: '"silver"' });
    expect((await client.delete(claim)).status).toBe(204);
    expect((await client.get(claim)).status).toBe(404);
  });

  it.each([
    ['no name', { ...TIER, name: '' }],
    ['a reserved name', { ...TIER, name: 'aud' }],
    ['no value', { ...TIER, value: '' }],
    ['groups without a filter', { ...TIER, valueType: 'GROUPS' }],
  ])('are refused with %s', async (_, body) => {
    const { client, path } = await prepared();
    expect(errorOf(await client.post(`${path}/claims`, body))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});
