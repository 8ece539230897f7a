import { describe, expect, it, vi } from 'vitest';
import * as okta from '../../../src/index.js';
import { localServer, sendJson } from '../../support/local-server.js';

const USER = { id: 'u1', profile: { login: 'ada' } };

/** An org of one user, whose answers name themselves. */
async function orgWith(options: okta.ConfigurationOptions) {
  const server = await localServer(({ url }, response) => {
    const self = { href: `http://${response.req.headers.host}${url.replace(/\/lifecycle.*/, '')}` };
    const user = { ...USER, _links: { self } };
    sendJson(response, url === '/api/v1/users' ? [user] : user);
  });
  const client = new okta.Client({ orgUrl: server.url, token: 'xYzabc', environment: {}, ...options });
  return { client, server };
}

describe('the default cache', () => {
  it('keeps what names itself, until a request changes it', async () => {
    const { client, server } = await orgWith({});
    const user = await client.getUser('u1');
    await client.getUser('u1');
    expect(server.requests).toHaveLength(1);
    await user.deactivate();
    await client.getUser('u1');
    expect(server.requests).toHaveLength(3);
  });

  it('gives every caller a value of their own', async () => {
    const { client } = await orgWith({});
    const [one, other] = [await client.getUser('u1'), await client.getUser('u1')];
    one.profile.nickName = 'changed';
    expect(other.profile.nickName).toBeUndefined();
    expect(typeof other.update).toBe('function');
  });

  it('is off with cacheMiddleware: null', async () => {
    const { client, server } = await orgWith({ cacheMiddleware: null });
    await client.getUser('u1');
    await client.getUser('u1');
    expect(server.requests).toHaveLength(2);
  });
});

describe('stores', () => {
  const clock: okta.Clock = { now: () => Date.now(), random: Math.random, sleep: async () => undefined };

  it('MemoryStore with keyLimit and expirationPoll', async () => {
    const cacheStore = new okta.MemoryStore({ keyLimit: 100000, expirationPoll: true });
    const { client, server } = await orgWith({ cacheStore });
    await client.getUser('u1');
    await client.getUser('u1');
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    [true, 15_000],
    [4000, 4000],
  ])('MemoryStore with expirationPoll %o looks for expired keys every %i ms', (expirationPoll, ms) => {
    vi.useFakeTimers();
    try {
      const store = new okta.MemoryStore({ expirationPoll, clock });
      store.set('key', 'value', 10);
      vi.advanceTimersByTime(ms - 1);
      expect(store.size).toBe(1);
      vi.advanceTimersByTime(1);
      expect(store.size).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('MemoryStore without expirationPoll forgets an expired key when somebody asks for it', () => {
    vi.useFakeTimers();
    try {
      const store = new okta.MemoryStore({ clock });
      store.set('key', 'value', 10);
      vi.advanceTimersByTime(60_000);
      expect([store.size, store.get('key'), store.size]).toEqual([1, undefined, 0]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('MemoryStore drops the oldest keys above keyLimit', async () => {
    const { client, server } = await orgWith({ cacheStore: new okta.MemoryStore({ keyLimit: 2 }) });
    for (const id of ['u1', 'u2', 'u3', 'u4', 'u1']) await client.getUser(id);
    expect(server.requests).toHaveLength(5);
  });

  it('a store of one’s own', async () => {
    class CustomStore {
      readonly entries = new Map<string, string>();
      async get(stringKey: string) {
        return this.entries.get(stringKey);
      }
      async set(stringKey: string, stringValue: string) {
        this.entries.set(stringKey, stringValue);
      }
      async delete(stringKey: string) {
        this.entries.delete(stringKey);
      }
    }
    const cacheStore = new CustomStore();
    const { client, server } = await orgWith({ cacheStore });
    await client.getUser('u1');
    await client.getUser('u1');
    expect(server.requests).toHaveLength(1);
    expect(cacheStore.entries.size).toBeGreaterThan(0);
  });
});

describe('a middleware of one’s own', () => {
  it('runs before the request and after the response', async () => {
    const steps: unknown[] = [];
    async function customMiddleware(ctx: okta.CacheContext, next: () => Promise<void>) {
      steps.push(['before', ctx.res]);
      await next();
      steps.push(['after', ctx.res?.status]);
    }
    const { client } = await orgWith({ cacheMiddleware: customMiddleware });
    await client.getUser('u1');
    expect(steps).toEqual([
      ['before', undefined],
      ['after', 200],
    ]);
  });

  it('is told about the request', async () => {
    const seen: unknown[] = [];
    const cacheStore = new okta.MemoryStore();
    const cacheMiddleware: okta.CacheMiddleware = async (ctx, next) => {
      const { req, isCollection, resources } = ctx;
      seen.push([req.method, req.uri, req.body, isCollection, resources, ctx.cacheStore === cacheStore]);
      await next();
    };
    const { client, server } = await orgWith({ cacheMiddleware, cacheStore });
    const { url } = server;
    const user = await client.getUser('u1');
    await user.update();
    await client.listUsers().first();
    const one = `${url}/api/v1/users/u1`;
    expect(seen).toEqual([
      ['GET', one, undefined, false, [one], true],
      ['PUT', one, JSON.stringify(user), false, [one], true],
      ['GET', `${url}/api/v1/users`, undefined, true, [], true],
    ]);
  });

  it('skips the request by an answer of its own', async () => {
    const OK = 200;
    async function customMiddleware(ctx: okta.CacheContext, next: () => Promise<void>) {
      const text = '{"id":"from the middleware"}';
      ctx.res = {
        status: OK,
        text() {
          return Promise.resolve(text);
        },
      };
      await next();
    }
    const { client, server } = await orgWith({ cacheMiddleware: customMiddleware });
    const user = await client.getUser('u1');
    expect(user.id).toBe('from the middleware');
    expect(typeof user.update).toBe('function');
    expect(server.requests).toEqual([]);
  });
});
