import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Client } from '../../../src/client.js';
import type { ConfigurationOptions } from '../../../src/config/options.js';
import { keyvStore } from '../../../src/pipeline/cache/keyv-store.js';
import { MemoryStore } from '../../../src/pipeline/cache/memory-store.js';
import type { CacheStore } from '../../../src/pipeline/cache/store.js';
import { directoryServer } from '../../support/directory-server.js';
import { manualClock } from '../../support/manual-clock.js';

describe('MemoryStore', () => {
  it('gives back what was set, until it is deleted', () => {
    const store = new MemoryStore();
    store.set('a', 'one');
    store.set('a', 'two');
    expect([store.get('a'), store.size]).toEqual(['two', 1]);
    expect([store.delete('a'), store.delete('a'), store.get('a')]).toEqual([true, false, undefined]);
  });

  it('drops the oldest keys above `keyLimit`', () => {
    const store = new MemoryStore({ keyLimit: 2 });
    for (const key of ['a', 'b', 'c']) store.set(key, key);
    expect(['a', 'b', 'c'].map((key) => store.get(key))).toEqual([undefined, 'b', 'c']);
  });

  it('keeps what is asked for longer than what is not', () => {
    const store = new MemoryStore({ keyLimit: 3 });
    for (const key of ['a', 'b', 'c']) store.set(key, key);
    store.get('a');
    store.set('d', 'd');
    expect(['a', 'b', 'c', 'd'].map((key) => store.get(key))).toEqual(['a', undefined, 'c', 'd']);
  });

  it('stays below `maxBytes`, and does not keep what is larger', () => {
    const store = new MemoryStore({ maxBytes: 10_000 });
    for (let key = 0; key < 50; key++) store.set(String(key), 'x'.repeat(1000));
    expect(store.size).toBe(4);
    store.set('large', 'x'.repeat(6000));
    expect([store.size, store.get('large')]).toEqual([0, undefined]);
    store.set('small', 'x');
    expect(store.get('small')).toBe('x');
  });

  it('forgets what has expired when it is asked for', () => {
    let now = 0;
    const store = new MemoryStore({ clock: { ...manualClock(), now: () => now } });
    store.set('a', 'one', 1000);
    now = 999;
    expect(store.get('a')).toBe('one');
    now = 1000;
    expect([store.size, store.get('a'), store.size]).toEqual([1, undefined, 0]);
  });

  it('forgets what has expired by itself with `expirationPoll`', async () => {
    const store = new MemoryStore({ expirationPoll: 10 });
    store.set('a', 'one', 5);
    store.set('b', 'two');
    await expect.poll(() => store.size).toBe(1);
    store.set('c', 'three', 5);
    await expect.poll(() => store.size).toBe(1);
  });

  it.each([{ keyLimit: 0 }, { maxBytes: -1 }, { expirationPoll: -5 }])('refuses %o', (options) => {
    expect(() => new MemoryStore(options)).toThrow(RangeError);
  });

  it('holds 100,000 keys unless told otherwise', () => {
    const store = new MemoryStore();
    for (let key = 0; key < 100_500; key++) store.set(String(key), '');
    expect(store.size).toBe(100_000);
  });
});

const ADA = { userId: '00u-ada' };

async function withStore(options: ConfigurationOptions) {
  const server = await directoryServer();
  const warnings: string[] = [];
  const logger = { warn: (message: string) => warnings.push(message) };
  const client = () => new Client({ orgUrl: server.url, token: '00t', environment: {}, logger, ...options }).userApi;
  return { server, warnings, client, users: client() };
}

/** A store over a map, changed by the test. */
function storeOver(map: Map<string, string>, changes: Partial<CacheStore> = {}): CacheStore {
  return {
    get: async (key) => map.get(key) ?? null,
    set: async (key, value) => map.set(key, value),
    delete: async (key) => map.delete(key),
    ...changes,
  };
}

describe('a store of the user', () => {
  it.each<[string, (map: Map<string, string>) => ConfigurationOptions]>([
    ['with promises', (map) => ({ cacheStore: storeOver(map) })],
    ['that is a Map', (map) => ({ cacheStore: map })],
    [
      'with add, get, contains and delete',
      (map) => ({
        cacheManager: {
          add: (key, value) => map.set(key, value),
          contains: (key) => map.has(key),
          delete: (key) => map.delete(key),
          get: (key) => {
            if (!map.has(key)) throw new Error(`KeyError: ${key}`);
            return map.get(key);
          },
        },
      }),
    ],
  ])('%s is shared by clients', async (_, options) => {
    const { server, users, client, warnings } = await withStore(options(new Map()));
    await users.getUser(ADA);
    await client().getUser(ADA);
    expect(server.requests).toHaveLength(1);
    await client().suspendUser(ADA);
    await users.getUser(ADA);
    expect(server.requests).toHaveLength(3);
    expect(warnings).toEqual([]);
  });

  const failure = () => {
    throw new Error('store is gone');
  };
  it.each<[string, CacheStore]>([
    ['throws', storeOver(new Map(), { get: failure, set: failure })],
    ['rejects', storeOver(new Map(), { get: async () => failure(), set: async () => failure() })],
    ['gives what nobody stored', storeOver(new Map(), { get: async (key) => `{"key":"${key}"}\n` })],
    ['gives what is no text', storeOver(new Map(), { get: () => 7 as unknown as string })],
  ])('that %s fails no call', async (_, cacheStore) => {
    const { server, users } = await withStore({ cacheStore });
    for (let time = 0; time < 2; time++) await expect(users.getUser(ADA)).resolves.toMatchObject({ id: '00u-ada' });
    await users.suspendUser(ADA);
    expect(server.requests).toHaveLength(3);
  });

  it('of Keyv that reports failures only as events is seen to have failed', async () => {
    const keyv = { get: async () => undefined, set: async () => false, delete: async () => false };
    const { users, warnings } = await withStore({ cacheStore: keyvStore(keyv) });
    await users.getUser(ADA);
    expect(warnings).toEqual([expect.stringContaining('Keyv could not store a value')]);
  });

  it('that fails is warned about once', async () => {
    const { users, warnings } = await withStore({ cacheStore: storeOver(new Map(), { get: failure }) });
    for (let time = 0; time < 3; time++) await users.getUser(ADA);
    expect(warnings).toEqual([expect.stringContaining('store is gone')]);
  });

  it('that did not learn of a change is not believed until its entries have expired', async () => {
    let isBroken = false;
    const map = new Map<string, string>();
    const set = async (key: string, value: string) => (isBroken ? failure() : map.set(key, value));
    const clock = manualClock();
    const { server, users } = await withStore({ cacheStore: storeOver(map, { set }), clock });
    await users.getUser(ADA);
    isBroken = true;
    await users.suspendUser(ADA);
    isBroken = false;
    await users.getUser(ADA);
    expect(server.requests).toHaveLength(3);
    await clock.advance(300_000);
    await users.getUser(ADA);
    await users.getUser(ADA);
    expect(server.requests).toHaveLength(4);
  });

  it('that never answers costs two seconds once', async () => {
    const never = () => new Promise<never>(() => {});
    const after = (ms: number, act: () => void) => {
      if (ms === 2000) queueMicrotask(act);
      return () => {};
    };
    const clock = { ...manualClock(), after };
    const { users, warnings } = await withStore({
      cacheStore: storeOver(new Map(), { get: never, set: never }),
      clock,
    });
    await users.getUser(ADA);
    await users.suspendUser(ADA);
    expect(warnings).toEqual([expect.stringContaining('no answer within 2000 ms')]);
  });

  it('of limited size keeps answering', async () => {
    const cacheStore = new MemoryStore({ keyLimit: 10 });
    const { users } = await withStore({ cacheStore });
    for (let user = 0; user < 40; user++) await users.getUser({ userId: `00u-${user}` });
    expect(cacheStore.size).toBeLessThanOrEqual(10);
  });
});

describe('with `coalesce`', () => {
  const held = async (options: ConfigurationOptions = {}) => {
    const setup = await withStore({ cache: { coalesce: true }, ...options });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    setup.server.instead.push((seen, response) => {
      const user = { id: '00u-ada', profile: { title: 'first' }, _links: { self: { href: seen.url } } };
      void released.then(() => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(user)));
    });
    return { ...setup, release };
  };

  it('GETs of the same at the same time share one request, and each has a value of its own', async () => {
    const { server, users, release } = await held();
    const calls = Array.from({ length: 10 }, () => users.getUser(ADA));
    release();
    const values = await Promise.all(calls);
    expect(server.requests).toHaveLength(1);
    expect(new Set(values).size).toBe(10);
  });

  it('lists share requests, too', async () => {
    const { server, users } = await withStore({ cache: { coalesce: true } });
    for (let list = 0; list < 2; list++)
      server.instead.push((_seen, response) => void pause(50).then(() => response.end('[{"id":"00u-ada"}]')));
    const lists = await Promise.all([users.listUsers(), users.listUsers()]);
    await Promise.all(lists.map((list) => list.toArray()));
    expect(server.requests).toHaveLength(1);
  });

  it('a caller who leaves takes nothing from the others', async () => {
    const { server, users, release } = await held();
    const leaving = new AbortController();
    const left = users.getUser(ADA, { signal: leaving.signal });
    const stayed = users.getUser(ADA);
    await expect.poll(() => server.requests.length).toBe(1);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: 'OKTA_ABORTED' });
    release();
    await expect(stayed).resolves.toMatchObject({ id: '00u-ada' });
    expect(server.requests).toHaveLength(1);
  });

  it('the request ends when the last caller has left', async () => {
    const { server, users } = await held();
    const leaving = new AbortController();
    const calls = [0, 1].map(() => users.getUser(ADA, { signal: leaving.signal }).catch((error) => error.code));
    await expect.poll(() => server.requests.length).toBe(1);
    leaving.abort();
    expect(await Promise.all(calls)).toEqual(['OKTA_ABORTED', 'OKTA_ABORTED']);
    await expect(users.getUser(ADA)).resolves.toMatchObject({ profile: { title: 'v1' } });
  });

  it('who asks after a change gets what is new', async () => {
    const { server, users, release } = await held();
    const early = users.getUser(ADA);
    await expect.poll(() => server.requests.length).toBe(1);
    await users.updateUser({ ...ADA, user: {} });
    await expect(users.getUser(ADA)).resolves.toMatchObject({ profile: { title: 'v2' } });
    release();
    await expect(early).resolves.toMatchObject({ profile: { title: 'first' } });
    await expect(users.getUser(ADA)).resolves.toMatchObject({ profile: { title: 'v2' } });
  });

  it('who lists after a change does not get the list from before', async () => {
    const { server, users } = await withStore({ cache: { coalesce: true } });
    server.instead.push((_seen, response) => void pause(200).then(() => response.end('[{"id":"old"}]')));
    const early = (await users.listUsers()).toArray();
    await expect.poll(() => server.requests.length).toBe(1);
    await users.suspendUser(ADA);
    server.instead.push((_seen, response) => response.end('[{"id":"new"}]'));
    expect(await (await users.listUsers()).toArray()).toEqual([{ id: 'new' }]);
    expect(await early).toEqual([{ id: 'old' }]);
  });

  it('a failure is told to all who wait, and the next one asks again', async () => {
    const { server, users } = await withStore({ cache: { coalesce: true }, rateLimit: { maxRetries: 0 } });
    server.instead.push((_seen, response) => response.destroy());
    const calls = [0, 1].map(() => users.getUser(ADA).catch((error) => error.code));
    expect(await Promise.all(calls)).toEqual(['OKTA_CONNECTION', 'OKTA_CONNECTION']);
    await expect(users.getUser(ADA)).resolves.toMatchObject({ id: '00u-ada' });
  });
});
