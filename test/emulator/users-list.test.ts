import { expect, it } from 'vitest';
import { type Client, errorOf, itemsOf, onBothWires } from './client.js';
import { profileOf } from './people.js';

const users = [
  { profile: profileOf('ada', { department: 'Engines', lastName: 'Lovelace' }), status: 'ACTIVE' as const },
  { profile: profileOf('Bob', { department: 'engines', lastName: 'Ångström' }), status: 'ACTIVE' as const },
  { profile: profileOf('carl', { lastName: 'angel', tags: ['red', 'blue'], shoeSize: 41 }), status: 'ACTIVE' as const },
  { profile: profileOf('dora', { lastName: 'Zuse', shoeSize: 38 }), status: 'SUSPENDED' as const },
  { profile: profileOf('eve', { lastName: 'Zuse' }), status: 'DEPROVISIONED' as const },
];
const userAttributes = {
  tags: { title: 'Tags', type: 'array' as const },
  shoeSize: { title: 'Shoe size', type: 'integer' as const },
};
const seed = { users, userAttributes };

async function names(client: Client, query: Readonly<Record<string, string>>): Promise<unknown[]> {
  const reply = await client.get('/api/v1/users', query);
  expect([reply.status, reply.status === 200 ? '' : reply.text]).toEqual([200, '']);
  return itemsOf(reply).map(({ profile }) => (profile as { firstName: string }).firstName);
}

onBothWires('listing users', (emulate) => {
  it('hides deactivated users from those who do not search or filter', async () => {
    const client = await emulate({ seed });
    expect(await names(client, {})).toEqual(['Emulator', 'ada', 'Bob', 'carl', 'dora']);
    expect(await names(client, { q: 'e' })).toEqual(['Emulator']);
    expect(await names(client, { filter: 'status eq "DEPROVISIONED"' })).toEqual(['eve']);
    expect(await names(client, { search: 'profile.lastName eq "zuse"' })).toEqual(['dora', 'eve']);
  });

  it('finds the beginning of names and addresses with q, ten unless said, on one page', async () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ profile: profileOf(`mia${i}`) }));
    const client = await emulate({ seed: { users: many } });
    const reply = await client.get('/api/v1/users?q=MIA');
    expect(itemsOf(reply)).toHaveLength(10);
    expect(reply.next).toBeUndefined();
    expect(await names(client, { q: 'mia1', limit: '2' })).toEqual(['mia1', 'mia10']);
    expect(await names(client, { q: 'ia' })).toEqual([]);
  });

  it.each([
    ['status eq "SUSPENDED"', ['dora']],
    ['profile.firstName eq "Bob"', ['Bob']],
    ['profile.firstName eq "bob"', []],
    ['profile.login eq "ada@example.com" or profile.email eq "carl@example.com"', ['ada', 'carl']],
    ['status EQ "ACTIVE" AND (profile.lastName eq "angel" OR profile.lastName eq "Zuse")', ['carl']],
    [
      'lastUpdated ge "2026-03-04T10:08:01.000Z" and lastUpdated lt "2026-03-04T10:08:02Z" and status eq "SUSPENDED"',
      ['dora'],
    ],
    ['lastUpdated gt "2026-03-04T10:08:01.000Z"', []],
    ['lastUpdated eq "2026-03-04T11:08:01.000+01:00" and profile.firstName eq "eve"', ['eve']],
  ])('filters by %s', async (filter, expected) => {
    expect(await names(await emulate({ seed }), { filter })).toEqual(expected);
  });

  it.each([
    ['profile.firstName eq "BOB"', ['Bob']],
    ['profile.department eq "ENGINES"', ['ada', 'Bob']],
    ['profile.lastName co "ng"', ['Bob', 'carl']],
    ['profile.lastName eq "Angstrom"', []],
    ['profile.tags eq "blue"', ['carl']],
    ['profile.shoeSize gt 38', ['carl']],
    ['profile.shoeSize pr and status eq "active"', ['carl']],
    ['profile.mobilePhone pr', []],
    ['created gt "2026-01-01T00:00:00.000Z" and profile.firstName sw "d"', ['dora']],
    ['status eq "ACTIVE" and profile.lastName sw "a" or status eq "SUSPENDED"', ['Emulator', 'carl', 'dora']],
  ])('searches for %s', async (search, expected) => {
    expect(await names(await emulate({ seed }), { search })).toEqual(expected);
  });

  it.each([
    [{ filter: 'profile.department eq "Engines"' }, "unknown attribute 'profile.department'"],
    [{ filter: 'profile.firstName sw "a"' }, "operator 'sw' is not supported for 'profile.firstName'"],
    [{ filter: 'not (status eq "ACTIVE")' }, "'not' is not supported"],
    [{ search: 'profile.nickName co "a"' }, "operator 'co' is not supported for 'profile.nickName'"],
    [{ search: 'profile.nothing eq "a"' }, "unknown attribute 'profile.nothing'"],
    [{ search: 'Profile.login eq "a"' }, "unknown attribute 'Profile.login'"],
    [{ search: 'status eq ACTIVE' }, 'value expected'],
    [{ search: 'status eq "ACTIVE" and' }, 'attribute expected'],
    [{ search: 'created gt "yesterday"' }, "'created' takes a date"],
    [{ search: 'status eq "ACTIVE' }, 'malformed text'],
  ])('refuses %j', async (query, reason) => {
    const { status, errorCode, causes } = errorOf(await (await emulate({ seed })).get('/api/v1/users', query));
    expect({ status, errorCode }).toEqual({ status: 400, errorCode: 'E0000031' });
    expect(causes[0]).toMatch(/^Invalid (filter|search) at position \d+: /);
    expect(causes[0]).toContain(reason);
  });

  it('refuses q together with filter', async () => {
    const reply = await (await emulate()).get('/api/v1/users', { q: 'a', filter: 'status eq "ACTIVE"' });
    expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000033' });
  });

  it('sorts what a search finds, case-blind, ties by id; without a search it does not sort', async () => {
    const client = await emulate({ seed });
    const search = 'profile.login co "example.com"';
    expect(await names(client, { search, sortBy: 'profile.lastName' })).toEqual(['carl', 'ada', 'dora', 'eve', 'Bob']);
    expect(await names(client, { search, sortBy: 'profile.lastName', sortOrder: 'desc' })).toEqual([
      'Bob',
      'dora',
      'eve',
      'ada',
      'carl',
    ]);
    expect(await names(client, { search, sortOrder: 'desc' })).toEqual(['ada', 'Bob', 'carl', 'dora', 'eve']);
    expect(await names(client, { sortBy: 'profile.lastName' })).toEqual(['Emulator', 'ada', 'Bob', 'carl', 'dora']);
  });
});
