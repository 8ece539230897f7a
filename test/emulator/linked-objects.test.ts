import { expect, it } from 'vitest';
import { type Client, emulate as emulateOn, errorOf, idOf, itemsOf, onBothWires, type Reply } from './client.js';
import { createGroup, createPerson } from './people.js';

const DEFINITIONS = '/api/v1/meta/schemas/user/linkedObjects';

function define(client: Client, primary = 'manager', associated = 'subordinate'): Promise<Reply> {
  const side = (name: string) => ({ name, title: name, description: `A ${name}`, type: 'USER' });
  return client.post(DEFINITIONS, { primary: side(primary), associated: side(associated) });
}

/** Ids of the users whom a relation leads to. */
async function linked(client: Client, user: string, name: string): Promise<string[]> {
  const items = itemsOf(await client.get(`/api/v1/users/${user}/linkedObjects/${name}`));
  return items.map(
    (item) => (item as unknown as { _links: { self: { href: string } } })._links.self.href.split('/').at(-1) ?? '',
  );
}

onBothWires('linked objects', (emulate) => {
  it('are defined with 201 and found by either name', async () => {
    const client = await emulate();
    const reply = await define(client);
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      primary: { name: 'manager', title: 'manager', description: 'A manager', type: 'USER' },
      associated: { name: 'subordinate', title: 'subordinate', description: 'A subordinate', type: 'USER' },
      _links: { self: { href: `${client.emulator.url}${DEFINITIONS}/manager` } },
    });
    for (const name of ['manager', 'subordinate']) {
      expect((await client.get(`${DEFINITIONS}/${name}`)).body).toEqual(reply.body);
    }
    expect((await client.get(DEFINITIONS)).body).toEqual([reply.body]);
    expect((await client.get(`${DEFINITIONS}/boss`)).body).toMatchObject({
      errorSummary: 'Not found: Resource not found: boss (LinkedObject)',
    });
  });

  it.each([
    ['manager', 'other'],
    ['other', 'manager'],
    ['subordinate', 'other'],
    ['same', 'same'],
  ])('named %s and %s are taken', async (primary, associated) => {
    const client = await emulate();
    await define(client);
    expect(errorOf(await define(client, primary, associated))).toMatchObject({ status: 409, errorCode: 'E0000127' });
  });

  it('need proper names', async () => {
    const client = await emulate();
    expect(errorOf(await define(client, 'my-boss'))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    expect((await client.post(DEFINITIONS, { primary: { name: 'a', title: 'a', type: 'USER' } })).status).toBe(400);
  });

  it('link users, one primary user for each', async () => {
    const client = await emulate();
    await define(client);
    const [ada = '', bob = '', cy = ''] = await Promise.all(
      ['ada', 'bob', 'cy'].map(async (name) => idOf(await createPerson(client, name))),
    );
    const set = (associated: string, primary: string) =>
      client.put(`/api/v1/users/${associated}/linkedObjects/manager/${primary}`);
    expect((await set(ada, cy)).status).toBe(204);
    await set(bob, cy);
    expect(await linked(client, ada, 'manager')).toEqual([cy]);
    expect((await linked(client, cy, 'subordinate')).sort()).toEqual([ada, bob].sort());
    await set(ada, bob);
    expect(await linked(client, ada, 'manager')).toEqual([bob]);
    expect(await linked(client, cy, 'subordinate')).toEqual([bob]);
    expect((await client.delete(`/api/v1/users/${ada}/linkedObjects/manager`)).status).toBe(204);
    expect(await linked(client, ada, 'manager')).toEqual([]);
    for (let i = 0; i < 2; i++) await client.delete(`/api/v1/users/${cy}`);
    expect(await linked(client, bob, 'manager')).toEqual([]);
  });

  it('link by the primary name only, and known users only', async () => {
    const client = await emulate();
    await define(client);
    const ada = idOf(await createPerson(client, 'ada'));
    const path = `/api/v1/users/${ada}/linkedObjects`;
    expect((await client.put(`${path}/subordinate/${ada}`)).body).toMatchObject({
      errorSummary: 'Not found: Resource not found: subordinate (LinkedObjectProperty)',
    });
    expect((await client.put(`${path}/manager/00unone`)).status).toBe(404);
    expect((await client.get(`${path}/boss`)).status).toBe(404);
  });

  it('go with their links, by either name', async () => {
    const client = await emulate();
    await define(client);
    const [ada, bob] = [idOf(await createPerson(client, 'ada')), idOf(await createPerson(client, 'bob'))];
    await client.put(`/api/v1/users/${ada}/linkedObjects/manager/${bob}`);
    expect((await client.delete(`${DEFINITIONS}/subordinate`)).status).toBe(204);
    await define(client);
    expect(await linked(client, ada, 'manager')).toEqual([]);
  });

  it('tell the log', async () => {
    const client = await emulate();
    await define(client);
    const [ada, bob] = [idOf(await createPerson(client, 'ada')), idOf(await createPerson(client, 'bob'))];
    await client.put(`/api/v1/users/${ada}/linkedObjects/manager/${bob}`);
    await client.delete(`/api/v1/users/${ada}/linkedObjects/manager`);
    await client.delete(`${DEFINITIONS}/manager`);
    const { body } = await client.get('/api/v1/logs?filter=eventType sw "directory."');
    expect((body as { eventType: string }[]).map(({ eventType }) => eventType)).toEqual([
      'directory.linked_object.create',
      'directory.linked_object.set',
      'directory.linked_object.remove',
      'directory.linked_object.delete',
    ]);
  });
});

onBothWires('group owners', (emulate) => {
  it('are users or groups, assigned once with 201', async () => {
    const client = await emulate();
    const [user, owning, group] = [
      idOf(await createPerson(client, 'ada')),
      await createGroup(client, 'Owners'),
      await createGroup(client, 'Owned'),
    ];
    const path = `/api/v1/groups/${group}/owners`;
    const reply = await client.post(path, { id: user, type: 'USER' });
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      id: user,
      type: 'USER',
      resolved: true,
      originType: 'OKTA_DIRECTORY',
      displayName: 'ada Lovelace',
      lastUpdated: '2026-03-04T10:08:01.000Z',
    });
    await client.post(path, { id: owning, type: 'GROUP' });
    expect(itemsOf(await client.get(path))).toMatchObject([{ id: owning, displayName: 'Owners' }, reply.body]);
    expect(errorOf(await client.post(path, { id: user, type: 'USER' }))).toEqual({
      status: 400,
      errorCode: 'E0000001',
      causes: ['id: Provided owner is already assigned to this group'],
    });
    expect((await client.delete(`${path}/${user}`)).status).toBe(204);
    expect((await client.delete(`${path}/${user}`)).status).toBe(404);
    expect((await client.post(path, { id: '00unone', type: 'USER' })).status).toBe(404);
    await client.delete(`/api/v1/groups/${owning}`);
    expect(itemsOf(await client.get(path))).toEqual([]);
  });
});

it('those linked to a user are listed in pages', async () => {
  const client = await emulateOn('in process', { pageSize: 1 });
  await define(client);
  const boss = idOf(await createPerson(client, 'boss'));
  for (const name of ['ada', 'bob']) {
    const id = idOf(await createPerson(client, name));
    await client.put(`/api/v1/users/${id}/linkedObjects/manager/${boss}`);
  }
  const page = await client.get(`/api/v1/users/${boss}/linkedObjects/subordinate`);
  expect([itemsOf(page).length, itemsOf(await client.get(page.next ?? '')).length]).toEqual([1, 1]);
});
