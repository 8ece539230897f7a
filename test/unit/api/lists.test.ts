import { describe, expect, it } from 'vitest';
import {
  AuthorizationServerApi,
  CustomRoleApi,
  GroupApi,
  SystemLogApi,
  UserApi,
} from '../../../generated/management/apis/index.js';
import { HttpError } from '../../../src/errors/response-error.js';
import { configure } from '../../support/configure.js';
import { localServer, sendJson } from '../../support/local-server.js';

/** A server whose list at any path has these pages. */
async function serverOfPages(pages: readonly (readonly object[])[], linkOf = nextLink) {
  const server = await localServer(({ url }, response) => {
    const page = Number(new URL(url, 'http://x').searchParams.get('after') ?? 0);
    const next = page + 1 < pages.length ? linkOf(`${server.url}${url.split('?')[0]}?after=${page + 1}`) : [];
    sendJson(response, pages[page], { headers: { Link: [`<${server.url}${url}>; rel="self"`, ...next] } });
  });
  return server;
}

const nextLink = (url: string): string[] => [`<${url}>; rel="next"`];
const items = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (list: readonly { id?: string | null }[]) => list.map(({ id }) => id);

describe('a list', () => {
  it('sends nothing until its first item is asked for', async () => {
    const server = await serverOfPages([items('a')]);
    const list = new UserApi(configure(server.url)).listUsers();
    const collection = await list;
    expect(server.requests).toHaveLength(0);
    expect(ids(await collection.toArray())).toEqual(['a']);
    expect(server.requests).toHaveLength(1);
  });

  it('gives the items of all pages in `for await`, without being awaited first', async () => {
    const server = await serverOfPages([items('a', 'b'), items('c'), items('d')]);
    const seen: (string | undefined)[] = [];
    for await (const user of new UserApi(configure(server.url)).listUsers({ limit: 2 })) seen.push(user.id);
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/api/v1/users?limit=2',
      '/api/v1/users?after=1',
      '/api/v1/users?after=2',
    ]);
  });

  it('sends credentials and headers with every page', async () => {
    const server = await serverOfPages([items('a'), items('b')]);
    const options = { headers: { 'X-Trace': 't' } };
    for await (const _ of new UserApi(configure(server.url)).listUsers({}, options));
    expect(server.requests.map(({ headers }) => [headers.authorization, headers['x-trace']])).toEqual([
      ['SSWS 00testToken', 't'],
      ['SSWS 00testToken', 't'],
    ]);
  });

  it('goes on past empty pages', async () => {
    const server = await serverOfPages([[], items('a'), [], items('b'), []]);
    const groups = await new GroupApi(configure(server.url)).listGroups();
    expect(ids(await groups.toArray())).toEqual(['a', 'b']);
  });

  it('stops fetching when the loop stops', async () => {
    const server = await serverOfPages([items('a'), items('b'), items('c')]);
    for await (const _ of new UserApi(configure(server.url)).listUsers()) break;
    expect(server.requests).toHaveLength(1);
  });

  it('begins anew in every loop', async () => {
    const server = await serverOfPages([items('a'), items('b')]);
    const users = await new UserApi(configure(server.url)).listUsers();
    expect((await users.first())?.id).toBe('a');
    expect(ids(await users.toArray())).toEqual(['a', 'b']);
    expect(ids(await users.toArray({ limit: 1 }))).toEqual(['a']);
  });

  it('is fetched page by page with pages()', async () => {
    const server = await serverOfPages([items('a', 'b'), [], items('c')]);
    const pages = [];
    for await (const page of (await new UserApi(configure(server.url)).listUsers()).pages()) pages.push(ids(page));
    expect(pages).toEqual([['a', 'b'], ['c']]);
  });

  it('reads a Link header of a hundred thousand characters', async () => {
    const server = await localServer(({ url }, response) => {
      const self = `<${server.url}/>; rel="self"; title="${','.repeat(100_000)}"`;
      const next = url.includes('after') ? [] : [`<${server.url}/api/v1/users?after=1>; rel="next"`];
      sendJson(response, items(next.length ? 'a' : 'b'), { headers: { Link: [self, ...next] } });
    });
    expect(ids(await (await new UserApi(configure(server.url)).listUsers()).toArray())).toEqual(['a', 'b']);
  });

  it('never follows a next page to another origin, where it would send the credentials', async () => {
    const thief = await localServer((_, response) => sendJson(response, []));
    const server = await serverOfPages([items('a'), items('b')], () => [
      `<${thief.url}/api/v1/users?after=1>; rel="next"`,
    ]);
    const users = await new UserApi(configure(server.url)).listUsers();
    await expect(users.toArray()).rejects.toThrow(/next page on another origin/);
    expect(thief.requests).toHaveLength(0);
  });

  it.each([
    ['names itself as the next page', (url: string) => [`<${new URL(url).origin}/api/v1/users>; rel="next"`]],
    ['links to a next page that is no URL', () => ['<http://[>; rel="next"']],
  ])('fails instead of looping when the answer %s', async (reason, linkOf) => {
    const server = await serverOfPages([items('a'), items('b')], linkOf);
    await expect((await new UserApi(configure(server.url)).listUsers()).toArray()).rejects.toThrow(reason);
    expect(server.requests).toHaveLength(1);
  });

  it('fails when the answer is no list', async () => {
    const server = await localServer((_, response) => sendJson(response, { not: 'a list' }));
    const users = await new UserApi(configure(server.url)).listUsers();
    await expect(users.toArray()).rejects.toThrow(HttpError);
  });

  it('is empty for an answer without content', async () => {
    const server = await localServer((_, response) => response.writeHead(204).end());
    expect(await (await new UserApi(configure(server.url)).listUsers()).toArray()).toEqual([]);
  });

  it('reports a wrong request when awaited, before anything is sent', async () => {
    const server = await serverOfPages([[]]);
    const api = new GroupApi(configure(server.url));
    await expect(api.listGroupUsers({ groupId: '..' })).rejects.toThrow(
      'GroupApi.listGroupUsers: `groupId` must not be',
    );
    expect(server.requests).toHaveLength(0);
  });

  it('that nobody awaits or iterates fails unseen, without an unhandled rejection', async () => {
    void new GroupApi(configure('http://127.0.0.1:9')).listGroupUsers({ groupId: '' });
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
});

describe('each', () => {
  const collected = async (visit: (id: string, seen: string[]) => unknown) => {
    const server = await serverOfPages([items('a', 'b'), items('c')]);
    const seen: string[] = [];
    const users = await new UserApi(configure(server.url)).listUsers();
    const result = users.each((user) => {
      seen.push(user.id);
      return visit(user.id, seen);
    });
    return { seen, result };
  };

  it('visits everything', async () => {
    const { seen, result } = await collected(() => undefined);
    await result;
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['false', () => false],
    ['a promise of false', async () => false],
  ])('stops at %s', async (_, visit) => {
    const { seen, result } = await collected(visit);
    await result;
    expect(seen).toEqual(['a']);
  });

  it('waits for a promise before the next item', async () => {
    let running = 0;
    const { result } = await collected(async () => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
    });
    await result;
  });

  it('passes a rejection through as it is', async () => {
    const { seen, result } = await collected(() => Promise.reject('foo error'));
    await expect(result).rejects.toBe('foo error');
    expect(seen).toEqual(['a']);
  });
});

describe('next', () => {
  it('gives different items to calls that overlap, then done', async () => {
    const server = await serverOfPages([items('a'), [], items('b', 'c')]);
    const users = await new UserApi(configure(server.url)).listUsers();
    const results = await Promise.all([users.next(), users.next(), users.next(), users.next(), users.next()]);
    expect(results.map(({ value, done }) => (done ? 'done' : value?.id))).toEqual(['a', 'b', 'c', 'done', 'done']);
    expect(server.requests).toHaveLength(3);
  });

  it('tries the same page again after a failure', async () => {
    const server = await localServer((_, response, count) =>
      count === 1 ? sendJson(response, {}, { status: 500 }) : sendJson(response, items('a')),
    );
    const users = await new UserApi(configure(server.url)).listUsers();
    await expect(users.next()).rejects.toThrow(HttpError);
    expect(await users.next()).toMatchObject({ value: { id: 'a' }, done: false });
  });

  it('shares its place with getNextPage', async () => {
    const server = await serverOfPages([items('a', 'b'), [], items('c')]);
    const users = await new UserApi(configure(server.url)).listUsers();
    await users.next();
    expect(ids(await users.getNextPage())).toEqual([]);
    expect(ids(await users.getNextPage())).toEqual(['c']);
    expect(ids(await users.getNextPage())).toEqual([]);
    expect((await users.next()).done).toBe(true);
  });
});

describe('a list inside an object', () => {
  it('gives the object when awaited, and the items of all pages when iterated', async () => {
    const server = await localServer(({ url }, response) => {
      const isLast = url.includes('after');
      const next = isLast ? {} : { next: { href: `${server.url}/api/v1/iam/roles?after=x` } };
      sendJson(response, { roles: items(isLast ? 'b' : 'a'), _links: next });
    });
    const api = new CustomRoleApi(configure(server.url));
    expect((await api.listRoles()).roles).toEqual(items('a'));
    const roles = [];
    for await (const role of api.listRoles()) roles.push(role.id);
    expect(roles).toEqual(['a', 'b']);
  });
});

describe('a list that changes the service', () => {
  it('is sent when called, and only once', async () => {
    const server = await localServer((_, response) => sendJson(response, items('k')));
    const api = new AuthorizationServerApi(configure(server.url));
    const list = api.rotateAuthorizationServerKeys({ authServerId: 'default', use: { use: 'sig' } });
    const keys = await list;
    expect(server.requests).toHaveLength(1);
    expect(await keys.toArray()).toEqual(items('k'));
    for await (const key of list) expect(key).toEqual({ id: 'k' });
    expect(server.requests).toHaveLength(1);
  });
});

describe('the System Log', () => {
  const endless = () =>
    localServer(({ url }, response, count) => {
      const next = `<${url.split('?')[0]}?after=${count}>; rel="next"`;
      sendJson(response, count === 1 ? [{ uuid: 'a', published: '2026-01-31T08:00:00.123Z' }] : [], {
        headers: { Link: next },
      });
    });

  it('without an end time ends at the first empty page, though a next page is always announced', async () => {
    const server = await endless();
    const events = await (
      await new SystemLogApi(configure(server.url)).listLogEvents({ since: new Date(0) })
    ).toArray();
    expect(events).toEqual([{ uuid: 'a', published: new Date('2026-01-31T08:00:00.123Z') }]);
    expect(server.requests).toHaveLength(2);
    expect(server.requests[0]?.url).toBe('/api/v1/logs?since=1970-01-01T00%3A00%3A00.000Z');
  });

  it('with an end time is read to its last page', async () => {
    const server = await serverOfPages([[], [{ uuid: 'a' }]]);
    const api = new SystemLogApi(configure(server.url));
    expect(await (await api.listLogEvents({ until: '2026-01-31T08:00:00Z' })).toArray()).toEqual([{ uuid: 'a' }]);
  });
});
