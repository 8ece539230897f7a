import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, idsOf, itemsOf, onBothWires } from './client.js';
import { createGroup, createPerson } from './people.js';

const NOW = '2026-03-04T10:08:01.000Z';

async function names(client: Client, query: Readonly<Record<string, string>> = {}): Promise<unknown[]> {
  return itemsOf(await client.get('/api/v1/groups', query)).map(({ profile }) => (profile as { name: string }).name);
}

onBothWires('groups', (emulate) => {
  it('are created with 200', async () => {
    const client = await emulate();
    const reply = await client.post('/api/v1/groups', { profile: { name: 'Engineers' } });
    const self = `${client.emulator.url}/api/v1/groups/${idOf(reply)}`;
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      id: expect.stringMatching(/^00g\w{17}$/),
      created: NOW,
      lastUpdated: NOW,
      lastMembershipUpdated: NOW,
      objectClass: ['okta:user_group'],
      type: 'OKTA_GROUP',
      profile: { name: 'Engineers', description: null },
      _links: {
        logo: [
          { name: 'medium', href: expect.any(String), type: 'image/png' },
          { name: 'large', href: expect.any(String), type: 'image/png' },
        ],
        users: { href: `${self}/users` },
        apps: { href: `${self}/apps` },
      },
    });
    expect((await client.get(`/api/v1/groups/${idOf(reply)}`)).body).toEqual(reply.body);
  });

  it('are replaced as a whole', async () => {
    const client = await emulate();
    const reply = await client.post('/api/v1/groups', { profile: { name: 'Engineers', description: 'They build' } });
    client.clock.tick(1000);
    const replaced = await client.put(`/api/v1/groups/${idOf(reply)}`, { profile: { name: 'Builders' } });
    expect(replaced.body).toMatchObject({
      profile: { name: 'Builders', description: null },
      lastUpdated: '2026-03-04T10:08:02.000Z',
      lastMembershipUpdated: NOW,
    });
    expect(await createGroup(client, 'Engineers')).toMatch(/^00g/);
  });

  it('have names of their own', async () => {
    const client = await emulate();
    await createGroup(client, 'Engineers');
    const other = await createGroup(client, 'Others');
    const taken = {
      status: 400,
      errorCode: 'E0000001',
      causes: ['name: An object with this field already exists in the current organization'],
    };
    expect(errorOf(await client.post('/api/v1/groups', { profile: { name: 'Engineers' } }))).toEqual(taken);
    expect(errorOf(await client.put(`/api/v1/groups/${other}`, { profile: { name: 'Engineers' } }))).toEqual(taken);
  });

  it.each([
    [{}, 'name: The field cannot be left blank'],
    [{ name: 'x'.repeat(256) }, 'name: The field is too long. The maximum length is 255'],
    [{ name: 'x', description: 'x'.repeat(1025) }, 'description: The field is too long. The maximum length is 1024'],
    [{ name: 'x', colour: 'red' }, "Property name 'colour' is not defined in profile"],
  ])('refuse the profile %j', async (profile, cause) => {
    const reply = await (await emulate()).post('/api/v1/groups', { profile });
    expect(errorOf(reply)).toEqual({ status: 400, errorCode: 'E0000001', causes: [cause] });
  });

  it('are deleted once', async () => {
    const client = await emulate();
    const id = await createGroup(client, 'Engineers');
    expect((await client.delete(`/api/v1/groups/${id}`)).status).toBe(204);
    const gone = await client.delete(`/api/v1/groups/${id}`);
    expect(gone.body).toMatchObject({ errorSummary: `Not found: Resource not found: ${id} (UserGroup)` });
    expect(gone.status).toBe(404);
  });

  it('of the system cannot be changed, deleted or joined', async () => {
    const client = await emulate();
    const person = idOf(await createPerson(client, 'ada'));
    const [everyone = ''] = idsOf(await client.get('/api/v1/groups?q=Everyone'));
    const path = `/api/v1/groups/${everyone}`;
    const attempts = [
      client.put(path, { profile: { name: 'Nobody' } }),
      client.delete(path),
      client.put(`${path}/users/${person}`),
      client.delete(`${path}/users/${person}`),
    ];
    for (const reply of await Promise.all(attempts)) {
      expect(errorOf(reply)).toMatchObject({ status: 501, errorCode: 'E0000060' });
    }
  });

  it('of a fresh org are Everyone and Okta Administrators', async () => {
    const client = await emulate();
    const all = itemsOf(await client.get('/api/v1/groups'));
    expect(all).toMatchObject([
      { type: 'BUILT_IN', profile: { name: 'Everyone', description: 'All users in your organization' } },
      { type: 'BUILT_IN', profile: { name: 'Okta Administrators' } },
    ]);
  });
});

const groups = [
  { profile: { name: 'West', description: 'Warm' } },
  { profile: { name: 'West Coast' } },
  { profile: { name: 'east', description: 'Cold and windy' } },
  { profile: { name: 'From an app' }, type: 'APP_GROUP' as const },
];

onBothWires('listing groups', (emulate) => {
  it('finds the beginning of the name with q, the exact name first, on one page', async () => {
    const client = await emulate({ seed: { groups: [...groups].reverse() } });
    expect(await names(client, { q: 'west' })).toEqual(['West', 'West Coast']);
    expect(await names(client, { q: 'coast' })).toEqual([]);
  });

  it.each([
    [{ filter: 'type eq "APP_GROUP"' }, ['From an app']],
    [{ filter: 'lastMembershipUpdated gt "2026-01-01T00:00:00.000Z" and type eq "APP_GROUP"' }, ['From an app']],
    [{ search: 'profile.name eq "WEST"' }, ['West']],
    [{ search: 'profile.description co "wind"' }, ['east']],
    [{ search: 'profile.description pr and type eq "OKTA_GROUP"' }, ['West', 'east']],
    [{ search: 'type eq "OKTA_GROUP"', sortBy: 'profile.name', sortOrder: 'desc' }, ['West Coast', 'West', 'east']],
  ])('finds with %j', async (query, expected) => {
    expect(await names(await emulate({ seed: { groups } }), query)).toEqual(expected);
  });

  it.each([
    [{ filter: 'profile.name eq "West"' }, 'E0000031'],
    [{ filter: 'lastUpdated ge "2026-01-01T00:00:00.000Z"' }, 'E0000031'],
    [{ search: 'objectClass eq "x"' }, 'E0000031'],
    [{ q: 'w', filter: 'type eq "OKTA_GROUP"' }, 'E0000033'],
    [{ expand: 'nonsense' }, 'E0000001'],
  ])('refuses %j', async (query, code) => {
    expect(errorOf(await (await emulate()).get('/api/v1/groups', query))).toMatchObject({
      status: 400,
      errorCode: code,
    });
  });

  it('counts users and apps on demand', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const [everyone] = itemsOf(await client.get('/api/v1/groups?expand=stats&limit=1'));
    expect(everyone).toMatchObject({ _embedded: { stats: { usersCount: 2, appsCount: 0 } } });
  });
});
