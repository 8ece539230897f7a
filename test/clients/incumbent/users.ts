import { describe, expect, it } from 'vitest';
import { type Day, given, hire, PASSWORD, profile, readAll, refusal } from './org.js';

/** @param day - the org */
export function usersOf(day: Day): void {
  describe('users', () => {
    it('are created staged, activated, suspended, brought back and deleted in two steps', async () => {
      const { userApi } = day.client;
      const staged = await userApi.createUser({ body: { profile: profile('Ada') }, activate: false });
      expect(staged).toMatchObject({ status: 'STAGED', activated: null });
      expect(staged.created).toBeInstanceOf(Date);
      const userId = given(staged.id);
      const status = async () => (await userApi.getUser({ userId })).status;

      const activation = await userApi.activateUser({ userId, sendEmail: false });
      expect(activation).toMatchObject({ activationUrl: expect.any(String), activationToken: expect.any(String) });
      expect(await status()).toBe('PROVISIONED');
      await userApi.updateUser({ userId, user: { credentials: { password: PASSWORD } } });
      await userApi.deactivateUser({ userId });
      expect(await status()).toBe('DEPROVISIONED');
      await userApi.activateUser({ userId, sendEmail: false });
      await userApi.deleteUser({ userId });
      expect(await status()).toBe('DEPROVISIONED');
      await userApi.deleteUser({ userId });
      expect(await refusal(userApi.getUser({ userId }))).toEqual([404, 'E0000007']);
    });

    it('are suspended and brought back', async () => {
      const { userApi } = day.client;
      const userId = await hire(day.client, 'Sue');
      await userApi.suspendUser({ userId });
      expect(await userApi.getUser({ userId })).toMatchObject({ status: 'SUSPENDED' });
      expect(await refusal(userApi.suspendUser({ userId }))).toEqual([400, 'E0000001']);
      await userApi.unsuspendUser({ userId });
      expect(await userApi.getUser({ userId })).toMatchObject({ status: 'ACTIVE' });
    });

    it('are read by id, login and short name, never with their password', async () => {
      const { userApi } = day.client;
      const body = { profile: profile('Grace'), credentials: { password: PASSWORD } };
      const { id: userId } = await userApi.createUser({ body });
      const { login } = body.profile;
      for (const key of [given(userId), login, given(login.split('@')[0])]) {
        const user = await userApi.getUser({ userId: key });
        expect(user).toMatchObject({ id: userId, status: 'ACTIVE', profile: { login } });
        expect(JSON.stringify(user)).not.toContain(PASSWORD.value);
      }
    });

    it('are updated in part and replaced whole', async () => {
      const { userApi } = day.client;
      const userId = await hire(day.client, 'Hedy', { nickName: 'H', city: 'Vienna' });
      await userApi.updateUser({ userId, user: { profile: { nickName: 'Hed' } } });
      const merged = await userApi.getUser({ userId });
      expect(merged.profile).toMatchObject({ nickName: 'Hed', city: 'Vienna' });
      const { login, email } = given(merged.profile);
      const user = { profile: { login: given(login), email: given(email), firstName: 'Hedy', lastName: 'Lamarr' } };
      const replaced = await userApi.replaceUser({ userId, user });
      expect(replaced.profile).toMatchObject({ lastName: 'Lamarr' });
      expect(replaced.profile?.city).toBeUndefined();
    });

    it('are listed page by page, searched, filtered, sorted and found by their first letters', async () => {
      const { userApi } = day.client;
      for (const nickName of ['c', 'a', 'b']) await hire(day.client, 'Paging', { nickName, department: 'Pages' });
      const search = 'profile.department eq "pages"';
      const pages = await userApi.listUsers({ search, sortBy: 'profile.nickName', sortOrder: 'desc', limit: 2 });
      expect(await pages.getNextPage()).toHaveLength(2);
      expect(await pages.getNextPage()).toHaveLength(1);
      const sorted = await readAll(userApi.listUsers({ search, sortBy: 'profile.nickName', limit: 1 }));
      expect(sorted.map((user) => user.profile?.nickName)).toEqual(['a', 'b', 'c']);
      expect(await readAll(userApi.listUsers({ q: 'pagi' }))).toHaveLength(3);
      expect(await readAll(userApi.listUsers({ filter: 'profile.firstName eq "Paging"' }))).toHaveLength(3);
      expect(await refusal(readAll(userApi.listUsers({ search: 'nonsense' })))).toEqual([400, 'E0000031']);
    });

    it('change and lose their passwords', async () => {
      const { userApi } = day.client;
      const userId = await hire(day.client, 'Pascal');
      const wrong = { oldPassword: { value: 'wrong' }, newPassword: { value: 'An0therG00dOne' } };
      expect(await refusal(userApi.changePassword({ userId, changePasswordRequest: wrong }))).toEqual([
        403,
        'E0000014',
      ]);
      await userApi.changePassword({ userId, changePasswordRequest: { ...wrong, oldPassword: PASSWORD } });
      const token = await userApi.generateResetPasswordToken({ userId, sendEmail: false });
      expect(token.resetPasswordUrl).toContain('/reset_password/');
      expect(await userApi.getUser({ userId })).toMatchObject({ status: 'RECOVERY' });
      const expired = await hire(day.client, 'Old');
      expect(await userApi.expirePassword({ userId: expired })).toMatchObject({ id: expired });
      await userApi.expirePasswordAndGetTemporaryPassword({ userId: expired });
      expect(await userApi.getUser({ userId: expired })).toMatchObject({ status: 'PASSWORD_EXPIRED' });
    });

    it('cannot share a login, or be created without a name', async () => {
      const { userApi } = day.client;
      const taken = profile('Twin');
      await userApi.createUser({ body: { profile: taken } });
      expect(await refusal(userApi.createUser({ body: { profile: taken } }))).toEqual([400, 'E0000001']);
      const { firstName: _, ...nameless } = profile('No');
      expect(await refusal(userApi.createUser({ body: { profile: nameless } }))).toEqual([400, 'E0000001']);
    });

    it('get a new attribute, which takes only what it allows', async () => {
      const { schemaApi, userApi, userTypeApi } = day.client;
      const [type] = await readAll(userTypeApi.listUserTypes());
      const schemaId = given(given(type?._links)['schema']).href.split('/').at(-1) ?? '';
      const shoeSize = { title: 'Shoe size', type: 'integer' as const, required: false };
      const custom = { id: '#custom', type: 'object', properties: { shoeSize }, required: [] };
      const schema = await schemaApi.updateUserProfile({ schemaId, userSchema: { definitions: { custom } } });
      expect(schema.definitions?.custom?.properties).toHaveProperty('shoeSize');
      const userId = await hire(day.client, 'Shoe', { shoeSize: 42 });
      expect((await userApi.getUser({ userId })).profile).toMatchObject({ shoeSize: 42 });
      const user = { profile: { shoeSize: 'large' } };
      expect((await refusal(userApi.updateUser({ userId, user })))[0]).toBe(400);
    });
  });
}
