import { describe, expect, it } from 'vitest';
import { Client } from '../../../src/client.js';
import type { CacheContext, CacheMiddleware } from '../../../src/pipeline/cache/custom.js';
import { MemoryStore } from '../../../src/pipeline/cache/memory-store.js';
import { directoryServer } from '../../support/directory-server.js';

const ADA = { userId: '00u-ada' };

async function setUp(cacheMiddleware: CacheMiddleware, cacheStore = new MemoryStore()) {
  const server = await directoryServer();
  const client = new Client({ orgUrl: server.url, token: '00t', environment: {}, cacheStore, cacheMiddleware });
  return { server, client, users: client.userApi, cacheStore };
}

/** What a middleware sees of one call. */
async function contextOf(call: (client: Client) => Promise<unknown>) {
  const seen: CacheContext[] = [];
  const setup = await setUp(async (context, next) => {
    seen.push({ ...context });
    await next();
  });
  await call(setup.client).catch(() => undefined);
  return { ...setup, context: seen[0] as CacheContext };
}

describe('a cache middleware of the user', () => {
  it('sees the request, the resources that it is about, and the store', async () => {
    const { context, server, cacheStore } = await contextOf((client) =>
      client.policyApi.replacePolicyRule({ policyId: 'p1', ruleId: 'r1', policyRule: {} as never }),
    );
    const policy = `${server.url}/api/v1/policies/p1`;
    const url = `${policy}/rules/r1`;
    expect(context).toMatchObject({
      req: { uri: url, url, method: 'PUT', body: '{}' },
      res: undefined,
      isCollection: false,
      resources: [url, policy],
    });
    expect(context.cacheStore).toBe(cacheStore);
  });

  it('sees the user as the resource of a lifecycle operation', async () => {
    const { context, server } = await contextOf((client) => client.userApi.suspendUser(ADA));
    expect(context.resources).toEqual([`${server.url}/api/v1/users/00u-ada`]);
  });

  it('is told that a list is due', async () => {
    const { context } = await contextOf(async (client) => (await client.userApi.listUsers()).toArray());
    expect([context.isCollection, context.resources]).toEqual([true, []]);
  });

  it('sees the answer after `next`, and may read it before the caller does', async () => {
    const seen: unknown[] = [];
    const { users } = await setUp(async (context, next) => {
      await next();
      seen.push(context.res?.status, context.res?.ok, JSON.parse((await context.res?.text()) ?? '').id);
      seen.push(context.res?.headers?.get('content-type'));
    });
    await expect(users.getUser(ADA)).resolves.toMatchObject({ id: '00u-ada' });
    expect(seen).toEqual([200, true, '00u-ada', 'application/json']);
  });

  it.each<[string, CacheContext['res']]>([
    ['a promise of text', { status: 200, text: () => Promise.resolve('{"id":"kept"}') }],
    ['text', { status: 200, text: () => '{"id":"kept"}' }],
  ])('answers in place of the service with status and %s', async (_, res) => {
    const { server, users } = await setUp(async (context, next) => {
      context.res = res;
      await next();
    });
    await expect(users.getUser(ADA)).resolves.toEqual({ id: 'kept' });
    expect(server.requests).toHaveLength(0);
  });

  it('answers without `next`, too, even with an error and with bytes', async () => {
    const { users } = await setUp((context) => {
      context.res = { status: 404, text: () => '{"errorCode":"E0000007"}' };
    });
    await expect(users.getUser(ADA)).rejects.toMatchObject({ errorCode: 'E0000007', status: 404 });
  });

  it('replaces the cache of the SDK', async () => {
    const { server, users, cacheStore } = await setUp((_context, next) => next());
    await users.getUser(ADA);
    await users.getUser(ADA);
    expect([server.requests.length, cacheStore.size]).toEqual([2, 0]);
  });

  it('is not asked about a reading that bypasses the cache', async () => {
    let asked = 0;
    const { users } = await setUp((_context, next) => {
      asked++;
      return next();
    });
    await users.getUser(ADA, { cache: false });
    expect(asked).toBe(0);
    await users.suspendUser(ADA, { cache: false });
    expect(asked).toBe(1);
  });

  it('that does nothing is told so, and its errors reach the caller', async () => {
    const { users } = await setUp(() => undefined);
    await expect(users.getUser(ADA)).rejects.toMatchObject({ code: 'OKTA_CACHE' });
    const failing = await setUp(() => Promise.reject(new Error('no store')));
    await expect(failing.users.getUser(ADA)).rejects.toThrow('no store');
  });
});
