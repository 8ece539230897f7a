import { expect, it } from 'vitest';
import { type Client, emulate as emulateOn, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { createGroup, createPerson } from './people.js';

const ROLES = '/api/v1/iam/roles';
const SETS = '/api/v1/iam/resource-sets';

function newRole(client: Client, label = 'Reader') {
  return client.post(ROLES, { label, description: 'Reads', permissions: ['okta.users.read', 'okta.groups.read'] });
}

function newSet(client: Client, label = 'West') {
  const resources = [`${client.emulator.url}/api/v1/users`];
  return client.post(SETS, { label, description: 'The west', resources });
}

async function listed(client: Client, path: string, member: string): Promise<unknown[]> {
  const { body } = await client.get(path);
  return (body as Record<string, unknown[]>)[member] ?? [];
}

onBothWires('custom roles', (emulate) => {
  it('are created, found by id and label, replaced and deleted', async () => {
    const client = await emulate();
    const created = await newRole(client);
    const self = `${client.emulator.url}${ROLES}/${idOf(created)}`;
    expect(created.status).toBe(200);
    expect(created.body).toEqual({
      id: expect.stringMatching(/^cr0\w{17}$/),
      label: 'Reader',
      description: 'Reads',
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      _links: { permissions: { href: `${self}/permissions` }, self: { href: self } },
    });
    expect((await client.get(`${ROLES}/Reader`)).body).toEqual(created.body);
    const replaced = await client.put(`${ROLES}/Reader`, { label: 'Watcher', description: 'Watches' });
    expect(replaced.body).toMatchObject({ id: idOf(created), label: 'Watcher' });
    expect(await listed(client, ROLES, 'roles')).toMatchObject([{ label: 'Watcher' }]);
    expect((await client.delete(`${ROLES}/${idOf(created)}`)).status).toBe(204);
    expect((await client.get(`${ROLES}/Watcher`)).body).toMatchObject({
      errorSummary: 'Not found: Resource not found: Watcher (CustomRole)',
    });
  });

  it('have permissions', async () => {
    const client = await emulate();
    const path = `${ROLES}/${idOf(await newRole(client))}/permissions`;
    expect((await client.post(`${path}/okta.users.manage`)).status).toBe(204);
    expect(await listed(client, path, 'permissions')).toMatchObject([
      { label: 'okta.users.read' },
      { label: 'okta.groups.read' },
      { label: 'okta.users.manage' },
    ]);
    const conditions = { include: { 'okta:ResourceAttribute/User/Profile': ['city'] } };
    expect((await client.put(`${path}/okta.users.read`, { conditions })).body).toMatchObject({ conditions });
    expect((await client.get(`${path}/okta.users.read`)).body).toMatchObject({ label: 'okta.users.read', conditions });
    expect((await client.delete(`${path}/okta.users.manage`)).status).toBe(204);
    expect((await client.get(`${path}/okta.users.manage`)).status).toBe(404);
    expect(errorOf(await client.post(`${path}/nonsense`))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('need a label of their own and permissions', async () => {
    const client = await emulate();
    await newRole(client);
    const bodies = [
      { label: 'Reader', description: 'x', permissions: ['okta.users.read'] },
      { label: 'Other', description: 'x', permissions: [] },
      { label: 'Other', description: 'x', permissions: ['read'] },
      { label: '', description: 'x', permissions: ['okta.users.read'] },
    ];
    for (const body of bodies) {
      expect(errorOf(await client.post(ROLES, body))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    }
  });
});

onBothWires('resource sets', (emulate) => {
  it('are created, replaced and deleted', async () => {
    const client = await emulate();
    const created = await newSet(client);
    const self = `${client.emulator.url}${SETS}/${idOf(created)}`;
    expect(created.body).toEqual({
      id: expect.stringMatching(/^iam\w{17}$/),
      label: 'West',
      description: 'The west',
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      _links: {
        self: { href: self },
        resources: { href: `${self}/resources` },
        bindings: { href: `${self}/bindings` },
      },
    });
    const replaced = await client.put(`${SETS}/${idOf(created)}`, { label: 'East', description: 'The east' });
    expect(replaced.body).toMatchObject({ label: 'East' });
    expect(await listed(client, SETS, 'resource-sets')).toMatchObject([{ label: 'East' }]);
    expect((await client.delete(`${SETS}/${idOf(created)}`)).status).toBe(204);
    expect((await client.get(`${SETS}/${idOf(created)}`)).body).toMatchObject({
      errorSummary: `Not found: Resource not found: ${idOf(created)} (IAMPolicy)`,
    });
  });

  it('hold resources', async () => {
    const client = await emulate();
    const group = await createGroup(client, 'One');
    const path = `${SETS}/${idOf(await newSet(client))}/resources`;
    const address = `${client.emulator.url}/api/v1/groups/${group}`;
    expect((await client.patch(path, { additions: [address, address] })).body).toMatchObject({ label: 'West' });
    const [users, groups] = (await listed(client, path, 'resources')) as { id: string; orn: string }[];
    expect([users?.orn, groups?.orn]).toEqual([
      expect.stringMatching(/^orn:okta:directory:00o\w{17}:users$/),
      expect.stringMatching(new RegExp(`^orn:okta:directory:00o\\w{17}:groups:${group}$`)),
    ]);
    expect((await client.get(`${path}/${groups?.id}`)).body).toEqual(groups);
    expect((await client.delete(`${path}/${groups?.id}`)).status).toBe(204);
    expect((await client.delete(`${path}/${groups?.id}`)).status).toBe(404);
    expect(errorOf(await client.patch(path, { additions: ['nonsense'] }))).toMatchObject({ errorCode: 'E0000001' });
  });

  it('bind custom roles to members', async () => {
    const client = await emulate();
    const user = idOf(await createPerson(client, 'ada'));
    const [role, set] = [idOf(await newRole(client)), idOf(await newSet(client))];
    const bindings = `${SETS}/${set}/bindings`;
    const me = `${client.emulator.url}/api/v1/users/${user}`;
    expect((await client.post(bindings, { role, members: [me] })).status).toBe(200);
    expect(await listed(client, bindings, 'roles')).toMatchObject([{ id: role }]);
    expect((await client.get(`${bindings}/${role}`)).body).toMatchObject({ id: role });
    const [member] = (await listed(client, `${bindings}/${role}/members`, 'members')) as { id: string }[];
    expect(member).toMatchObject({ id: expect.stringMatching(/^irb/), _links: { self: { href: me } } });
    expect(itemsOf(await client.get(`/api/v1/users/${user}/roles`))).toMatchObject([
      { id: member?.id, type: 'CUSTOM', label: 'Reader', role, 'resource-set': set },
    ]);
    expect((await client.delete(`${bindings}/${role}/members/${member?.id}`)).status).toBe(204);
    expect(await listed(client, `${bindings}/${role}/members`, 'members')).toEqual([]);
    expect(itemsOf(await client.get(`/api/v1/users/${user}/roles`))).toEqual([]);
  });

  it('are bound by assigning a custom role, and then neither goes', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await createPerson(client, 'ada'))}/roles`;
    const [role, set] = [idOf(await newRole(client)), idOf(await newSet(client))];
    const body = { type: 'CUSTOM', role, 'resource-set': set };
    const assigned = await client.post(path, body);
    expect([assigned.status, idOf(assigned)]).toEqual([201, expect.stringMatching(/^irb/)]);
    expect(errorOf(await client.post(path, body))).toMatchObject({ status: 409, errorCode: 'E0000090' });
    expect(await listed(client, `${SETS}/${set}/bindings/${role}/members`, 'members')).toHaveLength(1);
    for (const used of [`${ROLES}/${role}`, `${SETS}/${set}`]) {
      expect(errorOf(await client.delete(used))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    }
    await client.delete(`${path}/${idOf(assigned)}`);
    for (const free of [`${ROLES}/${role}`, `${SETS}/${set}`]) expect((await client.delete(free)).status).toBe(204);
  });

  it('are known to those who assign them', async () => {
    const client = await emulate();
    const role = idOf(await newRole(client));
    const reply = await client.post('/api/v1/users/me/roles', { type: 'CUSTOM', role, 'resource-set': 'iamnone' });
    expect(reply.body).toMatchObject({ errorSummary: 'Not found: Resource not found: iamnone (IAMPolicy)' });
  });
});

it('resource sets are listed in pages whose links stand in the body', async () => {
  const client = await emulateOn('in process', { pageSize: 1 });
  const ids = [idOf(await newSet(client, 'One')), idOf(await newSet(client, 'Two'))];
  const first = (await client.get(SETS)).body as { _links: { next: { href: string } } };
  expect(first).toMatchObject({ 'resource-sets': [{ id: ids[0] }] });
  expect((await client.get(first._links.next.href)).body).toMatchObject({
    'resource-sets': [{ id: ids[1] }],
    _links: {},
  });
});
