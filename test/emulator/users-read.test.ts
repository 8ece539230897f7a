import { describe, expect, it } from 'vitest';
import { emulate as emulateOn, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { createPerson, profileOf } from './people.js';

onBothWires('reading users', (emulate) => {
  it('finds a user by id, login in any case, unambiguous short name and me', async () => {
    const client = await emulate();
    const id = idOf(await createPerson(client, 'ada'));
    for (const name of [id, 'ada@example.com', 'ADA@Example.com', 'ada%40example.com', 'ada']) {
      expect(idOf(await client.get(`/api/v1/users/${name}`))).toBe(id);
    }
    const me = await client.get('/api/v1/users/me');
    expect(me.body).toMatchObject({ profile: { login: 'admin@emulator.okta.test' }, status: 'ACTIVE' });
  });

  it('does not find a short name that two users have, an id in the wrong case, or nobody', async () => {
    const client = await emulate();
    const id = idOf(await createPerson(client, 'ada'));
    await client.post('/api/v1/users', { profile: profileOf('ada', { login: 'ada@example.org' }) });
    for (const name of ['ada', id.toLowerCase(), 'nobody', 'a%2Fb@example.com']) {
      const reply = await client.get(`/api/v1/users/${name}`);
      const summary = `Not found: Resource not found: ${decodeURIComponent(name)} (User)`;
      expect(reply.body).toMatchObject({ errorCode: 'E0000007', errorSummary: summary });
      expect(reply.status).toBe(404);
    }
  });

  it('gives all links to a single user and only self in lists', async () => {
    const client = await emulate();
    const reply = await createPerson(client, 'ada');
    const self = { href: `${client.emulator.url}/api/v1/users/${idOf(reply)}` };
    expect(reply.body).toMatchObject({
      _links: {
        self,
        suspend: { href: `${self.href}/lifecycle/suspend`, method: 'POST' },
        schema: { href: expect.stringContaining('/api/v1/meta/schemas/user/osc') },
        type: { href: expect.stringContaining('/api/v1/meta/types/user/oty') },
      },
    });
    const listed = itemsOf(await client.get('/api/v1/users')).find(({ id }) => id === idOf(reply));
    expect(listed?.['_links']).toEqual({ self });
  });

  it('shows only the fields that were asked for', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const fields = 'status,profile:(firstName, login)';
    const [, ada] = itemsOf(await client.get('/api/v1/users', { fields }));
    expect(ada).toEqual({ id: ada?.id, status: 'ACTIVE', profile: { firstName: 'ada', login: 'ada@example.com' } });
    expect(errorOf(await client.get('/api/v1/users', { fields: 'profile:(' })).errorCode).toBe('E0000001');
  });

  it('embeds blocks and classification on demand', async () => {
    const client = await emulate();
    const reply = await client.get('/api/v1/users/me?expand=blocks,classification');
    expect(reply.body).toMatchObject({ _embedded: { blocks: [], classification: { type: 'STANDARD' } } });
    expect((await client.get('/api/v1/users/me/blocks')).body).toEqual([]);
  });
});

describe('links by status', () => {
  const always = ['resetFactors', 'schema', 'self', 'type'];
  const signedUp = [
    'changePassword',
    'changeRecoveryQuestion',
    'deactivate',
    'expirePassword',
    'forgotPassword',
    'resetPassword',
    'suspend',
  ];
  it.each([
    ['STAGED', ['activate']],
    ['PROVISIONED', ['deactivate', 'reactivate', 'resetPassword', 'suspend']],
    ['ACTIVE', signedUp],
    ['PASSWORD_EXPIRED', signedUp],
    ['LOCKED_OUT', [...signedUp, 'unlock']],
    ['SUSPENDED', ['deactivate', 'unsuspend']],
    ['DEPROVISIONED', ['activate', 'delete']],
  ] as const)('%s offers %j', async (status, offered) => {
    const password = status === 'PROVISIONED' ? {} : { credentials: { password: { value: 'Tr0ub4dour-and-3' } } };
    const client = await emulateOn('in process', {
      seed: { users: [{ status, profile: profileOf('ada'), ...password }] },
    });
    const { body } = await client.get('/api/v1/users/ada');
    expect(body).toMatchObject({ status });
    const links = (body as { _links: object })._links;
    expect(Object.keys(links).sort()).toEqual([...offered, ...always].sort());
  });
});
