import { expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator.js';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { profileOf } from './people.js';

const PATH = '/api/v1/devices';
const seed = {
  users: [{ profile: profileOf('ada') }],
  devices: [
    {
      id: 'guo1',
      profile: { displayName: "Ada's Mac", platform: 'MACOS', serialNumber: 'X1' },
      users: ['ada@example.com'],
    },
    { id: 'guo2', profile: { displayName: 'Old phone', platform: 'IOS' }, status: 'DEACTIVATED' as const },
  ],
};

function move(client: Client, id: string, word: string) {
  return client.post(`${PATH}/${id}/lifecycle/${word}`);
}

onBothWires('devices', (emulate) => {
  it('of a seed are found, alone and in the list', async () => {
    const client = await emulate({ seed });
    const self = `${client.emulator.url}${PATH}/guo1`;
    const one = await client.get(`${PATH}/guo1`);
    expect(one.body).toEqual({
      id: 'guo1',
      status: 'ACTIVE',
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      profile: { displayName: "Ada's Mac", platform: 'MACOS', serialNumber: 'X1', registered: true },
      resourceType: 'UDDevice',
      resourceId: 'guo1',
      resourceDisplayName: { value: "Ada's Mac", sensitive: false },
      _links: {
        self: { href: self, hints: { allow: ['GET'] } },
        users: { href: `${self}/users`, hints: { allow: ['GET'] } },
        deactivate: { href: `${self}/lifecycle/deactivate`, hints: { allow: ['POST'] } },
        suspend: { href: `${self}/lifecycle/suspend`, hints: { allow: ['POST'] } },
      },
    });
    expect(itemsOf(await client.get(PATH)).map(({ id }) => id)).toEqual(['guo1', 'guo2']);
  });

  it('have users', async () => {
    const client = await emulate({ seed });
    const user = { managementStatus: 'NOT_MANAGED', user: { profile: { login: 'ada@example.com' } } };
    expect(itemsOf(await client.get(`${PATH}/guo1/users`))).toMatchObject([user]);
    const [device] = itemsOf(await client.get(`${PATH}?expand=user`));
    expect(device).toMatchObject({ _embedded: { users: [user] } });
    expect(errorOf(await client.get(`${PATH}?expand=all`))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it.each([
    ['status eq "DEACTIVATED"', ['guo2']],
    ['profile.displayName co "mac"', ['guo1']],
    ['profile.platform eq "IOS" or profile.serialNumber eq "x1"', ['guo1', 'guo2']],
  ])('are searched by %s', async (search, ids) => {
    const client = await emulate({ seed });
    expect(itemsOf(await client.get(PATH, { search })).map(({ id }) => id)).toEqual(ids);
  });

  it('are suspended, unsuspended, deactivated and deleted with 204', async () => {
    const client = await emulate({ seed });
    for (const [word, status] of [
      ['suspend', 'SUSPENDED'],
      ['unsuspend', 'ACTIVE'],
      ['deactivate', 'DEACTIVATED'],
    ]) {
      expect((await move(client, 'guo1', word ?? '')).status).toBe(204);
      expect((await client.get(`${PATH}/guo1`)).body).toMatchObject({ status });
    }
    expect((await client.delete(`${PATH}/guo1`)).status).toBe(204);
    expect((await client.get(`${PATH}/guo1`)).text).toContain('(Device)');
    const types = itemsOf(await client.get('/api/v1/logs')).map(({ eventType }) => eventType);
    expect(types).toEqual(['suspend', 'unsuspend', 'deactivate', 'delete'].map((word) => `device.lifecycle.${word}`));
  });

  it('do nothing out of order', async () => {
    const client = await emulate({ seed });
    const attempts = [
      move(client, 'guo1', 'activate'),
      move(client, 'guo1', 'unsuspend'),
      move(client, 'guo2', 'suspend'),
      move(client, 'guo2', 'deactivate'),
      client.delete(`${PATH}/guo1`),
    ];
    for (const reply of await Promise.all(attempts)) {
      expect(errorOf(reply)).toMatchObject({ status: 403, errorCode: 'E0000152' });
    }
  });
});

it('a seed with a device that nobody can have is refused', () => {
  const devices = [{ profile: { displayName: 'X' } }];
  expect(() => createEmulator({ seed: { devices } })).toThrow('Seed devices[0]');
});

onBothWires('device assurance policies', (emulate) => {
  const ASSURANCES = '/api/v1/device-assurances';

  it('want a condition and stay while a rule names them', async () => {
    const client = await emulate();
    const bare = { name: 'Safe', platform: 'MACOS' };
    expect(errorOf(await client.post(ASSURANCES, bare))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const reply = await client.post(ASSURANCES, { ...bare, secureHardwarePresent: true });
    expect(reply).toMatchObject({
      status: 200,
      body: { id: expect.stringMatching(/^dae/), createdBy: expect.any(String) },
    });
    const path = `${ASSURANCES}/${idOf(reply)}`;
    const moved = errorOf(await client.put(path, { ...bare, platform: 'WINDOWS', secureHardwarePresent: true }));
    expect(moved).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const policy = `/api/v1/policies/${idOf(await client.post('/api/v1/policies', { type: 'ACCESS_POLICY', name: 'A' }))}`;
    const conditions = { device: { registered: true, assurance: { include: [idOf(reply)] } } };
    const rule = idOf(await client.post(`${policy}/rules`, { type: 'ACCESS_POLICY', name: 'R', conditions }));
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 409, errorCode: 'E0000195' });
    await client.delete(`${policy}/rules/${rule}`);
    expect((await client.delete(path)).status).toBe(204);
  });
});

onBothWires('device integrations', (emulate) => {
  it('are there, off, and can be switched on', async () => {
    const client = await emulate();
    const [first] = itemsOf(await client.get('/api/v1/device-integrations'));
    expect(first).toMatchObject({ status: 'DEACTIVATED' });
    const path = `/api/v1/device-integrations/${first?.id}`;
    expect((await client.post(`${path}/lifecycle/activate`)).body).toMatchObject({ status: 'ACTIVE' });
    expect((await client.get(path)).body).toMatchObject({ status: 'ACTIVE' });
    expect((await client.post(`${path}/lifecycle/deactivate`)).body).toMatchObject({ status: 'DEACTIVATED' });
    const none = errorOf(await client.get('/api/v1/device-integrations/none'));
    expect(none).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });
});
