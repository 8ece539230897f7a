import { describe, expect, it } from 'vitest';
import { emulate, idsOf, itemsOf } from './client.js';
import { profileOf } from './people.js';

const USERS = 100_000;

async function elapsed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe('an org of 100,000 users', () => {
  it('is loaded by requests in less than 15 s, gives pages at once and is reset in less than 5 ms', {
    timeout: 120_000,
  }, async () => {
    const client = await emulate('in process');
    const load = await elapsed(async () => {
      for (let i = 0; i < USERS; i++) {
        const { status } = await client.emulator.fetch(`${client.emulator.url}/api/v1/users`, {
          method: 'POST',
          headers: { authorization: `SSWS ${client.emulator.token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ profile: profileOf(`user${i}`) }),
        });
        if (status !== 200) throw new Error(String(status));
      }
    });
    const [someone = ''] = idsOf(await client.get('/api/v1/users', { filter: 'profile.firstName eq "user90000"' }));
    const page = await elapsed(async () => {
      expect(itemsOf(await client.get(`/api/v1/users?after=2${someone}`))).toHaveLength(200);
    });
    const login = await elapsed(() => client.get('/api/v1/users/user50000@example.com'));
    const search = await elapsed(() =>
      client.get('/api/v1/users?search=profile.lastName+sw+%22l%22&sortBy=profile.login'),
    );
    const reset = await elapsed(() => client.emulator.reset());
    expect(load).toBeLessThan(15_000);
    expect(page).toBeLessThan(100);
    expect(login).toBeLessThan(50);
    expect(search).toBeLessThan(2000);
    expect(reset).toBeLessThan(5);
  });

  it('that is seeded is reset in less than 5 ms, too, and its members are paged at once', {
    timeout: 120_000,
  }, async () => {
    const users = Array.from({ length: USERS }, (_, i) => ({ profile: profileOf(`user${i}`) }));
    const client = await emulate('in process', { seed: { users } });
    const [everyone = ''] = idsOf(await client.get('/api/v1/groups?q=Everyone'));
    const members = await elapsed(() => client.get(`/api/v1/groups/${everyone}/users?limit=200`));
    await client.delete('/api/v1/users/user5');
    expect(await elapsed(() => client.emulator.reset())).toBeLessThan(5);
    expect((await client.get('/api/v1/users/user5')).body).toMatchObject({ status: 'PROVISIONED' });
    expect(members).toBeLessThan(100);
  });
});
