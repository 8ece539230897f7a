import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, idsOf, itemsOf, onBothWires, readAll } from './client.js';
import { createBookmark, createGroup, createPerson, PASSWORD, profileOf } from './people.js';

const HOUR = 3_600_000;

async function eventTypes(client: Client, query: Readonly<Record<string, string>> = {}): Promise<unknown[]> {
  return itemsOf(await client.get('/api/v1/logs', query)).map(({ eventType }) => eventType);
}

/** Event types that a step writes. */
async function written(client: Client, step: () => Promise<unknown>): Promise<unknown[]> {
  const { next = '' } = await client.get('/api/v1/logs?limit=1000');
  await step();
  return itemsOf(await client.get(next)).map(({ eventType }) => eventType);
}

onBothWires('the System Log', (emulate) => {
  it('tells who did what to whom by which request', async () => {
    const client = await emulate();
    const userId = idOf(await createPerson(client, 'ada'));
    const groupId = await createGroup(client, 'Engineers');
    client.clock.tick(1);
    const cause = await client.put(`/api/v1/groups/${groupId}/users/${userId}`);
    const requestId = cause.headers.get('x-okta-request-id');
    const [event] = itemsOf(await client.get('/api/v1/logs?sortOrder=DESCENDING&limit=1'));
    expect(event).toEqual({
      actor: {
        id: idOf(await client.get('/api/v1/users/me')),
        type: 'User',
        alternateId: 'admin@emulator.okta.test',
        displayName: 'Emulator Admin',
        detailEntry: null,
      },
      client: expect.objectContaining({ ipAddress: '127.0.0.1', userAgent: expect.any(Object) }),
      device: null,
      authenticationContext: expect.objectContaining({ authenticationStep: 0 }),
      displayMessage: 'Add user to group membership',
      eventType: 'group.user_membership.add',
      outcome: { result: 'SUCCESS', reason: null },
      published: '2026-03-04T10:08:01.251Z',
      securityContext: expect.objectContaining({ isProxy: null }),
      severity: 'INFO',
      debugContext: {
        debugData: {
          requestId,
          requestUri: `/api/v1/groups/${groupId}/users/${userId}`,
          url: `/api/v1/groups/${groupId}/users/${userId}?`,
        },
      },
      legacyEventType: null,
      transaction: { type: 'WEB', id: requestId, detail: { requestApiTokenId: expect.stringMatching(/^00T/) } },
      uuid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      version: '0',
      request: { ipChain: [expect.objectContaining({ ip: '127.0.0.1' })] },
      target: [
        { id: userId, type: 'User', alternateId: 'ada@example.com', displayName: 'ada Lovelace', detailEntry: null },
        { id: groupId, type: 'UserGroup', alternateId: 'unknown', displayName: 'Engineers', detailEntry: null },
      ],
    });
  });

  it('is written by every change of users', async () => {
    const client = await emulate();
    const path = '/api/v1/users/ada';
    const lifecycle = (name: string) => () => client.post(`${path}/lifecycle/${name}`);
    const credentials = { password: { value: PASSWORD } };
    const steps: [() => Promise<unknown>, string[]][] = [
      [
        () => client.post('/api/v1/users?activate=false', { profile: profileOf('ada'), credentials }),
        ['user.lifecycle.create'],
      ],
      [lifecycle('activate'), ['user.lifecycle.activate']],
      [() => client.get(path), []],
      [() => client.post(path, { profile: { city: 'x' } }), ['user.account.update_profile']],
      [
        () => client.post(path, { credentials: { password: { value: 'An0therSecret' } } }),
        ['user.account.update_password'],
      ],
      [lifecycle('suspend'), ['user.lifecycle.suspend']],
      [lifecycle('suspend'), []],
      [lifecycle('unsuspend'), ['user.lifecycle.unsuspend']],
      [lifecycle('expire_password'), ['user.account.expire_password']],
      [lifecycle('reset_password'), ['user.account.reset_password']],
      [lifecycle('reactivate'), ['user.lifecycle.reactivate']],
      [lifecycle('reset_factors'), ['user.mfa.factor.reset_all']],
      [() => client.delete(path), ['user.lifecycle.deactivate']],
      [() => client.delete(path), ['user.lifecycle.delete.initiated', 'user.lifecycle.delete.completed']],
      [() => createPerson(client, 'bob'), ['user.lifecycle.create', 'user.lifecycle.activate']],
    ];
    for (const [step, expected] of steps) expect(await written(client, step)).toEqual(expected);
  });

  it('is written by every change of groups and apps', async () => {
    const client = await emulate();
    const userId = idOf(await createPerson(client, 'ada'));
    const group = `/api/v1/groups/${await createGroup(client, 'Engineers')}`;
    const app = `/api/v1/apps/${await createBookmark(client, 'Notes')}`;
    const groupId = group.split('/').at(-1);
    const settings = { app: { url: 'https://example.com' } };
    const steps: [() => Promise<unknown>, string[]][] = [
      [() => createGroup(client, 'Others'), ['group.lifecycle.create']],
      [() => createBookmark(client, 'Others'), ['application.lifecycle.create', 'application.lifecycle.activate']],
      [() => client.put(group, { profile: { name: 'Builders' } }), ['group.profile.update']],
      [() => client.put(`${group}/users/${userId}`), ['group.user_membership.add']],
      [() => client.put(`${group}/users/${userId}`), []],
      [() => client.delete(`${group}/users/${userId}`), ['group.user_membership.remove']],
      [() => client.put(`${app}/groups/${groupId}`), ['group.application_assignment.add']],
      [() => client.delete(`${app}/groups/${groupId}`), ['group.application_assignment.remove']],
      [() => client.post(`${app}/users`, { id: userId }), ['application.user_membership.add']],
      [() => client.post(`${app}/users`, { id: userId }), ['application.user_membership.update']],
      [() => client.delete(`${app}/users/${userId}`), ['application.user_membership.remove']],
      [() => client.put(app, { label: 'Papers', settings }), ['application.lifecycle.update']],
      [() => client.post(`${app}/lifecycle/deactivate`), ['application.lifecycle.deactivate']],
      [() => client.post(`${app}/lifecycle/activate`), ['application.lifecycle.activate']],
      [() => client.post(`${app}/lifecycle/deactivate`), ['application.lifecycle.deactivate']],
      [() => client.delete(app), ['application.lifecycle.delete']],
      [() => client.delete(group), ['group.lifecycle.delete']],
    ];
    for (const [step, expected] of steps) expect(await written(client, step)).toEqual(expected);
  });

  it('tells about apps that come and go with groups and with the user', async () => {
    const client = await emulate();
    const userId = idOf(await createPerson(client, 'ada'));
    const groupId = await createGroup(client, 'Engineers');
    const app = `/api/v1/apps/${await createBookmark(client, 'Notes')}`;
    const member = `/api/v1/groups/${groupId}/users/${userId}`;
    await client.put(`${app}/groups/${groupId}`);
    const [added, removed] = ['application.user_membership.add', 'application.user_membership.remove'];
    expect(await written(client, () => client.put(member))).toEqual(['group.user_membership.add', added]);
    expect(await written(client, () => client.delete(member))).toEqual(['group.user_membership.remove', removed]);
    await client.put(member);
    expect(await written(client, () => client.delete('/api/v1/users/ada'))).toEqual([
      'user.lifecycle.deactivate',
      removed,
    ]);
    const activate = () => client.post('/api/v1/users/ada/lifecycle/activate');
    expect(await written(client, activate)).toEqual(['user.lifecycle.activate', added]);
    const dissolve = () => client.delete(`/api/v1/groups/${groupId}`);
    expect(await written(client, dissolve)).toEqual(['group.lifecycle.delete', removed]);
  });

  it('always announces a next page to those who poll, also on an empty page, and loses nothing', async () => {
    const client = await emulate();
    const empty = await client.get('/api/v1/logs');
    expect(itemsOf(empty)).toEqual([]);
    const { next = '' } = empty;
    expect((await client.get(next)).next).toBe(next);
    await createGroup(client, 'A');
    const first = await client.get(next);
    expect(itemsOf(first)).toHaveLength(1);
    await createGroup(client, 'B');
    const second = await client.get(first.next ?? '');
    expect(itemsOf(second)).toHaveLength(1);
    expect(itemsOf(await client.get(second.next ?? ''))).toEqual([]);
  });

  it('ends a bounded query without a next page, even while events come in', async () => {
    const client = await emulate();
    for (const name of ['A', 'B', 'C', 'D', 'E']) await createGroup(client, name);
    const until = new Date(client.clock.now()).toISOString();
    client.clock.tick(1);
    const path = `/api/v1/logs?limit=2&since=2026-03-01T00:00:00Z&until=${until}`;
    const events = await readAll(client, path, () => createGroup(client, `F${Math.random()}`));
    expect(events.map(({ target }) => (target as { displayName: string }[])[0]?.displayName)).toEqual([
      'A',
      'B',
      'C',
      'D',
      'E',
    ]);
  });

  it('goes backwards, and then ends', async () => {
    const client = await emulate();
    for (const name of ['A', 'B', 'C']) await createGroup(client, name);
    const events = await readAll(client, '/api/v1/logs?limit=2&sortOrder=DESCENDING');
    expect(events.map(({ target }) => (target as { displayName: string }[])[0]?.displayName)).toEqual(['C', 'B', 'A']);
  });

  it('shows the last seven days unless said', async () => {
    const client = await emulate();
    await createGroup(client, 'A');
    client.clock.tick(8 * 24 * HOUR);
    await createGroup(client, 'B');
    expect(await eventTypes(client)).toHaveLength(1);
    expect(await eventTypes(client, { since: '2026-03-01T00:00:00Z' })).toHaveLength(2);
    expect(await eventTypes(client, { until: '2026-03-05T00:00:00Z' })).toHaveLength(1);
    client.clock.tick(91 * 24 * HOUR);
    expect(await eventTypes(client, { since: '2026-03-01T00:00:00Z' })).toHaveLength(0);
  });

  it('repeats since in self, and leaves it out where a cursor stands', async () => {
    const client = await emulate();
    const reply = await client.get('/api/v1/logs?since=2026-03-01T00:00:00Z&filter=severity+eq+%22INFO%22');
    const path = `${client.emulator.url}/api/v1/logs`;
    expect(reply.self).toBe(`${path}?filter=severity+eq+%22INFO%22&limit=100&since=2026-03-01T00%3A00%3A00Z`);
    expect(reply.next).toMatch(/\?after=\d+_0&filter=severity\+eq\+%22INFO%22&limit=100$/);
  });

  it.each([
    ['eventType eq "group.lifecycle.create"', 2],
    ['eventType sw "group." and not (target.displayName eq "Alpha")', 1],
    ['target.displayName ew "ta" or target.type eq "User"', 3],
    ['outcome.result ne "SUCCESS"', 0],
    ['eventType co "lifecycle" and actor.type pr', 4],
    ['debugContext.debugData.requestUri eq "/api/v1/groups"', 2],
  ])('is filtered by %s', async (filter, count) => {
    const client = await emulate();
    for (const name of ['Alpha', 'Beta']) await createGroup(client, name);
    await createPerson(client, 'ada');
    expect(await eventTypes(client, { filter })).toHaveLength(count);
  });

  it('finds all words of q, in any case, and parts between hyphens', async () => {
    const client = await emulate();
    for (const name of ['San-Francisco Office', 'Berlin']) await createGroup(client, name);
    for (const [q, count] of [
      ['office FRANCISCO', 1],
      ['san-francisco', 1],
      ['berlin office', 0],
      ['create okta', 2],
    ] as const) {
      expect([q, (await eventTypes(client, { q })).length]).toEqual([q, count]);
    }
  });

  it.each([
    [{ filter: 'published gt "2026-01-01T00:00:00Z"' }, 'E0000053'],
    [{ filter: 'eventType eq' }, 'E0000053'],
    [{ since: '2025-01-01T00:00:00Z' }, 'E0000053'],
    [{ since: 'yesterday' }, 'E0000030'],
    [{ after: 'nonsense' }, 'E0000029'],
    [{ q: 'a b c d e f g h i j k' }, 'E0000001'],
    [{ q: 'x'.repeat(41) }, 'E0000001'],
    [{ limit: 'many' }, 'E0000037'],
  ])('refuses %j', async (query, code) => {
    expect(errorOf(await (await emulate()).get('/api/v1/logs', query))).toMatchObject({ status: 400, errorCode: code });
  });

  it('answers no events for limit 0, and no more than 1000 at all', async () => {
    const client = await emulate();
    await createGroup(client, 'A');
    expect(idsOf(await client.get('/api/v1/logs?limit=0'))).toEqual([]);
    expect((await client.get('/api/v1/logs?limit=5000')).self).toMatch(/limit=1000$/);
  });
});
