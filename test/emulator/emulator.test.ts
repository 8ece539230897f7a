import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator.js';
import { emulate, errorOf, idsOf, itemsOf, testClock } from './client.js';
import { createBookmark, createGroup, createPerson, profileOf } from './people.js';

describe('an emulator', () => {
  it('answers in process without listening, under an address that is always the same', async () => {
    const { emulator, get } = await emulate('in process');
    expect(emulator.url).toBe('https://emulator.okta.test');
    expect((await get('/api/v1/users/me')).status).toBe(200);
  });

  it('listens on the loopback interface, once, on the port that was asked for', async () => {
    const emulator = createEmulator();
    const { url } = await emulator.listen();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(emulator.url).toBe(url);
    expect(await emulator.listen()).toEqual({ url });
    const other = createEmulator();
    await expect(other.listen(Number(new URL(url).port))).rejects.toThrow('EADDRINUSE');
    await emulator.close();
    expect(await other.listen(Number(new URL(url).port))).toEqual({ url });
    await other.close();
  });

  it('closes at once while connections are open, and may be closed twice', async () => {
    const emulator = createEmulator();
    const { url } = await emulator.listen();
    await (await fetch(url)).text();
    const idle = connect(Number(new URL(url).port), '127.0.0.1');
    await new Promise((resolve) => idle.on('connect', resolve));
    const cut = new Promise((resolve) => idle.on('close', resolve));
    const start = performance.now();
    await emulator.close();
    await cut;
    expect(performance.now() - start).toBeLessThan(500);
    await emulator.close();
  });

  it('forgets everything but the seed when it is reset', async () => {
    const client = await emulate('in process', { seed: { groups: [{ profile: { name: 'Seeded' } }] } });
    const before = await client.get('/api/v1/groups');
    await createGroup(client, 'A');
    await client.delete(`/api/v1/groups/${idsOf(before).at(-1)}`);
    client.emulator.reset();
    expect((await client.get('/api/v1/groups')).body).toEqual(before.body);
    expect(itemsOf(await client.get('/api/v1/logs'))).toEqual([]);
  });

  it('waits before it answers if it is told to', async () => {
    const clock = testClock();
    const emulator = createEmulator({ clock, latency: 250 });
    const before = clock.now();
    await emulator.fetch(emulator.url);
    expect(clock.now() - before).toBe(250);
  });

  it('does not see what happens in another one', async () => {
    const [one, other] = [await emulate('in process'), await emulate('in process')];
    await createGroup(one, 'A');
    expect(itemsOf(await other.get('/api/v1/groups'))).toHaveLength(2);
  });
});

/** Everything that a session answers, as bytes. */
async function session(randomSeed?: number): Promise<string> {
  const client = await emulate('in process', randomSeed === undefined ? {} : { randomSeed });
  const replies = [await createPerson(client, 'ada'), await client.get('/api/v1/users/nobody')];
  client.clock.tick(1234);
  replies.push(await client.post('/api/v1/groups', { profile: { name: 'A' } }), await client.get('/api/v1/logs'));
  replies.push(await client.post('/api/v1/users/ada/lifecycle/expire_password_with_temp_password'));
  const first = transcript(replies);
  client.emulator.reset();
  return `${client.emulator.token}${first}${transcript([await createPerson(client, 'ada')])}`;
}

function transcript(replies: readonly { text: string; headers: Headers }[]): string {
  return replies.map(({ text, headers }) => `${JSON.stringify([...headers])}${text}`).join('\n');
}

describe('two runs', () => {
  it('with the same seed are equal to the byte, with another one they are not', async () => {
    expect(await session()).toBe(await session());
    expect(await session(7)).toBe(await session(7));
    expect(await session(7)).not.toBe(await session(8));
  });

  it('start over with ids and secrets after a reset', async () => {
    const client = await emulate('in process');
    const first = await createPerson(client, 'ada');
    client.emulator.reset();
    expect((await createPerson(client, 'ada')).text).toBe(first.text);
  });

  it('create the same ids however much is read in between', async () => {
    const [one, other] = [await emulate('in process'), await emulate('in process')];
    for (let i = 0; i < 3; i++) await other.get('/api/v1/users');
    expect(await createGroup(one, 'A')).toBe(await createGroup(other, 'A'));
  });

  it('may have ids and chance of their own', async () => {
    const client = await emulate('in process', { ids: (prefix, serial) => `${prefix}-${serial}`, random: () => 0.5 });
    expect(await createGroup(client, 'A')).toMatch(/^00g-\d+$/);
  });
});

describe('a seed', () => {
  const seed = {
    subdomain: 'acme',
    token: '00myToken',
    owner: { login: 'root@acme.com', firstName: 'Root' },
    users: [
      { id: 'ada', profile: profileOf('ada'), status: 'ACTIVE' as const },
      { profile: profileOf('bob'), status: 'DEPROVISIONED' as const },
    ],
    groups: [{ profile: { name: 'Engineers' }, members: ['ada@example.com'] }],
    apps: [
      {
        app: { name: 'bookmark', label: 'Notes', signOnMode: 'BOOKMARK', settings: { app: { url: 'https://x.com' } } },
        users: ['ada'],
        groups: ['Engineers'],
      },
    ],
  };

  it('fills the org', async () => {
    const client = await emulate('in process', { seed });
    expect(client.emulator.url).toBe('https://acme.okta.test');
    expect(client.emulator.token).toBe('00myToken');
    expect((await client.get('/api/v1/users/me')).body).toMatchObject({
      profile: { login: 'root@acme.com', firstName: 'Root' },
    });
    expect((await client.get('/api/v1/users/bob')).body).toMatchObject({ status: 'DEPROVISIONED' });
    expect(itemsOf(await client.get('/api/v1/users/ada/groups'))).toMatchObject([
      { profile: { name: 'Everyone' } },
      { profile: { name: 'Engineers' } },
    ]);
    expect((await client.get('/api/v1/users/ada/appLinks')).body).toMatchObject([{ label: 'Notes' }]);
    expect((await client.get('/api/v1/apps?q=notes')).status).toBe(200);
  });

  it.each([
    [
      { users: [{ profile: { login: 'x' } }] },
      /^Seed users\[0\]: Api validation failed: .*login: The field is too short/,
    ],
    [{ groups: [{ profile: { name: 'A' }, members: ['nobody'] }] }, /^Seed groups\[0\]: there is no user 'nobody'/],
    [{ apps: [{ app: { label: 'x' } }] }, /^Seed apps\[0\]: /],
  ])('that breaks a rule is refused: %j', (broken, message) => {
    expect(() => createEmulator({ seed: broken })).toThrow(message);
  });

  it('lets pages go through ids of any form', async () => {
    const client = await emulate('in process', { seed, pageSize: 1 });
    const all = [];
    for (let path: string | undefined = '/api/v1/users'; path; ) {
      const reply: Awaited<ReturnType<typeof client.get>> = await client.get(path);
      expect(reply.status === 200 ? '' : errorOf(reply)).toBe('');
      all.push(...idsOf(reply));
      path = reply.next;
    }
    expect(all).toContain('ada');
    expect(await createBookmark(client, 'More')).toMatch(/^0oa/);
  });
});
