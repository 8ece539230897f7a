import { expect, it } from 'vitest';
import { errorOf, idOf, idsOf, itemsOf, onBothWires } from './client.js';
import { createGroup, createPerson, profileOf } from './people.js';

onBothWires('members of groups', (emulate) => {
  it('come and go, twice with the same answer', async () => {
    const client = await emulate();
    const userId = idOf(await createPerson(client, 'ada'));
    const groupId = await createGroup(client, 'Engineers');
    const path = `/api/v1/groups/${groupId}/users`;
    for (let i = 0; i < 2; i++) expect((await client.put(`${path}/${userId}`)).status).toBe(204);
    expect(idsOf(await client.get(path))).toEqual([userId]);
    for (let i = 0; i < 2; i++) expect((await client.delete(`${path}/${userId}`)).status).toBe(204);
    expect(idsOf(await client.get(path))).toEqual([]);
  });

  it('stamp the membership and not the profile of the group', async () => {
    const client = await emulate();
    const userId = idOf(await createPerson(client, 'ada'));
    const groupId = await createGroup(client, 'Engineers');
    client.clock.tick(1000);
    await client.put(`/api/v1/groups/${groupId}/users/${userId}`);
    expect((await client.get(`/api/v1/groups/${groupId}`)).body).toMatchObject({
      lastUpdated: '2026-03-04T10:08:01.000Z',
      lastMembershipUpdated: '2026-03-04T10:08:02.000Z',
    });
  });

  it('must exist, as must the group', async () => {
    const client = await emulate();
    const userId = idOf(await createPerson(client, 'ada'));
    const groupId = await createGroup(client, 'Engineers');
    const unknownUser = await client.put(`/api/v1/groups/${groupId}/users/00uNope`);
    expect(unknownUser.body).toMatchObject({ errorSummary: 'Not found: Resource not found: 00uNope (User)' });
    const unknownGroup = await client.delete(`/api/v1/groups/00gNope/users/${userId}`);
    expect(unknownGroup.body).toMatchObject({ errorSummary: 'Not found: Resource not found: 00gNope (UserGroup)' });
    expect(errorOf(await client.get('/api/v1/groups/00gNope/users')).status).toBe(404);
  });

  it('are listed as users with the link to themselves', async () => {
    const client = await emulate({ seed: { users: [{ profile: profileOf('ada') }] } });
    const [everyone = ''] = idsOf(await client.get('/api/v1/groups?q=Everyone'));
    const members = itemsOf(await client.get(`/api/v1/groups/${everyone}/users`));
    expect(members).toMatchObject([
      { status: 'ACTIVE' },
      { status: 'PROVISIONED', profile: { login: 'ada@example.com' } },
    ]);
    expect(Object.keys(members[1]?.['_links'] ?? {})).toEqual(['self']);
  });

  it('are in Everyone unless they are deactivated', async () => {
    const client = await emulate();
    const userId = idOf(await createPerson(client, 'ada'));
    const [everyone = ''] = idsOf(await client.get('/api/v1/groups?q=Everyone'));
    const path = `/api/v1/groups/${everyone}/users`;
    await client.post(`/api/v1/users/${userId}/lifecycle/deactivate`);
    expect(idsOf(await client.get(path))).not.toContain(userId);
    await client.post(`/api/v1/users/${userId}/lifecycle/activate`);
    expect(idsOf(await client.get(path))).toContain(userId);
  });

  it('are found from the side of the user, too', async () => {
    const client = await emulate();
    const userId = idOf(await createPerson(client, 'ada'));
    const groupId = await createGroup(client, 'Engineers');
    await client.put(`/api/v1/groups/${groupId}/users/${userId}`);
    const reply = await client.get(`/api/v1/users/${userId}/groups`);
    expect(idsOf(reply)).toContain(groupId);
    expect(reply.self).toBe(`${client.emulator.url}/api/v1/users/${userId}/groups?limit=200`);
    await client.delete(`/api/v1/groups/${groupId}`);
    expect(idsOf(await client.get(`/api/v1/users/${userId}/groups`))).not.toContain(groupId);
  });
});
