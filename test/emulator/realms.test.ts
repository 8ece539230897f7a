import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, idsOf, itemsOf, onBothWires, type Reply } from './client.js';
import { createPerson, profileOf } from './people.js';

const REALMS = '/api/v1/realms';
const ASSIGNMENTS = '/api/v1/realm-assignments';

async function newRealm(client: Client, name = 'Partners'): Promise<string> {
  return idOf(await client.post(REALMS, { profile: { name, realmType: 'PARTNER' } }));
}

function assign(client: Client, realmId: string, value: string, more: object = {}): Promise<Reply> {
  const [actions, conditions] = [{ assignUserToRealm: { realmId } }, { expression: { value } }];
  return client.post(ASSIGNMENTS, { name: 'Rule', actions, conditions, ...more });
}

onBothWires('realms', (emulate) => {
  it('are created, replaced and deleted', async () => {
    const client = await emulate();
    const reply = await client.post(REALMS, {
      profile: { name: 'Partners', realmType: 'PARTNER', domains: ['a.example'] },
    });
    const href = `${client.emulator.url}${REALMS}/${idOf(reply)}`;
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      id: expect.stringMatching(/^guo\w{17}$/),
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      isDefault: false,
      profile: { name: 'Partners', realmType: 'PARTNER', domains: ['a.example'] },
      _links: { self: { rel: 'self', href, method: 'GET' } },
    });
    const path = `${REALMS}/${idOf(reply)}`;
    expect((await client.put(path, { profile: { name: 'Friends' } })).body).toMatchObject({
      profile: { name: 'Friends' },
    });
    expect((await client.post(path, {})).status).toBe(405);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.get(path)).body).toMatchObject({
      errorSummary: `Not found: Resource not found: ${idOf(reply)} (Realm)`,
    });
  });

  it('have names of their own', async () => {
    const client = await emulate();
    await newRealm(client);
    for (const name of ['Partners', '']) {
      expect(errorOf(await client.post(REALMS, { profile: { name } }))).toMatchObject({ errorCode: 'E0000001' });
    }
  });

  it('are found by search', async () => {
    const client = await emulate();
    const [one, two] = [await newRealm(client, 'Partners'), await newRealm(client, 'Apartments')];
    expect(itemsOf(await client.get(REALMS))).toMatchObject([
      { isDefault: true, profile: { name: 'Default Realm' } },
      {},
      {},
    ]);
    expect(idsOf(await client.get(REALMS, { search: 'profile.name co "part"' }))).toEqual([one, two]);
    const sorted = { search: 'profile.realmType eq "PARTNER"', sortBy: 'profile.name', sortOrder: 'asc' };
    expect(idsOf(await client.get(REALMS, sorted))).toEqual([two, one]);
    expect(errorOf(await client.get(REALMS, { search: 'x eq 1' }))).toMatchObject({ errorCode: 'E0000031' });
  });

  it('with users stay, as does the default one', async () => {
    const client = await emulate();
    const realmId = await newRealm(client);
    expect((await createPerson(client, 'ada', { realmId })).body).toMatchObject({ realmId });
    const [standard = ''] = idsOf(await client.get(REALMS));
    for (const id of [realmId, standard]) {
      expect(errorOf(await client.delete(`${REALMS}/${id}`))).toMatchObject({ status: 400, errorCode: 'E0000178' });
    }
    expect((await createPerson(client, 'bob', { realmId: 'guonone' })).status).toBe(404);
  });
});

onBothWires('realm assignments', (emulate) => {
  it('are inactive until they are activated, and then place new users', async () => {
    const client = await emulate();
    const realmId = await newRealm(client);
    const reply = await assign(client, realmId, 'user.profile.login.contains("@example.com")');
    expect(reply.body).toMatchObject({
      id: expect.stringMatching(/^rul/),
      status: 'INACTIVE',
      isDefault: false,
      priority: 0,
      actions: { assignUserToRealm: { realmId } },
      conditions: { expression: { value: 'user.profile.login.contains("@example.com")' } },
    });
    expect((await createPerson(client, 'ada')).body).not.toHaveProperty('realmId');
    const path = `${ASSIGNMENTS}/${idOf(reply)}`;
    expect((await client.post(`${path}/lifecycle/activate`)).status).toBe(204);
    expect((await createPerson(client, 'bob')).body).toMatchObject({ realmId });
    expect((await client.post(`${path}/lifecycle/deactivate`)).status).toBe(204);
    expect((await client.get(path)).body).toMatchObject({ status: 'INACTIVE' });
  });

  it('run over all users on demand', async () => {
    const client = await emulate();
    const realmId = await newRealm(client);
    const ada = idOf(await client.post('/api/v1/users', { profile: profileOf('ada', { city: 'London' }) }));
    await createPerson(client, 'bob');
    const assignmentId = idOf(await assign(client, realmId, 'user.city == "London"'));
    const reply = await client.post(`${ASSIGNMENTS}/operations`, { assignmentId });
    expect(reply.body).toMatchObject({ status: 'COMPLETED', numUserMoved: 1, realmId, realmName: 'Partners' });
    expect((await client.get(`/api/v1/users/${ada}`)).body).toMatchObject({ realmId });
    expect((await client.get(`${ASSIGNMENTS}/operations`)).body).toEqual([reply.body]);
    expect((await client.post(`${ASSIGNMENTS}/operations`, { assignmentId: 'rulnone' })).status).toBe(404);
  });

  it('make room for each other, are replaced and deleted', async () => {
    const client = await emulate();
    const realmId = await newRealm(client);
    const first = idOf(await assign(client, realmId, 'true'));
    const second = idOf(await assign(client, realmId, 'true', { priority: 0 }));
    expect((await client.get(`${ASSIGNMENTS}/${first}`)).body).toMatchObject({ priority: 1 });
    const body = { name: 'Other', actions: { assignUserToRealm: { realmId } }, conditions: {} };
    expect((await client.put(`${ASSIGNMENTS}/${second}`, body)).body).toMatchObject({ name: 'Other', priority: 0 });
    expect(idsOf(await client.get(ASSIGNMENTS))).toEqual([first, second]);
    expect(errorOf(await client.delete(`${REALMS}/${realmId}`))).toMatchObject({ errorCode: 'E0000178' });
    expect((await client.delete(`${ASSIGNMENTS}/${first}`)).status).toBe(204);
    expect((await client.get(`${ASSIGNMENTS}/${first}`)).status).toBe(404);
  });

  it('need a name, a known realm and a readable condition', async () => {
    const client = await emulate();
    const realmId = await newRealm(client);
    expect(errorOf(await assign(client, realmId, 'true', { name: '' }))).toMatchObject({ errorCode: 'E0000001' });
    expect(errorOf(await assign(client, realmId, 'user.'))).toMatchObject({ errorCode: 'E0000001' });
    expect((await assign(client, 'guonone', 'true')).status).toBe(404);
  });
});
