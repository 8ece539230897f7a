import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Client, emulate as emulateOn, errorOf, idOf, idsOf, onBothWires, readAll } from './client.js';
import { createBookmark, createGroup, createPerson, profileOf } from './people.js';

onBothWires('links of pages', (emulate) => {
  it('are absolute, sorted, keep filters and write the limit in force', async () => {
    const users = Array.from({ length: 3 }, (_, i) => ({ profile: profileOf(`ada${i}`) }));
    const client = await emulate({ seed: { users } });
    const path = `${client.emulator.url}/api/v1/users`;
    const filter = 'profile.lastName eq "Lovelace"';
    const first = await client.get('/api/v1/users', { limit: '2', filter });
    const [, last] = idsOf(first);
    expect(first.headers.get('link')).toBe(
      `<${path}?filter=profile.lastName+eq+%22Lovelace%22&limit=2>; rel="self", ` +
        `<${path}?after=2${last}&filter=profile.lastName+eq+%22Lovelace%22&limit=2>; rel="next"`,
    );
    const second = await client.get(first.next ?? '');
    expect(second.self).toBe(first.next);
    expect(second.next).toBeUndefined();
  });

  it.each([
    ['/api/v1/users', 200],
    ['/api/v1/users?q=a', 10],
    ['/api/v1/groups', 10_000],
    ['/api/v1/groups?q=a', 300],
    ['/api/v1/apps', 20],
    ['/api/v1/apps?limit=-1', 20],
    ['/api/v1/users?limit=5000', 200],
    ['/api/v1/users/me/groups', 200],
    ['/api/v1/logs', 100],
  ])('of %s say limit=%i', async (path, limit) => {
    expect((await (await emulate()).get(path)).self).toMatch(new RegExp(`[?&]limit=${limit}(&|$)`));
  });

  it('of members, app users and app groups say their own limits', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'A');
    const appId = await createBookmark(client, 'B');
    const lists: [string, number][] = [
      [`/api/v1/groups/${groupId}/users`, 1000],
      [`/api/v1/groups/${groupId}/apps`, 20],
      [`/api/v1/apps/${appId}/users`, 50],
      [`/api/v1/apps/${appId}/groups`, 20],
    ];
    for (const [path, limit] of lists) expect((await client.get(path)).self).toMatch(new RegExp(`limit=${limit}$`));
  });

  it.each([
    ['/api/v1/users?after=nonsense', 'E0000029', 'Invalid cursor.'],
    ['/api/v1/groups?after=nonsense', 'E0000029', 'Invalid cursor.'],
    ['/api/v1/apps?after=nonsense', 'E0000029', 'Invalid cursor.'],
    ['/api/v1/users?after=nonsense&search=id+pr&sortBy=id', 'E0000031', 'Invalid cursor.'],
    ['/api/v1/users?limit=x', 'E0000037', undefined],
    ['/api/v1/users?limit=0', 'E0000001', 'limit: The field must be at least 1'],
  ])('refuse %s', async (path, errorCode, cause) => {
    const causes = cause === undefined ? [] : [cause];
    expect(errorOf(await (await emulate()).get(path))).toEqual({ status: 400, errorCode, causes });
  });

  it('are short if the emulator is told to make short pages', async () => {
    const client = await emulate({ pageSize: 1 });
    const first = await client.get('/api/v1/groups?limit=50');
    expect(first.self).toMatch(/limit=1$/);
    expect(await readAll(client, '/api/v1/groups')).toHaveLength(2);
  });
});

/** A list, how to add to it, and how to take from it. */
interface Pageable {
  readonly path: string;
  add(client: Client, name: string): Promise<string>;
  remove(client: Client, id: string): Promise<unknown>;
}

const removeUser = async (client: Client, id: string) => {
  await client.delete(`/api/v1/users/${id}`);
  await client.delete(`/api/v1/users/${id}`);
};
const addUser = async (client: Client, name: string) => idOf(await createPerson(client, name));

const lists: readonly Pageable[] = [
  { path: '/api/v1/users?', add: addUser, remove: removeUser },
  { path: '/api/v1/users?search=profile.lastName+eq+%22lovelace%22&', add: addUser, remove: removeUser },
  { path: '/api/v1/users?search=id+pr&sortBy=profile.firstName&', add: addUser, remove: removeUser },
  { path: '/api/v1/users?search=id+pr&sortBy=profile.lastName&sortOrder=desc&', add: addUser, remove: removeUser },
  { path: '/api/v1/groups?', add: createGroup, remove: (client, id) => client.delete(`/api/v1/groups/${id}`) },
  {
    path: '/api/v1/apps?',
    add: createBookmark,
    remove: async (client, id) => {
      await client.post(`/api/v1/apps/${id}/lifecycle/deactivate`);
      await client.delete(`/api/v1/apps/${id}`);
    },
  },
];

describe.each(lists)('reading $path to its end', ({ path, add, remove }) => {
  it('gives every item once that was there all the time, whatever comes and goes between the pages', async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('add', 'remove', 'wait'), fc.nat()), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.nat({ max: 12 }), steps, async (limit, count, plan) => {
        const client = await emulateOn('in process');
        const before: string[] = [];
        for (let i = 0; i < count; i++) before.push(await add(client, `item${i}`));
        const removed = new Set<string>();
        const queue = [...plan];
        const items = await readAll(client, `${path}limit=${limit}`, async () => {
          const [step, which] = queue.shift() ?? ['wait', 0];
          const victim = before[which % Math.max(1, before.length)];
          if (step === 'add') await add(client, `late${queue.length}`);
          if (step !== 'remove' || victim === undefined) return;
          removed.add(victim);
          await remove(client, victim);
        });
        const ids = items.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(before.filter((id) => !removed.has(id) && !ids.includes(id))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
