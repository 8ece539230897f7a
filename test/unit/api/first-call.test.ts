import { describe, expect, it } from 'vitest';
import { GroupApi, UserApi } from '../../../generated/management/apis/index.js';
import { configure } from '../../support/configure.js';
import { localServer, sendJson } from '../../support/local-server.js';

const pages = (url: string) => ({ Link: `<${url}/api/v1/groups?after=2>; rel="next"` });

/** An org of two pages of groups, and of users who are what they are made. */
async function org() {
  const server = await localServer(({ method, url, headers, body }, response) => {
    if (method !== 'GET') return sendJson(response, body.length > 0 ? JSON.parse(body.toString()) : []);
    const isLast = url.includes('after=2');
    const link = isLast ? {} : pages(`http://${headers.host}`);
    sendJson(response, isLast ? [{ id: 'g3' }] : [{ id: 'g1' }, { id: 'g2' }], { headers: link });
  });
  return { ...server, configuration: configure(server.url, { cache: { enabled: false } }) };
}

/** What calls need is loaded with the first one, which must not be told from the others. */
describe('the first call of an Api', () => {
  it('sends what it was given, whatever the caller does to it afterwards', async () => {
    const { configuration, requests } = await org();
    const bare = Object.assign(Object.create(null), { of: 'a' });
    const body = { profile: { login: 'ada@example.com', tags: ['a'], bare }, when: new Date(0) };
    const call = new UserApi(configuration).createUser({ body });
    body.profile.login = 'somebody.else@example.com';
    body.profile.tags.push('b');
    bare.of = 'b';
    body.when.setFullYear(2001);
    await call;
    expect(JSON.parse(String(requests[0]?.body))).toEqual({
      profile: { login: 'ada@example.com', tags: ['a'], bare: { of: 'a' } },
      when: '1970-01-01T00:00:00.000Z',
    });
  });

  it('asks for the list that it was asked for, as do later ones', async () => {
    const { configuration, requests } = await org();
    const api = new GroupApi(configuration);
    for (const q of ['first', 'later']) {
      const query = { q };
      const list = api.listGroups(query);
      query.q = 'other';
      await list.withResponse();
    }
    expect(requests.map(({ url }) => url.split('?')[1])).toEqual(['q=first', 'q=later']);
  });

  it('takes a body that holds itself for what it is: a mistake', async () => {
    const { configuration, requests } = await org();
    const profile: Record<string, unknown> = { login: 'ada@example.com' };
    profile['self'] = profile;
    await expect(new UserApi(configuration).createUser({ body: { profile } })).rejects.toMatchObject({
      code: 'OKTA_BAD_PARAMETER',
    });
    expect(requests).toEqual([]);
  });

  it('may be a loop over all pages', async () => {
    const { configuration } = await org();
    const ids: unknown[] = [];
    for await (const { id } of new GroupApi(configuration).listGroups()) ids.push(id);
    expect(ids).toEqual(['g1', 'g2', 'g3']);
  });

  it('may be a loop that ends early, and asks for no further page', async () => {
    const { configuration, requests } = await org();
    for await (const { id } of new GroupApi(configuration).listGroups()) if (id === 'g1') break;
    expect(requests).toHaveLength(1);
  });

  it('may be a list, which is read later, or whose first page is got now', async () => {
    const { configuration, requests } = await org();
    const list = await new GroupApi(configuration).listGroups();
    expect(requests).toEqual([]);
    const { data, response } = await new GroupApi(configuration).listGroups().withResponse();
    expect([response.status, requests.length]).toEqual([200, 1]);
    await expect(Promise.all([list.next(), data.next()])).resolves.toMatchObject([
      { value: { id: 'g1' } },
      { value: { id: 'g1' } },
    ]);
  });

  it('sends nothing for a list that nobody asks for', async () => {
    const { configuration, requests } = await org();
    const api = new GroupApi(configuration);
    void api.listGroups();
    await api.getGroup({ groupId: 'g1' });
    expect(requests.map(({ url }) => url)).toEqual(['/api/v1/groups/g1']);
  });

  it('may be one of many at once, each of which is sent once', async () => {
    const { configuration, requests } = await org();
    const api = new GroupApi(configuration);
    await Promise.all(Array.from({ length: 64 }, (_, n) => api.getGroup({ groupId: `g${n}` })));
    expect(requests).toHaveLength(64);
    expect(new Set(requests.map(({ url }) => url)).size).toBe(64);
  });
});
