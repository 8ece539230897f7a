import { describe, expect, it } from 'vitest';
import { CustomRoleApi, SystemLogApi, UserApi } from '../../../generated/management/apis/index.js';
import { ParameterError } from '../../../src/errors/parameter-error.js';
import { configure } from '../../support/configure.js';
import { localServer, sendJson } from '../../support/local-server.js';

/** Pages of two users each, so many of them. */
async function serverOf(pages: number) {
  const server = await localServer(({ url }, response) => {
    const page = Number(new URL(url, 'http://x').searchParams.get('after') ?? 0);
    const next = page + 1 < pages ? [`<${server.url}/api/v1/users?after=${page + 1}&limit=2>; rel="next"`] : [];
    sendJson(response, [{ id: `${page}a` }, { id: `${page}b` }], {
      headers: {
        Link: next,
        'X-Okta-Request-Id': `req${page}`,
        'X-Rate-Limit-Limit': '600',
        'X-Rate-Limit-Remaining': String(500 - page),
        'X-Rate-Limit-Reset': '1767225600, 1767225600',
      },
    });
  });
  return server;
}

const idsIn = async (list: AsyncIterable<{ id?: string | null }>) => {
  const ids: unknown[] = [];
  for await (const { id } of list) ids.push(id);
  return ids;
};

describe('a cursor', () => {
  it('of a loop over pages leads behind the page at hand, in another process, too', async () => {
    const server = await serverOf(3);
    const users = await new UserApi(configure(server.url)).listUsers({ limit: 2 });
    expect(users.cursor).toBeUndefined();
    const cursors: unknown[] = [];
    for await (const _ of users.pages()) cursors.push(users.cursor);
    expect(cursors).toEqual(['/api/v1/users?after=1&limit=2', '/api/v1/users?after=2&limit=2', undefined]);
    const elsewhere = await new UserApi(configure(server.url)).listUsers();
    expect(await idsIn(elsewhere.from(cursors[0] as string))).toEqual(['1a', '1b', '2a', '2b']);
    expect(await idsIn(elsewhere.from(undefined))).toHaveLength(6);
  });

  it('of a loop over items leads to the page at hand until its last item was given out', async () => {
    const server = await serverOf(3);
    const users = await new UserApi(configure(server.url)).listUsers();
    const cursors: unknown[] = [];
    for await (const { id } of users) cursors.push([id, users.cursor]);
    expect(cursors).toEqual([
      ['0a', undefined],
      ['0b', '/api/v1/users?after=1&limit=2'],
      ['1a', '/api/v1/users?after=1&limit=2'],
      ['1b', '/api/v1/users?after=2&limit=2'],
      ['2a', '/api/v1/users?after=2&limit=2'],
      ['2b', undefined],
    ]);
  });

  it('moves along with next() and getNextPage()', async () => {
    const server = await serverOf(3);
    const users = await new UserApi(configure(server.url)).listUsers();
    await users.next();
    expect(users.cursor).toBeUndefined();
    await users.next();
    expect(users.cursor).toBe('/api/v1/users?after=1&limit=2');
    await users.getNextPage();
    expect(users.cursor).toBe('/api/v1/users?after=2&limit=2');
    const rest = users.from(users.cursor);
    expect((await rest.next()).value).toEqual({ id: '2a' });
    expect(await rest.getNextPage()).toEqual([]);
  });

  it.each(['https://evil.example/api/v1/users', '//evil.example/', 'after=1', '/api/v1/users/../apps'])(
    'that leads elsewhere is refused: %s',
    async (cursor) => {
      const server = await serverOf(1);
      const users = await new UserApi(configure(server.url)).listUsers();
      expect(() => users.from(cursor)).toThrow(ParameterError);
    },
  );

  it('of the System Log leads on behind its end', async () => {
    const server = await localServer(({ url }, response) => {
      const after = new URL(url, 'http://x').searchParams.get('after');
      const link = { Link: `<${server.url}/api/v1/logs?after=z>; rel="next"` };
      sendJson(response, after === null ? [{ uuid: '1' }] : [], { headers: link });
    });
    const events = await new SystemLogApi(configure(server.url)).listLogEvents();
    expect(await events.toArray()).toHaveLength(1);
    expect(events.cursor).toBe('/api/v1/logs?after=z');
  });
});

describe('a page that fails', () => {
  it('leaves the place as it was', async () => {
    let isDown = true;
    const server = await localServer(({ url }, response) => {
      if (!url.includes('after')) {
        const link = { Link: `<${server.url}/api/v1/users?after=b>; rel="next"` };
        sendJson(response, [{ id: 'a' }, { id: 'b' }], { headers: link });
      } else if (isDown) sendJson(response, {}, { status: 400 });
      else sendJson(response, [{ id: 'c' }]);
    });
    const users = await new UserApi(configure(server.url)).listUsers();
    await users.next();
    await expect(users.getNextPage()).rejects.toThrow();
    expect((await users.next()).value).toEqual({ id: 'b' });
    await expect(users.next()).rejects.toThrow();
    isDown = false;
    expect((await users.next()).value).toEqual({ id: 'c' });
    expect((await users.next()).done).toBe(true);
  });
});

describe('the answer of a list', () => {
  it('is that of the last page', async () => {
    const server = await serverOf(2);
    const users = await new UserApi(configure(server.url)).listUsers();
    expect(users.response).toBeUndefined();
    const seen: unknown[] = [];
    for await (const _ of users.pages()) seen.push([users.response?.requestId, users.response?.rateLimit]);
    const reset = new Date('2026-01-01T00:00:00Z');
    expect(seen).toEqual([
      ['req0', { limit: 600, remaining: 500, reset }],
      ['req1', { limit: 600, remaining: 499, reset }],
    ]);
  });

  it('comes with withResponse(), and the first page is not asked for again', async () => {
    const server = await serverOf(2);
    const { data, response } = await new UserApi(configure(server.url)).listUsers().withResponse();
    expect(response).toMatchObject({ status: 200, requestId: 'req0', rateLimit: { remaining: 500 } });
    expect(await idsIn(data)).toEqual(['0a', '0b', '1a', '1b']);
    expect(server.requests).toHaveLength(2);
    expect(data.response?.requestId).toBe('req1');
    expect(await idsIn(data)).toHaveLength(4);
    expect(server.requests).toHaveLength(4);
  });

  it('comes with lists that are objects, too', async () => {
    const server = await localServer((_, response) => sendJson(response, { roles: [{ id: 'r' }], _links: {} }));
    const { data, response } = await new CustomRoleApi(configure(server.url)).listRoles().withResponse();
    expect(data.roles?.[0]?.id).toBe('r');
    expect([response.status, response.rateLimit]).toEqual([200, undefined]);
  });
});

describe('a list with prefetch', () => {
  it('asks for one page ahead, never for more', async () => {
    const server = await serverOf(4);
    const list = new UserApi(configure(server.url)).listUsers({}, { prefetch: true });
    const asked: number[] = [];
    for await (const _ of (await list).pages()) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      asked.push(server.requests.length);
    }
    expect(asked).toEqual([2, 3, 4, 4]);
  });

  it('takes a failure ahead for one when its turn comes, and nothing if the loop is left', async () => {
    const server = await localServer(({ url }, response) =>
      url.includes('after')
        ? sendJson(response, { errorCode: 'E0000009' }, { status: 500 })
        : sendJson(response, [{ id: 'a' }], { headers: { Link: `<${server.url}/api/v1/users?after=1>; rel="next"` } }),
    );
    const users = await new UserApi(configure(server.url)).listUsers({}, { prefetch: true });
    expect(await users.first()).toEqual({ id: 'a' });
    const ids: unknown[] = [];
    const loop = async () => {
      for await (const { id } of users) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        ids.push(id);
      }
    };
    await expect(loop()).rejects.toMatchObject({ status: 500 });
    expect(ids).toEqual(['a']);
  });
});
