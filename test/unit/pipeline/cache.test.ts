import { describe, expect, it } from 'vitest';
import { Client } from '../../../src/client.js';
import type { ConfigurationOptions } from '../../../src/config/options.js';
import type { Middleware } from '../../../src/http/message.js';
import { type DirectoryServer, directoryServer } from '../../support/directory-server.js';
import { sendJson } from '../../support/local-server.js';
import { manualClock } from '../../support/manual-clock.js';

const ADA = { userId: '00u-ada' };
const ADA_BY_LOGIN = { userId: 'ada@example.com' };
const BOB = { userId: '00u-bob' };

function client({ url }: { url: string }, options: ConfigurationOptions = {}) {
  return new Client({ orgUrl: url, token: '00secretToken', environment: {}, ...options });
}

async function setUp(options: ConfigurationOptions = {}, headers: Record<string, string> = {}) {
  const server = await directoryServer(headers);
  const clock = manualClock();
  return { server, clock, users: client(server, { clock, ...options }).userApi };
}

const titleOf = (user: object) => (user as { profile: { title?: string } }).profile.title;

/** How many requests reach the server while something is done. */
async function sentBy({ requests }: DirectoryServer, act: () => Promise<unknown>): Promise<number> {
  const before = requests.length;
  await act();
  return requests.length - before;
}

describe('a resource that was read', () => {
  it('is not asked for again', async () => {
    const { server, users } = await setUp();
    const first = await users.getUser(ADA);
    expect(await sentBy(server, async () => expect(await users.getUser(ADA)).toEqual(first))).toBe(0);
  });

  it('is a value of its own for every caller', async () => {
    const { users } = await setUp();
    const readings = [await users.getUser(ADA), await users.getUser(ADA), await users.getUser(ADA)];
    (readings[1]?.profile as { title: string }).title = 'changed';
    expect(readings.map(titleOf)).toEqual(['v1', 'changed', 'v1']);
    const { response } = await users.getUser(ADA).withResponse();
    expect(() => Object.assign(response.headers, { 'x-own': 'value' })).toThrow(TypeError);
  });

  it('is what a step of the caller made of it', async () => {
    const { server } = await setUp();
    let count = 0;
    const middleware: Middleware[] = [
      async (request, next) => {
        const response = await next(request);
        const text = (await response.text()).replace('v1', `made ${++count}`);
        return { ...response, text: async () => text };
      },
    ];
    const { userApi } = client(server, { middleware });
    const readings = [await userApi.getUser(ADA), await userApi.getUser(ADA), await userApi.getUser(ADA)];
    expect(readings.map(titleOf)).toEqual(['made 1', 'made 2', 'made 3']);
  });

  it('has dates for methods that know of them, and texts for raw requests', async () => {
    const { server } = await setUp();
    const ada = client(server);
    const created = '2026-01-31T08:00:00.000Z';
    const self = { href: `${server.url}/api/v1/groups/00g-1` };
    server.instead.push((_seen, response) => sendJson(response, { id: '00g-1', created, _links: { self } }));
    const path = '/api/v1/groups/00g-1';
    for (let time = 0; time < 3; time++) {
      expect((await ada.groupApi.getGroup({ groupId: '00g-1' })).created).toEqual(new Date(created));
      expect(await ada.request({ path })).toMatchObject({ created });
    }
    expect(server.requests).toHaveLength(1);
  });

  it('may be nested more deeply than the stack allows', async () => {
    const { server } = await setUp();
    const { groupApi } = client(server);
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = `{"id":"00g-1","_links":{"self":{"href":"${server.url}/api/v1/groups/00g-1"}},"deep":${deep}}`;
    server.instead.push((_seen, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(text));
    for (let time = 0; time < 3; time++) {
      expect(await groupApi.getGroup({ groupId: '00g-1' })).toMatchObject({ id: '00g-1' });
    }
    expect(server.requests).toHaveLength(1);
  });

  it('may be one without a self link, if its URL ends with its id', async () => {
    const { server } = await setUp();
    const { groupApi } = client(server);
    server.instead.push((_seen, response) => sendJson(response, { id: '00g-1' }));
    await groupApi.getGroup({ groupId: '00g-1' });
    expect(await sentBy(server, () => groupApi.getGroup({ groupId: '00g-1' }))).toBe(0);
    await groupApi.assignUserToGroup({ groupId: '00g-1', userId: '00u-ada' });
    expect(await sentBy(server, () => groupApi.getGroup({ groupId: '00g-1' }))).toBe(1);
  });

  it('is asked for again after 300 seconds', async () => {
    const { server, users, clock } = await setUp();
    await users.getUser(ADA);
    await clock.advance(299_999);
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(0);
    await clock.advance(1);
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(1);
  });

  it.each<[string, ConfigurationOptions, number]>([
    ['after `defaultTtl`', { cache: { defaultTtl: 10 } }, 1],
    ['not by time alone if `defaultTtl` is 0', { cache: { defaultTtl: 0 } }, 0],
    ['after `OKTA_CLIENT_CACHE_DEFAULT_TTL`', { environment: { OKTA_CLIENT_CACHE_DEFAULT_TTL: '10' } }, 1],
  ])('is asked for again %s', async (_, options, expected) => {
    const { server, users, clock } = await setUp(options);
    await users.getUser(ADA);
    await clock.advance(400_000 * (1 - expected) + 10_000);
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(expected);
  });

  it('is asked for again `defaultTti` seconds after it was last used', async () => {
    const { server, users, clock } = await setUp({ cache: { defaultTti: 10 } });
    await users.getUser(ADA);
    for (let use = 0; use < 3; use++) {
      await clock.advance(9000);
      expect(await sentBy(server, () => users.getUser(ADA))).toBe(0);
    }
    await clock.advance(10_000);
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(1);
  });

  it.each<[string, ConfigurationOptions]>([
    ['`cacheMiddleware: null`', { cacheMiddleware: null }],
    ['`cache: { enabled: false }`', { cache: { enabled: false } }],
    ['`OKTA_CLIENT_CACHE_ENABLED`', { environment: { OKTA_CLIENT_CACHE_ENABLED: 'false' } }],
  ])('is asked for again if %s switches caching off', async (_, options) => {
    const { server, users } = await setUp(options);
    await users.getUser(ADA);
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(1);
  });

  it('is asked for again by a call that says `cache: false`, which keeps nothing either', async () => {
    const { server, users } = await setUp();
    await users.getUser(ADA, { cache: false });
    await users.getUser(ADA, { cache: false });
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(1);
  });

  it('is another for another query, other headers and another token', async () => {
    const { server, users } = await setUp();
    const stores = { cacheStore: new Map<string, string>() };
    const one = client(server, stores).userApi;
    const other = client(server, { ...stores, token: '00otherToken' }).userApi;
    const bearer = client(server, { ...stores, accessToken: () => 'eyJ.token.1' }).userApi;
    await one.getUser(ADA);
    expect(await sentBy(server, () => one.getUser(ADA))).toBe(0);
    expect(await sentBy(server, () => one.getUser({ ...ADA, expand: 'blocks' }))).toBe(1);
    expect(await sentBy(server, () => one.getUser(ADA, { headers: { 'Accept-Language': 'de' } }))).toBe(1);
    expect(await sentBy(server, () => one.getUser(ADA, { headers: { Accept: 'application/xml' } }))).toBe(1);
    expect(await sentBy(server, () => one.getUser(ADA, { headers: { Cookie: 'sid=1' } }))).toBe(1);
    expect(await sentBy(server, () => other.getUser(ADA))).toBe(1);
    expect(await sentBy(server, () => bearer.getUser(ADA))).toBe(1);
    expect(await sentBy(server, () => bearer.getUser(ADA))).toBe(0);
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(1);
  });

  it('is asked for again when the access token is another', async () => {
    let token = 'eyJ.token.1';
    const { server, users } = await setUp({ accessToken: () => token });
    await users.getUser(ADA);
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(0);
    token = 'eyJ.token.2';
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(1);
  });

  it('is not kept if a middleware of the user authorizes, unless `identity` tells callers apart', async () => {
    const authorizationMode: ConfigurationOptions['authorizationMode'] = (request, next) => next(request);
    const { server, users } = await setUp({ authorizationMode });
    await users.getUser(ADA);
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(1);
    const known = client(server, { authorizationMode, cache: { identity: () => 'tenant-1' } }).userApi;
    await known.getUser(ADA);
    expect(await sentBy(server, () => known.getUser(ADA))).toBe(0);
  });

  it('leaves no secret in the store', async () => {
    const cacheStore = new Map<string, string>();
    const { users } = await setUp({ cacheStore });
    await users.getUser(ADA, { headers: { Cookie: 'sid=secretSession' } });
    await users.getUser(ADA);
    expect(cacheStore.size).toBeGreaterThan(1);
    expect(JSON.stringify([...cacheStore])).not.toMatch(/secretToken|secretSession/);
  });
});

describe('what is not kept', () => {
  const self = { _links: { self: { href: '/api/v1/users/00u-ada' } } };
  it.each<[string, unknown, object]>([
    ['an error', { errorCode: 'E0000007', ...self }, { status: 404 }],
    ['a body of more than 1 MB', { ...self, padding: 'x'.repeat(1_100_000) }, {}],
    ['a body that is not JSON', self, { headers: { 'Content-Type': 'text/plain' } }],
    ['what has neither a self link nor an id that ends its URL', { id: '00u-other' }, {}],
    ['an array', [self], {}],
    ['something that is to be polled', { _links: { ...self._links, poll: { href: '/later' } } }, {}],
    ['an empty body', undefined, {}],
  ])('is %s', async (_, body, init) => {
    const { server, users } = await setUp();
    server.instead.push((_seen, response) => sendJson(response, body, init));
    await users.getUser(ADA).catch(() => undefined);
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(1);
  });

  it('is a list', async () => {
    const { server, users } = await setUp();
    for (let time = 0; time < 2; time++) {
      server.instead.push((_seen, response) => sendJson(response, [{ id: '00u-ada', ...self }]));
      await (await users.listUsers()).toArray();
    }
    expect(server.requests).toHaveLength(2);
  });

  it('is a list in an object, even if it links to itself', async () => {
    const server = await directoryServer();
    const { resourceSetApi } = client(server);
    for (let time = 0; time < 2; time++) {
      const self = { href: '/api/v1/iam/resource-sets' };
      server.instead.push((_seen, response) => sendJson(response, { 'resource-sets': [], _links: { self } }));
      await resourceSetApi.listResourceSets();
    }
    expect(server.requests).toHaveLength(2);
  });
});

describe('a change', () => {
  type Users = Awaited<ReturnType<typeof setUp>>['users'];
  it.each<[string, (users: Users) => Promise<unknown>]>([
    ['of the resource', (users) => users.updateUser({ ...ADA, user: {} })],
    ['below it', (users) => users.suspendUser(ADA)],
    ['by its login', (users) => users.updateUser({ ...ADA_BY_LOGIN, user: {} })],
    ['by its login in another case', (users) => users.suspendUser({ userId: 'ADA@Example.com' })],
    ['by `me`', (users) => users.updateUser({ userId: 'me', user: {} })],
    ['that bypasses the cache', (users) => users.updateUser({ ...ADA, user: {} }, { cache: false })],
  ])('%s makes the next reading by id and by login a new one', async (_, change) => {
    const { server, users } = await setUp();
    await users.getUser(ADA);
    await users.getUser(ADA_BY_LOGIN);
    await users.getUser({ ...ADA, expand: 'blocks' });
    await change(users);
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(1);
    expect(await sentBy(server, () => users.getUser(ADA_BY_LOGIN))).toBe(1);
    expect(await sentBy(server, () => users.getUser({ ...ADA, expand: 'blocks' }))).toBe(1);
  });

  it('by id reaches what was only ever read by login, and the other way round', async () => {
    const { users } = await setUp();
    await users.getUser(ADA_BY_LOGIN);
    await users.updateUser({ ...ADA, user: {} });
    expect(titleOf(await users.getUser(ADA_BY_LOGIN))).toBe('v2');
    await users.getUser(BOB);
    await users.updateUser({ userId: 'bob@example.com', user: {} });
    expect(titleOf(await users.getUser(BOB))).toBe('v2');
  });

  it('of one resource leaves the others as they are', async () => {
    const { server, users } = await setUp();
    await users.getUser(BOB);
    await users.updateUser({ ...ADA, user: {} });
    await users.createUser({ body: { profile: {} } });
    expect(await sentBy(server, () => users.getUser(BOB))).toBe(0);
  });

  it('above a resource reaches what is below, a reading below does not', async () => {
    const { server } = await setUp();
    const { userApi, userFactorApi } = client(server);
    const readFactor = () => {
      server.instead.push((seen, response) => sendJson(response, { id: 'f1', _links: { self: { href: seen.url } } }));
      return userFactorApi.getFactor({ ...ADA, factorId: 'f1' });
    };
    await readFactor();
    expect(await sentBy(server, readFactor)).toBe(0);
    server.instead.pop();
    await userApi.deactivateUser(ADA);
    expect(await sentBy(server, readFactor)).toBe(1);
  });

  it('of a collection as a whole reaches what is below', async () => {
    const { server } = await setUp();
    const { orgSettingApi } = client(server);
    const readContact = () => {
      server.instead.push((seen, response) => sendJson(response, { _links: { self: { href: seen.url } } }));
      return orgSettingApi.getOrgContactUser({ contactType: 'BILLING' });
    };
    await readContact();
    expect(await sentBy(server, readContact)).toBe(0);
    server.instead.pop();
    await orgSettingApi.replaceOrgSettings({ OrgSetting: {} });
    expect(await sentBy(server, readContact)).toBe(1);
  });

  it('by another client with the same store, even with another token, counts as well', async () => {
    const cacheStore = new Map<string, string>();
    const { server, users } = await setUp({ cacheStore });
    await users.getUser(ADA);
    await client(server, { cacheStore, token: '00otherToken' }).userApi.updateUser({ ...ADA, user: {} });
    expect(titleOf(await users.getUser(ADA))).toBe('v2');
  });

  it.each<[string, Parameters<DirectoryServer['instead']['push']>[0]]>([
    ['fails', (_seen, response) => sendJson(response, {}, { status: 500 })],
    ['has an unknown outcome', (_seen, response) => response.destroy()],
  ])('that %s makes the next reading a new one', async (_, answer) => {
    const { server, users } = await setUp();
    await users.getUser(ADA);
    server.instead.push(answer);
    await expect(users.updateUser({ ...ADA, user: {} })).rejects.toThrow();
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(1);
  });

  it('outdates what was read while it was under way', async () => {
    const { server, users } = await setUp();
    let release = () => {};
    const arrived = new Promise<void>((resolve) => {
      server.instead.push((_seen, response) => {
        release = () => sendJson(response, {});
        resolve();
      });
    });
    const changing = users.updateUser({ ...ADA, user: {} });
    await arrived;
    await users.getUser(ADA);
    release();
    await changing;
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(1);
  });

  it.each([
    ['id', ADA, ADA],
    ['login, changed by id', ADA_BY_LOGIN, ADA],
    ['id, changed by login', ADA, ADA_BY_LOGIN],
  ])('outdates a reading by %s that was under way', async (_, reading, changing) => {
    const { server, users } = await setUp();
    const old = { id: '00u-ada', profile: { login: 'ada@example.com', title: 'old' } };
    let release = () => {};
    const arrived = new Promise<void>((resolve) => {
      server.instead.push((seen, response) => {
        const links = { self: { href: `http://${seen.headers.host}/api/v1/users/00u-ada` } };
        release = () => sendJson(response, { ...old, _links: links });
        resolve();
      });
    });
    const slow = users.getUser(reading);
    await arrived;
    await users.updateUser({ ...changing, user: {} });
    release();
    expect(titleOf(await slow)).toBe('old');
    expect(titleOf(await users.getUser(reading))).toBe('v2');
  });
});

describe('an answer with an ETag', () => {
  it('is confirmed by the service after its time, and lives on', async () => {
    const { server, users, clock } = await setUp({}, { ETag: 'W/"7"' });
    await users.getUser(ADA);
    await clock.advance(300_000);
    server.instead.push((seen, response) => {
      response.writeHead(304, { ETag: 'W/"7"', 'X-Okta-Request-Id': seen.headers['if-none-match'] ?? '' }).end();
    });
    const { data, response } = await users.getUser(ADA).withResponse();
    expect([titleOf(data), response.status, response.requestId]).toEqual(['v1', 200, 'W/"7"']);
    expect(await sentBy(server, () => users.getUser(ADA))).toBe(0);
  });

  it('is replaced if the service has another', async () => {
    const { users, clock } = await setUp({}, { ETag: 'W/"7"' });
    await users.getUser(ADA);
    await users.updateUser({ ...ADA, user: {} });
    await users.getUser(ADA);
    await clock.advance(300_000);
    expect(titleOf(await users.getUser(ADA))).toBe('v2');
  });

  it('is left to callers who send conditions themselves', async () => {
    const { server, users } = await setUp({}, { ETag: 'W/"7"' });
    await users.getUser(ADA);
    await users.getUser(ADA, { headers: { 'If-None-Match': 'W/"6"' } });
    expect(server.requests.at(-1)?.headers['if-none-match']).toBe('W/"6"');
  });
});
