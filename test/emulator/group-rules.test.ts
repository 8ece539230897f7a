import { describe, expect, it } from 'vitest';
import { type Client, emulate as emulateOn, errorOf, idOf, idsOf, onBothWires, type Reply } from './client.js';
import { createGroup, createPerson, profileOf } from './people.js';

const RULES = '/api/v1/groups/rules';

function bodyOf(groupId: string, value: string, more: object = {}) {
  return {
    type: 'group_rule',
    name: 'Engineers',
    conditions: { expression: { value, type: 'urn:okta:expression:1.0' } },
    actions: { assignUserToGroups: { groupIds: [groupId] } },
    ...more,
  };
}

async function createRule(client: Client, groupId: string, value: string, more: object = {}): Promise<string> {
  return idOf(await client.post(RULES, bodyOf(groupId, value, more)));
}

function activate(client: Client, ruleId: string): Promise<Reply> {
  return client.post(`${RULES}/${ruleId}/lifecycle/activate`);
}

function deactivate(client: Client, ruleId: string): Promise<Reply> {
  return client.post(`${RULES}/${ruleId}/lifecycle/deactivate`);
}

async function membersOf(client: Client, groupId: string): Promise<string[]> {
  return idsOf(await client.get(`/api/v1/groups/${groupId}/users`));
}

function person(client: Client, name: string, profile: object = {}): Promise<string> {
  return createPerson(client, name, { profile: profileOf(name, { ...profile }) }).then(idOf);
}

async function typesLogged(client: Client): Promise<unknown[]> {
  const { body } = await client.get('/api/v1/logs?limit=1000');
  return (body as { eventType: string }[]).map(({ eventType }) => eventType);
}

onBothWires('group rules', (emulate) => {
  it('are created inactive, with 200, and read back alike', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    const reply = await client.post(RULES, bodyOf(groupId, 'user.department == "Engineering"'));
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      type: 'group_rule',
      id: expect.stringMatching(/^0pr\w{17}$/),
      status: 'INACTIVE',
      name: 'Engineers',
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      conditions: {
        people: { users: { exclude: [] }, groups: { exclude: [] } },
        expression: { value: 'user.department == "Engineering"', type: 'urn:okta:expression:1.0' },
      },
      actions: { assignUserToGroups: { groupIds: [groupId] } },
      allGroupsValid: true,
    });
    expect((await client.get(`${RULES}/${idOf(reply)}`)).body).toEqual(reply.body);
  });

  it('assign everybody who fits when they are activated', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    const ada = await person(client, 'ada', { department: 'Engineering' });
    await person(client, 'bob', { department: 'Sales' });
    const ruleId = await createRule(client, groupId, 'user.department == "Engineering"');
    expect(await membersOf(client, groupId)).toEqual([]);
    expect((await activate(client, ruleId)).status).toBe(204);
    expect(await membersOf(client, groupId)).toEqual([ada]);
    expect((await client.get(`${RULES}/${ruleId}`)).body).toMatchObject({ status: 'ACTIVE' });
  });

  it('follow users who are created, change or become active', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    await activate(client, await createRule(client, groupId, 'user.department == "Engineering"'));
    const ada = await person(client, 'ada', { department: 'Engineering' });
    expect(await membersOf(client, groupId)).toEqual([ada]);
    await client.post(`/api/v1/users/${ada}`, { profile: { department: 'Sales' } });
    expect(await membersOf(client, groupId)).toEqual([]);
    await client.put(`/api/v1/users/${ada}`, { profile: profileOf('ada', { department: 'Engineering' }) });
    expect(await membersOf(client, groupId)).toEqual([ada]);
  });

  it('leave members alone who were added by hand', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    const ada = await person(client, 'ada', { department: 'Engineering' });
    await client.put(`/api/v1/groups/${groupId}/users/${ada}`);
    await activate(client, await createRule(client, groupId, 'user.department == "Engineering"'));
    await client.post(`/api/v1/users/${ada}`, { profile: { department: 'Sales' } });
    expect(await membersOf(client, groupId)).toEqual([ada]);
  });

  it('keep their members when they stop', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    const ada = await person(client, 'ada', { department: 'Engineering' });
    const ruleId = await createRule(client, groupId, 'user.department == "Engineering"');
    await activate(client, ruleId);
    expect((await deactivate(client, ruleId)).status).toBe(204);
    await client.post(`/api/v1/users/${ada}`, { profile: { department: 'Sales' } });
    expect(await membersOf(client, groupId)).toEqual([ada]);
  });

  it.each([
    ['', 1],
    ['?removeUsers=false', 1],
    ['?removeUsers=true', 0],
  ])('deleted with%s leave %i of their members', async (query, count) => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    await person(client, 'ada', { department: 'Engineering' });
    const ruleId = await createRule(client, groupId, 'user.department == "Engineering"');
    await activate(client, ruleId);
    await deactivate(client, ruleId);
    const deleted = await client.delete(`${RULES}/${ruleId}${query}`);
    expect([deleted.status, deleted.text]).toEqual([202, '']);
    expect((await client.get(`${RULES}/${ruleId}`)).status).toBe(404);
    expect(await membersOf(client, groupId)).toHaveLength(count);
  });

  it('do not fight each other over a member', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    await activate(client, await createRule(client, groupId, 'user.department == "Engineering"'));
    await activate(client, await createRule(client, groupId, 'user.city == "London"'));
    const ada = await person(client, 'ada', { department: 'Engineering', city: 'London' });
    await client.post(`/api/v1/users/${ada}`, { profile: { city: 'Paris' } });
    expect(await membersOf(client, groupId)).toEqual([ada]);
    await client.post(`/api/v1/users/${ada}`, { profile: { department: 'Sales' } });
    expect(await membersOf(client, groupId)).toEqual([]);
  });

  it('see what other rules did', async () => {
    const client = await emulate();
    const [first, second] = [await createGroup(client, 'First'), await createGroup(client, 'Second')];
    await activate(client, await createRule(client, second, 'isMemberOfGroupName("First")'));
    await activate(client, await createRule(client, first, 'user.city == "London"'));
    const ada = await person(client, 'ada', { city: 'London' });
    expect(await membersOf(client, second)).toEqual([ada]);
    await client.post(`/api/v1/users/${ada}`, { profile: { city: null } });
    expect([await membersOf(client, first), await membersOf(client, second)]).toEqual([[], []]);
  });

  it('that contradict themselves come to an end', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    await activate(client, await createRule(client, groupId, '!isMemberOfGroupName("Builders")'));
    expect((await createPerson(client, 'ada')).status).toBe(200);
  });

  it('exclude who is removed by hand', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    const ruleId = await createRule(client, groupId, 'user.department == "Engineering"');
    await activate(client, ruleId);
    const ada = await person(client, 'ada', { department: 'Engineering' });
    await client.delete(`/api/v1/groups/${groupId}/users/${ada}`);
    expect(await membersOf(client, groupId)).toEqual([]);
    const { body } = await client.get(`${RULES}/${ruleId}`);
    expect(body).toMatchObject({ conditions: { people: { users: { exclude: [ada] } } } });
  });

  it('pass over excluded and deactivated users', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    const [ada, bob] = [await person(client, 'ada'), await person(client, 'bob')];
    await client.delete(`/api/v1/users/${bob}`);
    const people = { users: { exclude: [ada] } };
    const expression = { value: 'user.lastName == "Lovelace"', type: 'urn:okta:expression:1.0' };
    await activate(client, await createRule(client, groupId, '', { conditions: { people, expression } }));
    expect(await membersOf(client, groupId)).toEqual([]);
    await client.post(`/api/v1/users/${bob}/lifecycle/activate?sendEmail=false`);
    expect(await membersOf(client, groupId)).toEqual([bob]);
  });

  it('bring the apps of their groups along', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    const settings = { app: { url: 'https://example.com' } };
    const app = idOf(
      await client.post('/api/v1/apps', { name: 'bookmark', label: 'A', signOnMode: 'BOOKMARK', settings }),
    );
    await client.put(`/api/v1/apps/${app}/groups/${groupId}`);
    await activate(client, await createRule(client, groupId, 'user.city == "London"'));
    const ada = await person(client, 'ada', { city: 'London' });
    expect(idsOf(await client.get(`/api/v1/apps/${app}/users`))).toEqual([ada]);
  });

  it('become invalid with their group', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    const ruleId = await createRule(client, groupId, 'user.city == "London"');
    await client.delete(`/api/v1/groups/${groupId}`);
    expect((await client.get(`${RULES}/${ruleId}`)).body).toMatchObject({ status: 'INVALID', allGroupsValid: false });
    expect(errorOf(await activate(client, ruleId))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    expect((await client.delete(`${RULES}/${ruleId}`)).status).toBe(202);
  });

  it('are replaced only when they are not active, and keep their groups', async () => {
    const client = await emulate();
    const [groupId, other] = [await createGroup(client, 'Builders'), await createGroup(client, 'Others')];
    const ruleId = await createRule(client, groupId, 'user.city == "London"');
    const changed = bodyOf(groupId, 'user.city == "Paris"', { name: 'Parisians' });
    expect((await client.put(`${RULES}/${ruleId}`, changed)).body).toMatchObject({
      name: 'Parisians',
      conditions: { expression: { value: 'user.city == "Paris"' } },
    });
    const moved = await client.put(`${RULES}/${ruleId}`, bodyOf(other, 'user.city == "Paris"'));
    await activate(client, ruleId);
    const active = await client.put(`${RULES}/${ruleId}`, changed);
    const deleted = await client.delete(`${RULES}/${ruleId}`);
    for (const reply of [moved, active, deleted]) {
      expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000001' });
    }
  });

  it('are listed in pages, by a word, and with the names of their groups', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    const ids = [];
    for (const name of ['One', 'Two', 'Three']) ids.push(await createRule(client, groupId, 'true', { name }));
    const page = await client.get(`${RULES}?limit=2`);
    expect([...idsOf(page), ...idsOf(await client.get(page.next ?? ''))]).toEqual(ids);
    expect(idsOf(await client.get(`${RULES}?search=tWo`))).toEqual([ids[1]]);
    expect((await client.get(`${RULES}/${ids[0]}?expand=groupIdToGroupNameMap`)).body).toMatchObject({
      _embedded: { groupIdToGroupNameMap: { [groupId]: 'Builders' } },
    });
    expect((await client.get(RULES)).self).toContain('limit=50');
  });

  it('tell the log what happens to them', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    await person(client, 'ada', { city: 'London' });
    const ruleId = await createRule(client, groupId, 'user.city == "London"');
    await client.put(`${RULES}/${ruleId}`, bodyOf(groupId, 'user.city == "London"'));
    await activate(client, ruleId);
    await deactivate(client, ruleId);
    await client.delete(`${RULES}/${ruleId}?removeUsers=true`);
    expect((await typesLogged(client)).slice(-8)).toEqual([
      'policy.rule.add',
      'policy.rule.update',
      'policy.rule.activate',
      'group.user_membership.add',
      'group.user_membership.rule.evaluation',
      'policy.rule.deactivate',
      'group.user_membership.remove',
      'policy.rule.delete',
    ]);
  });

  it('that do not exist are not found', async () => {
    const client = await emulate();
    const reply = await client.get(`${RULES}/0pr1`);
    expect(reply.body).toMatchObject({ errorSummary: 'Not found: Resource not found: 0pr1 (PolicyRule)' });
  });

  it('need a name, a known group and a condition', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Builders');
    const [everyone = ''] = idsOf(await client.get('/api/v1/groups?q=Everyone'));
    const bodies = [
      bodyOf(groupId, 'true', { name: '' }),
      bodyOf(groupId, 'true', { name: 'x'.repeat(51) }),
      bodyOf('00gunknown', 'true'),
      bodyOf(everyone, 'true'),
      bodyOf(groupId, 'true', { actions: { assignUserToGroups: { groupIds: [] } } }),
      bodyOf(groupId, ''),
      bodyOf(groupId, 'true', { conditions: { expression: { value: 'true', type: 'SpEL' } } }),
    ];
    for (const body of bodies) {
      expect(errorOf(await client.post(RULES, body))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    }
  });

  it('do not assign groups that hold a role, which get none either', async () => {
    const client = await emulate();
    const [admins, others] = [await createGroup(client, 'Admins'), await createGroup(client, 'Others')];
    await client.post(`/api/v1/groups/${admins}/roles`, { type: 'HELP_DESK_ADMIN' });
    await createRule(client, others, 'true');
    const role = await client.post(`/api/v1/groups/${others}/roles`, { type: 'HELP_DESK_ADMIN' });
    for (const reply of [await client.post(RULES, bodyOf(admins, 'true')), role]) {
      expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000192' });
    }
  });
});

describe('at scale', () => {
  it('twenty rules look at ten thousand users in less than 3 s of processor time', async () => {
    const users = Array.from({ length: 10_000 }, (_, i) => ({
      profile: profileOf(`user${i}`, { department: `Department ${i % 100}`, city: i % 2 ? 'London' : 'Paris' }),
    }));
    const client = await emulateOn('in process', { seed: { users } });
    const groupId = await createGroup(client, 'Builders');
    const rules = [];
    for (let i = 0; i < 20; i++) {
      const value = `user.city == "London" AND String.stringContains(user.department, "Department ${i}")`;
      rules.push(await createRule(client, groupId, value, { name: `Rule ${i}` }));
    }
    // Not by the clock on the wall, which other processes slow down.
    const start = process.cpuUsage();
    for (const ruleId of rules) await activate(client, ruleId);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(3000);
    expect((await membersOf(client, groupId)).length).toBeGreaterThan(900);
  });
});
