import { expect, it } from 'vitest';
import type { SeedUser } from '../../src/emulator.js';
import { errorOf, idOf, idsOf, itemsOf, onBothWires } from './client.js';
import { createBookmark, createGroup, createPerson, PASSWORD, profileOf } from './people.js';

type Status = NonNullable<SeedUser['status']>;

const STATUSES: readonly Status[] = [
  'STAGED',
  'PROVISIONED',
  'ACTIVE',
  'RECOVERY',
  'PASSWORD_EXPIRED',
  'LOCKED_OUT',
  'SUSPENDED',
  'DEPROVISIONED',
];

/** Where each operation leads from the statuses that allow it, and the error of all others. */
const machine: Readonly<Record<string, { to: Partial<Record<Status, Status>>; error: [number, string] }>> = {
  activate: { to: { STAGED: 'ACTIVE', DEPROVISIONED: 'PROVISIONED' }, error: [403, 'E0000016'] },
  reactivate: { to: { PROVISIONED: 'PROVISIONED', RECOVERY: 'RECOVERY' }, error: [403, 'E0000038'] },
  deactivate: {
    to: {
      STAGED: 'DEPROVISIONED',
      PROVISIONED: 'DEPROVISIONED',
      ACTIVE: 'DEPROVISIONED',
      RECOVERY: 'DEPROVISIONED',
      PASSWORD_EXPIRED: 'DEPROVISIONED',
      LOCKED_OUT: 'DEPROVISIONED',
      SUSPENDED: 'DEPROVISIONED',
    },
    error: [403, 'E0000038'],
  },
  suspend: { to: { ACTIVE: 'SUSPENDED' }, error: [400, 'E0000001'] },
  unsuspend: { to: { SUSPENDED: 'ACTIVE' }, error: [400, 'E0000001'] },
  unlock: { to: { LOCKED_OUT: 'ACTIVE' }, error: [403, 'E0000032'] },
  reset_password: {
    to: {
      PROVISIONED: 'RECOVERY',
      ACTIVE: 'RECOVERY',
      RECOVERY: 'RECOVERY',
      PASSWORD_EXPIRED: 'RECOVERY',
      LOCKED_OUT: 'RECOVERY',
    },
    error: [403, 'E0000038'],
  },
  expire_password: {
    to: {
      ACTIVE: 'PASSWORD_EXPIRED',
      RECOVERY: 'PASSWORD_EXPIRED',
      PASSWORD_EXPIRED: 'PASSWORD_EXPIRED',
      LOCKED_OUT: 'PASSWORD_EXPIRED',
    },
    error: [403, 'E0000038'],
  },
};

onBothWires('the life cycle of users', (emulate) => {
  it.each(Object.keys(machine))('%s leads where it should from every status', async (operation) => {
    const credentials = { password: { value: PASSWORD } };
    const users = STATUSES.map((status) => ({ status, profile: profileOf(status), credentials }));
    const client = await emulate({ seed: { users } });
    for (const status of STATUSES) {
      const path = `/api/v1/users/${profileOf(status).login}`;
      const reply = await client.post(`${path}/lifecycle/${operation}`);
      const { to, error } = machine[operation] ?? { to: {}, error: [0, ''] };
      const expected = to[status] === undefined ? error : [200, to[status]];
      const found =
        reply.status === 200
          ? [200, statusIn((await client.get(path)).body)]
          : [reply.status, errorOf(reply).errorCode];
      expect([status, ...found]).toEqual([status, ...expected]);
    }
  });

  it('answers an empty object, or the token that no mail brought', async () => {
    const client = await emulate();
    await client.post('/api/v1/users?activate=false', { profile: profileOf('ada') });
    const lifecycle = '/api/v1/users/ada/lifecycle';
    const activated = await client.post(`${lifecycle}/activate?sendEmail=false`);
    const url = new RegExp(`^${client.emulator.url}/tokens/[\\w-]{20}/verify$`);
    expect(activated.body).toEqual({
      activationUrl: expect.stringMatching(url),
      activationToken: expect.stringMatching(/^[\w-]{20}$/),
    });
    expect((await client.post(`${lifecycle}/reactivate?sendEmail=true`)).body).toEqual({});
    expect((await client.post(`${lifecycle}/reactivate`)).body).toHaveProperty('activationToken');
    expect((await client.post(`${lifecycle}/reset_password?sendEmail=false`)).body).toEqual({
      resetPasswordUrl: expect.stringMatching(/\/reset_password\/[\w-]{20}$/),
    });
    expect((await client.post(`${lifecycle}/reset_factors`)).body).toEqual({});
  });

  it('stamps the new status', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    client.clock.tick(60_000);
    await client.post('/api/v1/users/ada/lifecycle/suspend');
    const { body } = await client.get('/api/v1/users/ada');
    expect(body).toMatchObject({
      status: 'SUSPENDED',
      statusChanged: '2026-03-04T10:09:01.000Z',
      lastUpdated: '2026-03-04T10:09:01.000Z',
    });
  });

  it('deactivates with the first DELETE and deletes with the second', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await createPerson(client, 'ada'))}`;
    expect(await client.delete(path)).toMatchObject({ status: 204, text: '' });
    expect((await client.get(path)).body).toMatchObject({ status: 'DEPROVISIONED' });
    expect((await client.delete(path)).status).toBe(204);
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 404, errorCode: 'E0000007' });
    expect((await createPerson(client, 'ada')).status).toBe(200);
  });

  it('takes password, apps and Everyone from deactivated users, and leaves other groups', async () => {
    const client = await emulate();
    const id = idOf(await createPerson(client, 'ada'));
    const groupId = await createGroup(client, 'Engineers');
    await client.put(`/api/v1/groups/${groupId}/users/${id}`);
    const appId = await createBookmark(client, 'Notes');
    await client.post(`/api/v1/apps/${appId}/users`, { id });
    await client.post(`/api/v1/users/${id}/lifecycle/deactivate`);
    expect((await client.get(`/api/v1/users/${id}`)).body).not.toHaveProperty('credentials.password');
    expect(itemsOf(await client.get(`/api/v1/apps/${appId}/users`))).toEqual([]);
    expect(idsOf(await client.get(`/api/v1/users/${id}/groups`))).toEqual([groupId]);
  });

  it('ends the token together with its owner', async () => {
    const client = await emulate();
    await client.post('/api/v1/users/me/lifecycle/deactivate');
    expect(errorOf(await client.get('/api/v1/users/me'))).toMatchObject({ status: 401, errorCode: 'E0000011' });
  });

  it('answers the user whose password expired, with the time of the status before', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    client.clock.tick(60_000);
    const { body } = await client.post('/api/v1/users/ada/lifecycle/expire_password');
    expect(body).toMatchObject({ status: 'PASSWORD_EXPIRED', statusChanged: '2026-03-04T10:08:01.000Z' });
  });

  it.each(['expire_password?tempPassword=true', 'expire_password_with_temp_password'])(
    'gives a temporary password with %s',
    async (operation) => {
      const client = await emulate();
      await createPerson(client, 'ada');
      const { body } = await client.post(`/api/v1/users/ada/lifecycle/${operation}`);
      expect(body).toEqual({ tempPassword: expect.stringMatching(/^\w{8,12}$/) });
      const oldPassword = { value: (body as { tempPassword: string }).tempPassword };
      const newPassword = { value: 'An0therSecret' };
      const changed = await client.post('/api/v1/users/ada/credentials/change_password', { oldPassword, newPassword });
      expect(changed.status).toBe(200);
      expect((await client.get('/api/v1/users/ada')).body).toMatchObject({ status: 'ACTIVE' });
    },
  );

  it('hands users over to another provider when their password is reset for federation', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const provider = { type: 'FEDERATION', name: 'FEDERATION' };
    await client.post('/api/v1/users/ada/lifecycle/reset_password', { provider });
    expect((await client.get('/api/v1/users/ada')).body).toMatchObject({ status: 'ACTIVE', credentials: { provider } });
  });

  it('clears sessions', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    expect((await client.delete('/api/v1/users/ada/sessions?oauthTokens=true')).status).toBe(204);
    expect((await client.post('/api/v1/users/me/lifecycle/delete_sessions')).status).toBe(204);
  });
});

function statusIn(body: unknown): unknown {
  return (body as { status: unknown }).status;
}
