import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, idsOf, itemsOf, onBothWires } from './client.js';
import { createBookmark, createGroup, createPerson, profileOf } from './people.js';

const NOW = '2026-03-04T10:08:01.000Z';

async function setUp(client: Client) {
  const userId = idOf(await createPerson(client, 'ada'));
  const appId = await createBookmark(client, 'Notes');
  return { userId, appId, path: `/api/v1/apps/${appId}/users` };
}

onBothWires('users of apps', (emulate) => {
  it('are assigned with 200', async () => {
    const client = await emulate();
    const { userId, appId, path } = await setUp(client);
    const reply = await client.post(path, { id: userId, scope: 'USER' });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      id: userId,
      externalId: null,
      created: NOW,
      lastUpdated: NOW,
      scope: 'USER',
      status: 'ACTIVE',
      statusChanged: NOW,
      passwordChanged: null,
      syncState: 'DISABLED',
      credentials: { userName: 'ada@example.com' },
      profile: {},
      _links: {
        app: { href: `${client.emulator.url}/api/v1/apps/${appId}` },
        user: { href: `${client.emulator.url}/api/v1/users/${userId}` },
      },
    });
    expect((await client.get(`${path}/${userId}`)).body).toEqual(reply.body);
  });

  it('are updated when assigned again, and by POST to themselves', async () => {
    const client = await emulate();
    const { userId, path } = await setUp(client);
    await client.post(path, { id: userId, profile: { level: 1 } });
    const again = await client.post(path, { id: userId, credentials: { userName: 'countess' } });
    expect(again.body).toMatchObject({ credentials: { userName: 'countess' }, profile: { level: 1 } });
    const updated = await client.post(`${path}/${userId}`, { profile: { level: 2 } });
    expect(updated.body).toMatchObject({ credentials: { userName: 'countess' }, profile: { level: 2 } });
    expect(idsOf(await client.get(path))).toEqual([userId]);
  });

  it('leave with 204', async () => {
    const client = await emulate();
    const { userId, path } = await setUp(client);
    await client.post(path, { id: userId });
    expect((await client.delete(`${path}/${userId}`)).status).toBe(204);
    const gone = await client.get(`${path}/${userId}`);
    expect(gone.body).toMatchObject({ errorCode: 'E0000007', errorSummary: expect.stringContaining('(AppUser)') });
  });

  it('must exist, be named and be active', async () => {
    const client = await emulate();
    const { path } = await setUp(client);
    const staged = idOf(await client.post('/api/v1/users?activate=false', { profile: profileOf('bob') }));
    expect(errorOf(await client.post(path, { id: '00uNope' }))).toMatchObject({ status: 404, errorCode: 'E0000007' });
    expect(errorOf(await client.post(path, {})).causes).toEqual(['id: The field cannot be left blank']);
    expect(errorOf(await client.post(path, { id: staged }))).toMatchObject({ status: 403, errorCode: 'E0000117' });
  });

  it('have passwords only in apps that ask for them, and never show them', async () => {
    const client = await emulate();
    const { userId, path } = await setUp(client);
    const body = { id: userId, credentials: { userName: 'ada', password: { value: 'Sec3retOfApp' } } };
    expect(errorOf(await client.post(path, body))).toMatchObject({ status: 400, errorCode: 'E0000041' });
    const settings = { signOn: { loginUrl: 'https://example.com' } };
    const swa = idOf(await client.post('/api/v1/apps', { label: 'SWA', signOnMode: 'AUTO_LOGIN', settings }));
    const reply = await client.post(`/api/v1/apps/${swa}/users`, body);
    expect(reply.body).toMatchObject({ credentials: { userName: 'ada', password: {} } });
    expect(reply.text).not.toContain('Sec3ret');
  });

  it('are called by the template of the app', async () => {
    const client = await emulate();
    const { userId } = await setUp(client);
    const named = async (template: string) => {
      const credentials = { userNameTemplate: { template, type: 'CUSTOM' } };
      const body = {
        name: 'bookmark',
        label: 'x',
        signOnMode: 'BOOKMARK',
        settings: { app: { url: 'https://x.com' } },
        credentials,
      };
      const appId = idOf(await client.post('/api/v1/apps', body));
      return (await client.post(`/api/v1/apps/${appId}/users`, { id: userId })).body;
    };
    expect(await named('$' + '{source.firstName}.x')).toMatchObject({ credentials: { userName: 'ada.x' } });
    expect(await named('$' + '{fn:substringBefore(source.login, "@")}')).toMatchObject({
      credentials: { userName: 'ada' },
    });
  });

  it('are found by the beginning of a name, and embedded on demand', async () => {
    const client = await emulate();
    const { userId, path } = await setUp(client);
    const bob = idOf(await createPerson(client, 'bob'));
    for (const id of [userId, bob]) await client.post(path, { id });
    expect(idsOf(await client.get(path, { q: 'BO' }))).toEqual([bob]);
    const [ada] = itemsOf(await client.get(path, { expand: 'user', limit: '1' }));
    expect(ada).toMatchObject({ _embedded: { user: { id: userId, profile: { firstName: 'ada' } } } });
  });

  it('see active apps on their dashboard', async () => {
    const client = await emulate();
    const { userId, appId, path } = await setUp(client);
    await client.post(path, { id: userId });
    const links = `/api/v1/users/${userId}/appLinks`;
    expect((await client.get(links)).body).toMatchObject([
      {
        appInstanceId: appId,
        label: 'Notes',
        appName: 'bookmark',
        linkUrl: expect.stringContaining('/home/bookmark/'),
        sortOrder: 0,
      },
    ]);
    await client.post(`/api/v1/apps/${appId}/lifecycle/deactivate`);
    expect((await client.get(links)).body).toEqual([]);
    await client.post(`/api/v1/apps/${appId}/lifecycle/activate`);
    expect(itemsOf(await client.get(links))).toHaveLength(1);
  });
});

onBothWires('groups of apps', (emulate) => {
  it('are assigned with 200, with or without a body', async () => {
    const client = await emulate();
    const { appId } = await setUp(client);
    const groupId = await createGroup(client, 'Engineers');
    const path = `/api/v1/apps/${appId}/groups/${groupId}`;
    const reply = await client.put(path);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      id: groupId,
      lastUpdated: NOW,
      priority: 0,
      profile: {},
      _links: {
        app: { href: `${client.emulator.url}/api/v1/apps/${appId}` },
        self: { href: client.emulator.url + path },
        group: { href: `${client.emulator.url}/api/v1/groups/${groupId}` },
      },
    });
    expect((await client.put(path, { profile: { role: 'x' } })).body).toMatchObject({ profile: { role: 'x' } });
    expect((await client.get(path)).body).toMatchObject({ profile: { role: 'x' } });
    expect(idsOf(await client.get(`/api/v1/groups/${groupId}/apps`))).toEqual([appId]);
    expect((await client.delete(path)).status).toBe(204);
    expect(errorOf(await client.get(path)).status).toBe(404);
  });

  it('have priorities without gaps', async () => {
    const client = await emulate();
    const { appId } = await setUp(client);
    const path = `/api/v1/apps/${appId}/groups`;
    const ids = [await createGroup(client, 'A'), await createGroup(client, 'B'), await createGroup(client, 'C')];
    for (const id of ids) await client.put(`${path}/${id}`);
    await client.put(`${path}/${ids[2]}`, { priority: 0 });
    const priorities = async () =>
      itemsOf(await client.get(path)).map(({ id, priority }) => [ids.indexOf(id), priority]);
    expect(await priorities()).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
    ]);
    await client.patch(`${path}/${ids[0]}`, [{ op: 'replace', path: '/priority', value: 0 }]);
    expect(await priorities()).toEqual([
      [0, 0],
      [1, 2],
      [2, 1],
    ]);
    await client.delete(`${path}/${ids[0]}`);
    expect(await priorities()).toEqual([
      [1, 1],
      [2, 0],
    ]);
  });

  it('are patched', async () => {
    const client = await emulate();
    const { appId } = await setUp(client);
    const path = `/api/v1/apps/${appId}/groups/${await createGroup(client, 'A')}`;
    await client.put(path, { profile: { a: 1, b: 2 } });
    const patch = [
      { op: 'replace', path: '/profile/a', value: 3 },
      { op: 'remove', path: '/profile/b' },
    ];
    expect((await client.patch(path, patch)).body).toMatchObject({ profile: { a: 3 } });
    expect((await client.get(path)).body).not.toHaveProperty('profile.b');
    expect(errorOf(await client.patch(path, { op: 'replace' })).errorCode).toBe('E0000003');
    expect(errorOf(await client.patch(path, [{ op: 'replace', path: '/id', value: 'x' }])).errorCode).toBe('E0000001');
  });

  it('make their members app users, as long as they are members', async () => {
    const client = await emulate();
    const { userId, appId, path } = await setUp(client);
    const groupId = await createGroup(client, 'Engineers');
    await client.put(`/api/v1/groups/${groupId}/users/${userId}`);
    await client.put(`/api/v1/apps/${appId}/groups/${groupId}`);
    expect((await client.get(`${path}/${userId}`)).body).toMatchObject({
      scope: 'GROUP',
      _links: { group: { href: expect.stringContaining(groupId) } },
    });
    await client.delete(`/api/v1/groups/${groupId}/users/${userId}`);
    expect(idsOf(await client.get(path))).toEqual([]);
    await client.put(`/api/v1/groups/${groupId}/users/${userId}`);
    expect(idsOf(await client.get(path))).toEqual([userId]);
    await client.delete(`/api/v1/groups/${groupId}`);
    expect(idsOf(await client.get(path))).toEqual([]);
  });

  it('stand back behind a direct assignment, and keep those whom another group keeps', async () => {
    const client = await emulate();
    const { userId, appId, path } = await setUp(client);
    const groups = [await createGroup(client, 'A'), await createGroup(client, 'B')];
    for (const groupId of groups) {
      await client.put(`/api/v1/groups/${groupId}/users/${userId}`);
      await client.put(`/api/v1/apps/${appId}/groups/${groupId}`);
    }
    await client.delete(`/api/v1/apps/${appId}/groups/${groups[0]}`);
    expect((await client.get(`${path}/${userId}`)).body).toMatchObject({ scope: 'GROUP' });
    await client.post(path, { id: userId, scope: 'USER' });
    await client.delete(`/api/v1/apps/${appId}/groups/${groups[1]}`);
    expect((await client.get(`${path}/${userId}`)).body).toMatchObject({ scope: 'USER' });
  });

  it('give their apps to members who become active later', async () => {
    const client = await emulate();
    const { appId, path } = await setUp(client);
    const groupId = await createGroup(client, 'Engineers');
    const staged = idOf(await client.post('/api/v1/users?activate=false', { profile: profileOf('bob') }));
    await client.put(`/api/v1/groups/${groupId}/users/${staged}`);
    await client.put(`/api/v1/apps/${appId}/groups/${groupId}`);
    expect(idsOf(await client.get(path))).toEqual([]);
    await client.post(`/api/v1/users/${staged}/lifecycle/activate`);
    expect(idsOf(await client.get(path))).toEqual([staged]);
  });
});
