import { describe, expect, it } from 'vitest';
import { emulate, idsOf, itemsOf } from './client.js';
import { profileOf } from './people.js';

const USERS = 100_000;

/** How long all of this takes is measured in bench/emulator. */
describe('an org of 100,000 users', () => {
  it('gives pages, finds people, searches, and is taken back by a reset', { timeout: 120_000 }, async () => {
    const users = Array.from({ length: USERS }, (_, i) => ({ profile: profileOf(`user${i}`) }));
    const client = await emulate('in process', { seed: { users } });
    const [everyone = ''] = idsOf(await client.get('/api/v1/groups?q=Everyone'));
    const [someone = ''] = idsOf(await client.get('/api/v1/users', { filter: 'profile.firstName eq "user90000"' }));
    expect(itemsOf(await client.get(`/api/v1/users?after=2${someone}`))).toHaveLength(200);
    expect(itemsOf(await client.get(`/api/v1/groups/${everyone}/users?limit=1000`))).toHaveLength(1000);
    expect((await client.get('/api/v1/users/user50000@example.com')).status).toBe(200);
    const sorted = { search: 'profile.lastName sw "l"', sortBy: 'profile.login', limit: '3' };
    expect(itemsOf(await client.get('/api/v1/users', sorted))).toHaveLength(3);
    await client.delete('/api/v1/users/user5');
    client.emulator.reset();
    expect((await client.get('/api/v1/users/user5')).body).toMatchObject({ status: 'PROVISIONED' });
  });
});
