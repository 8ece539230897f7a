import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator.js';
import { type Client, emulate, errorOf, itemsOf, onBothWires, type Reply, START } from './client.js';
import { serviceApp, tokenFor } from './oauth-clients.js';

const USERS = '/api/v1/users';
const START_S = Math.floor(START / 1000);

function limitOf({ headers }: Reply) {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-rate-limit-${name}`));
  return { limit, remaining, reset: Number(reset) - START_S };
}

async function times(count: number, request: () => Promise<Reply>): Promise<Reply[]> {
  const replies = [];
  for (let i = 0; i < count; i++) replies.push(await request());
  return replies;
}

async function eventsOf(client: Client, type: string): Promise<readonly unknown[]> {
  return itemsOf(await client.get('/api/v1/logs', { filter: `eventType eq "system.org.rate_limit.${type}"` }));
}

onBothWires('with rate limits, an org', (emulate) => {
  it('counts down to 0, then refuses with 429 until the window is over', async () => {
    const client = await emulate({ rateLimits: { 'GET /api/v1/users': 4, tokenShare: 100 } });
    const replies = await times(5, () => client.get(USERS));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
    expect(replies.map((reply) => limitOf(reply).remaining)).toEqual(['3', '2', '1', '0', '0']);
    client.clock.tick(59_000);
    const last = await client.get(USERS);
    expect(errorOf(last)).toEqual({ status: 429, errorCode: 'E0000047', causes: [] });
    const [seconds, now] = [Number(last.headers.get('x-rate-limit-reset')), Date.parse(last.headers.get('date') ?? '')];
    client.clock.tick(seconds * 1000 - now);
    expect(limitOf(await client.get(USERS))).toEqual({ limit: '4', remaining: '3', reset: 120 });
  });

  it('opens a window with the first request of a bucket, and tells the same end in all of it', async () => {
    const client = await emulate({ rateLimits: true });
    await client.get('/api/v1/groups');
    client.clock.tick(20_000);
    expect(limitOf(await client.get(USERS)).reset).toBe(80);
    client.clock.tick(20_000);
    expect(limitOf(await client.get(USERS)).reset).toBe(80);
    expect(limitOf(await client.get('/api/v1/groups')).reset).toBe(60);
  });

  it('says each header once', async () => {
    const { headers } = await (await emulate({ rateLimits: true })).get(USERS);
    for (const name of ['limit', 'remaining', 'reset']) expect(headers.get(`x-rate-limit-${name}`)).toMatch(/^\d+$/);
  });

  it('has 429 for what nobody is signed in for, with headers and an error id as usual', async () => {
    const client = await emulate({ rateLimits: { '/api/v1/groups*': 1, tokenShare: 100 } });
    const [, refused] = await times(2, () => client.get('/api/v1/groups'));
    expect(refused?.body).toEqual({
      errorCode: 'E0000047',
      errorSummary: 'API call exceeded rate limit due to too many requests.',
      errorLink: 'E0000047',
      errorId: expect.stringMatching(/^oae/),
      errorCauses: [],
    });
    expect(refused?.headers.get('retry-after')).toBeNull();
    expect(refused?.headers.get('x-okta-request-id')).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('ceilings', () => {
  it.each([
    ['GET', '/api/v1/users', '300'],
    ['GET', '/api/v1/users/me', '1000'],
    ['GET', '/api/v1/users/me/groups', '600'],
    ['GET', '/api/v1/apps', '50'],
    ['GET', '/api/v1/apps/x', '250'],
    ['GET', '/api/v1/apps/x/users', '50'],
    ['GET', '/api/v1/groups/x', '500'],
    ['GET', '/api/v1/logs', '60'],
    ['GET', '/api/v1/devices', '50'],
    ['GET', '/nowhere', '600'],
  ])('of a workforce org: a token has half, %s %s: %s', async (method, path, limit) => {
    const client = await emulate('in process', { rateLimits: true });
    expect(limitOf(await client.send(method, path)).limit).toBe(limit);
  });

  it('of a free org are lower', async () => {
    const client = await emulate('in process', { rateLimits: { plan: 'integrator' } });
    expect(limitOf(await client.get('/api/v1/apps')).limit).toBe('10');
    expect(limitOf(await client.get(USERS)).limit).toBe('50');
  });

  it('hold for a method before they hold for a path, and for a path before its beginning', async () => {
    const rateLimits = {
      '/api/v1/groups*': 20,
      '/api/v1/groups/{groupId}': 30,
      'GET /api/v1/groups': 40,
      tokenShare: 100,
    };
    const client = await emulate('in process', { rateLimits });
    expect(limitOf(await client.get('/api/v1/groups/x')).limit).toBe('30');
    expect(limitOf(await client.get('/api/v1/groups')).limit).toBe('40');
    expect(limitOf(await client.post('/api/v1/groups', {})).limit).toBe('20');
  });

  it('are shared by all resources of a kind', async () => {
    const client = await emulate('in process', { rateLimits: { 'GET /api/v1/users/{id}': 2, tokenShare: 100 } });
    const paths = ['me', 'x', 'y'].map((id) => `${USERS}/${id}`);
    const statuses = [];
    for (const path of paths) statuses.push((await client.get(path)).status);
    expect(statuses).toEqual([200, 404, 429]);
  });

  it('leave the other half to other tokens, until the org has used all', async () => {
    const client = await emulate('in process', { rateLimits: { 'GET /api/v1/users': 4 } });
    const other = () => client.send('GET', USERS, { headers: { authorization: 'SSWS 00other' } });
    expect((await times(3, () => client.get(USERS))).map(({ status }) => status)).toEqual([200, 200, 429]);
    expect((await times(2, other)).map(({ status }) => status)).toEqual([401, 401]);
    expect(limitOf(await client.send('GET', USERS, { headers: {} })).remaining).toBe('0');
  });

  it.each([
    [{ 'GET /api/v1/users': 0 }, /GET \/api\/v1\/users is not a whole number/],
    [{ 'users/': 5 }, /'users\/' is not of the form/],
    [{ concurrent: 0.5 }, /concurrent/],
    [{ tokenShare: 0 }, /tokenShare/],
  ])('that make no sense are refused: %j', (rateLimits, message) => {
    expect(() => createEmulator({ rateLimits })).toThrow(message);
  });

  it('are only announced unless they are asked for', async () => {
    const client = await emulate('in process');
    const replies = await times(130, () => client.get('/api/v1/logs'));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(replies.map((reply) => limitOf(reply).remaining)).toContain('119');
  });

  it('are forgotten by a reset', async () => {
    const client = await emulate('in process', { rateLimits: { 'GET /api/v1/users': 1 } });
    await times(2, () => client.get(USERS));
    client.emulator.reset();
    expect((await client.get(USERS)).status).toBe(200);
  });
});

describe('the System Log', () => {
  it('tells once that 60 % of a window are used, and once that it was exceeded', async () => {
    const client = await emulate('in process', { rateLimits: { 'GET /api/v1/users': 5, tokenShare: 100 } });
    await times(2, () => client.get(USERS));
    expect(await eventsOf(client, 'warning')).toEqual([]);
    await times(6, () => client.get(USERS));
    expect(await eventsOf(client, 'warning')).toMatchObject([
      {
        target: [{ id: 'GET /api/v1/users' }],
        actor: { type: 'User' },
        debugContext: { debugData: { requestUri: USERS } },
      },
    ]);
    expect(await eventsOf(client, 'violation')).toHaveLength(1);
    client.clock.tick(60_000);
    await times(6, () => client.get(USERS));
    expect(await eventsOf(client, 'violation')).toHaveLength(2);
  });
});

describe('requests in flight', () => {
  it('above the ceiling are refused with limit and remaining 0', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const clock = { now: () => START, sleep: () => gate };
    const emulator = createEmulator({ clock, latency: 1, rateLimits: { concurrent: 2 } });
    const headers = { authorization: `SSWS ${emulator.token}` };
    const send = () => emulator.fetch(emulator.url + USERS, { headers });
    const first = [send(), send()];
    const refused = await send();
    release();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-rate-limit-limit')).toBe('0');
    expect(refused.headers.get('x-rate-limit-remaining')).toBe('0');
    expect(Number(refused.headers.get('x-rate-limit-reset'))).toBeGreaterThan(START_S);
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await send()).status).toBe(200);
  });
});

describe('signing in', () => {
  it('is refused above four times a second for one user name, with limit 1', async () => {
    const client = await emulate('in process', { rateLimits: true });
    const signIn = (username: string) => client.post('/api/v1/authn', { username, password: 'wrong' });
    expect((await times(4, () => signIn('ada@example.com'))).map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    const refused = await signIn('ADA@example.com');
    expect(errorOf(refused)).toMatchObject({ status: 429, errorCode: 'E0000047' });
    expect(limitOf(refused)).toMatchObject({ limit: '1', remaining: '0' });
    expect((await signIn('bob@example.com')).status).toBe(401);
    client.clock.tick(1000);
    expect((await signIn('ada@example.com')).status).toBe(401);
  });
});

describe('the share of one caller', () => {
  const LIMITS = { rateLimits: { 'GET /api/v1/groups': 10, tokenShare: 50 } };

  it('is what an admin gave the API token', async () => {
    const client = await emulate('in process', LIMITS);
    expect(limitOf(await client.get('/api/v1/groups')).limit).toBe('5');
    const path = '/api/v1/principal-rate-limits';
    const [entity] = itemsOf(await client.get(path, { filter: 'principalType eq "SSWS_TOKEN"' }));
    expect((await client.put(`${path}/${entity?.id}`, { ...entity, defaultPercentage: 20 })).status).toBe(200);
    expect(limitOf(await client.get('/api/v1/groups'))).toMatchObject({ limit: '2', remaining: '0' });
    expect((await client.get('/api/v1/groups')).status).toBe(429);
  });

  it('is what an admin gave the client of an access token', async () => {
    const client = await emulate('in process', LIMITS);
    const app = await serviceApp(client, { grants: ['okta.groups.read'] });
    const headers = { Authorization: `Bearer ${await tokenFor(client, app, { scope: 'okta.groups.read' })}` };
    const read = () => client.send('GET', '/api/v1/groups', { headers });
    expect(limitOf(await read()).limit).toBe('5');
    const entity = { principalId: app.id, principalType: 'OAUTH_CLIENT', defaultPercentage: 100 };
    await client.post('/api/v1/principal-rate-limits', entity);
    expect(limitOf(await read()).limit).toBe('10');
  });
});
