import { describe, expect, it } from 'vitest';
import { type Day, given, hire, readAll, refusal } from './org.js';

/** @param day - the org */
export function groupsOf(day: Day): void {
  const createGroup = async (name: string) =>
    given((await day.client.groupApi.createGroup({ group: { profile: { name } } })).id);

  describe('groups', () => {
    it('are created, read, renamed, searched, paged and deleted', async () => {
      const { groupApi } = day.client;
      const groupId = await createGroup('Pilots');
      await createGroup('Pilots in training');
      expect(await groupApi.getGroup({ groupId })).toMatchObject({ type: 'OKTA_GROUP', profile: { name: 'Pilots' } });
      const group = { profile: { name: 'Pilots A', description: 'All of them' } };
      expect(await groupApi.replaceGroup({ groupId, group })).toMatchObject(group);
      expect(await readAll(groupApi.listGroups({ q: 'pilots', limit: 1 }))).not.toHaveLength(0);
      expect(await readAll(groupApi.listGroups({ search: 'profile.name sw "Pilots"', limit: 1 }))).toHaveLength(2);
      await groupApi.deleteGroup({ groupId });
      expect(await refusal(groupApi.getGroup({ groupId }))).toEqual([404, 'E0000007']);
    });

    it('have members, who come and go', async () => {
      const { groupApi, userApi } = day.client;
      const groupId = await createGroup('Crew');
      const userIds = [await hire(day.client, 'Crew'), await hire(day.client, 'Crew'), await hire(day.client, 'Crew')];
      for (const userId of userIds) await groupApi.assignUserToGroup({ groupId, userId });
      expect(await readAll(groupApi.listGroupUsers({ groupId, limit: 2 }))).toHaveLength(3);
      const groups = await readAll(userApi.listUserGroups({ userId: given(userIds[0]) }));
      expect(groups.map((group) => group.profile?.name).sort()).toEqual(['Crew', 'Everyone']);
      await groupApi.unassignUserFromGroup({ groupId, userId: given(userIds[0]) });
      expect(await readAll(groupApi.listGroupUsers({ groupId }))).toHaveLength(2);
      const [everyone] = await readAll(groupApi.listGroups({ q: 'Everyone' }));
      const closed = { groupId: given(everyone?.id), userId: given(userIds[0]) };
      expect(await refusal(groupApi.assignUserToGroup(closed))).toEqual([501, 'E0000060']);
    });

    it('are filled by rules while these are active', async () => {
      const { groupApi, userApi } = day.client;
      const groupId = await createGroup('Berliners');
      const early = await hire(day.client, 'Early', { city: 'Berlin' });
      const groupRule = {
        type: 'group_rule' as const,
        name: 'Live in Berlin',
        conditions: { expression: { value: 'user.city=="Berlin"', type: 'urn:okta:expression:1.0' } },
        actions: { assignUserToGroups: { groupIds: [groupId] } },
      };
      const rule = await groupApi.createGroupRule({ groupRule });
      expect(rule.status).toBe('INACTIVE');
      const ruleId = given(rule.id);
      const members = async () => (await readAll(groupApi.listGroupUsers({ groupId }))).map(({ id }) => id);
      await groupApi.activateGroupRule({ ruleId });
      expect(await members()).toEqual([early]);
      const late = await hire(day.client, 'Late', { city: 'Berlin' });
      await userApi.updateUser({ userId: early, user: { profile: { city: 'Bonn' } } });
      expect(await members()).toEqual([late]);
      expect(await readAll(groupApi.listGroupRules({ search: 'Berlin' }))).toHaveLength(1);
      await groupApi.deactivateGroupRule({ ruleId });
      await groupApi.deleteGroupRule({ ruleId });
      expect(await refusal(groupApi.getGroupRule({ ruleId }))).toEqual([404, 'E0000007']);
    });
  });
}
