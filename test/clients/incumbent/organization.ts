import { describe, expect, it } from 'vitest';
import { type Day, given, hire, readAll, refusal } from './org.js';

/** @param day - the org */
export function organizationOf(day: Day): void {
  describe('event hooks', () => {
    it('are created, switched off and deleted, and keep their secret', async () => {
      const { eventHookApi } = day.client;
      const eventHook = {
        name: 'Audit',
        events: { type: 'EVENT_TYPE' as const, items: ['user.lifecycle.create'] },
        channel: {
          type: 'HTTP' as const,
          version: '1.0.0',
          config: {
            uri: 'https://audit.example.com/hook',
            authScheme: { type: 'HEADER' as const, key: 'Authorization', value: 'top-secret' },
          },
        },
      };
      const created = await eventHookApi.createEventHook({ eventHook });
      expect(created).toMatchObject({ status: 'ACTIVE', verificationStatus: 'UNVERIFIED' });
      expect(JSON.stringify(created)).not.toContain('top-secret');
      const eventHookId = given(created.id);
      await eventHookApi.deactivateEventHook({ eventHookId });
      await eventHookApi.deleteEventHook({ eventHookId });
      expect(await refusal(eventHookApi.getEventHook({ eventHookId }))).toEqual([404, 'E0000007']);
    });
  });

  describe('roles', () => {
    it('are assigned to users and groups once', async () => {
      const { groupApi, roleAssignmentApi: api } = day.client;
      const userId = await hire(day.client, 'Admin');
      const assignRoleRequest = { type: 'HELP_DESK_ADMIN' as const };
      const role = await api.assignRoleToUser({ userId, assignRoleRequest });
      expect(role).toMatchObject({ type: 'HELP_DESK_ADMIN', status: 'ACTIVE', assignmentType: 'USER' });
      expect(await refusal(api.assignRoleToUser({ userId, assignRoleRequest }))).toEqual([409, 'E0000090']);
      expect(await readAll(api.listAssignedRolesForUser({ userId }))).toHaveLength(1);
      await api.unassignRoleFromUser({ userId, roleId: given(role.id) });
      expect(await readAll(api.listAssignedRolesForUser({ userId }))).toEqual([]);
      const groupId = given((await groupApi.createGroup({ group: { profile: { name: 'Admins' } } })).id);
      await api.assignRoleToGroup({ groupId, assignRoleRequest: { type: 'USER_ADMIN' } });
      expect(await readAll(api.listGroupAssignedRoles({ groupId }))).toMatchObject([{ type: 'USER_ADMIN' }]);
    });
  });

  describe('linked objects', () => {
    it('tie users to their managers', async () => {
      const { linkedObjectApi, userApi } = day.client;
      const linkedObject = {
        primary: { name: 'manager', title: 'Manager', type: 'USER' as const },
        associated: { name: 'subordinate', title: 'Subordinate', type: 'USER' as const },
      };
      await linkedObjectApi.createLinkedObjectDefinition({ linkedObject });
      const [boss, worker] = [await hire(day.client, 'Boss'), await hire(day.client, 'Worker')];
      const link = { associatedUserId: worker, primaryRelationshipName: 'manager', primaryUserId: boss };
      await userApi.setLinkedObjectForUser(link);
      const list = (userId: string, relationshipName: string) =>
        readAll(userApi.listLinkedObjectsForUser({ userId, relationshipName }));
      expect(JSON.stringify(await list(worker, 'manager'))).toContain(boss);
      expect(JSON.stringify(await list(boss, 'subordinate'))).toContain(worker);
      await userApi.deleteLinkedObjectForUser({ userId: worker, relationshipName: 'manager' });
      expect(await list(worker, 'manager')).toEqual([]);
      await linkedObjectApi.deleteLinkedObjectDefinition({ linkedObjectName: 'manager' });
      expect(await readAll(linkedObjectApi.listLinkedObjectDefinitions())).toEqual([]);
    });
  });

  describe('brands', () => {
    it('are created beside the default one, which stays', async () => {
      const { customizationApi } = day.client;
      const created = await customizationApi.createBrand({ CreateBrandRequest: { name: 'Second' } });
      const brandId = given(created.id);
      const brands = await readAll(customizationApi.listBrands());
      expect(brands.filter(({ isDefault }) => isDefault)).toHaveLength(1);
      expect(await customizationApi.getBrand({ brandId })).toMatchObject({ name: 'Second', isDefault: false });
      await customizationApi.deleteBrand({ brandId });
      const theDefault = given(brands.find(({ isDefault }) => isDefault)?.id);
      expect((await refusal(customizationApi.deleteBrand({ brandId: theDefault })))[0]).toBe(409);
    });
  });

  describe('the System Log', () => {
    it('tells what was done, and by whom', async () => {
      const { systemLogApi, userApi } = day.client;
      const userId = await hire(day.client, 'Logged');
      await userApi.suspendUser({ userId });
      const [since, until] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 60_000)];
      const filter = `target.id eq "${userId}"`;
      const range = { since: since.toISOString(), until: until.toISOString() };
      const events = await readAll(systemLogApi.listLogEvents({ ...range, filter, limit: 2 }));
      const types = events.map(({ eventType }) => eventType);
      expect(types).toEqual(expect.arrayContaining(['user.lifecycle.create', 'user.lifecycle.suspend']));
      expect(events[0]?.published).toBeInstanceOf(Date);
      expect(events[0]?.actor).toMatchObject({ type: 'User' });
    });
  });
}
