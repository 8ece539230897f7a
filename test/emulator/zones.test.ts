import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';

const PATH = '/api/v1/zones';
const gateways = [{ type: 'CIDR', value: '192.0.2.0/24' }];

function create(client: Client, more: object = {}) {
  return client.post(PATH, { type: 'IP', name: 'Office', gateways, ...more });
}

onBothWires('network zones', (emulate) => {
  it('of a fresh org stay', async () => {
    const client = await emulate();
    const zones = itemsOf(await client.get(PATH));
    expect(zones).toMatchObject([
      { name: 'LegacyIpZone', type: 'IP', system: true, status: 'ACTIVE', usage: 'POLICY', gateways: null },
      { name: 'BlockedIpZone', type: 'IP', system: true, status: 'ACTIVE', usage: 'BLOCKLIST', gateways: null },
    ]);
    const path = `${PATH}/${zones[0]?.id}`;
    expect(zones[0]?.['_links']).toEqual({
      self: { href: client.emulator.url + path, hints: { allow: ['GET', 'PUT'] } },
    });
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 403, errorCode: 'E0000006' });
    const stopped = errorOf(await client.post(`${path}/lifecycle/deactivate`));
    expect(stopped).toMatchObject({ status: 403, errorCode: 'E0000006' });
  });

  it('are created with 200, active', async () => {
    const client = await emulate();
    const reply = await create(client);
    expect(reply).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(/^nzo\w{17}$/),
        status: 'ACTIVE',
        usage: 'POLICY',
        system: false,
        proxies: null,
      },
    });
    expect((await client.get(`${PATH}/${idOf(reply)}`)).body).toEqual(reply.body);
    const [event] = itemsOf(await client.get('/api/v1/logs', { filter: 'eventType eq "zone.create"' }));
    expect(event).toMatchObject({ target: [{ id: idOf(reply), type: 'NetworkZone', displayName: 'Office' }] });
  });

  it('are deleted once they are inactive', async () => {
    const client = await emulate();
    const path = `${PATH}/${idOf(await create(client))}`;
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 403, errorCode: 'E0000107' });
    const stopped = await client.post(`${path}/lifecycle/deactivate`);
    expect(stopped).toMatchObject({ status: 200, body: { status: 'INACTIVE', _links: { activate: {} } } });
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.get(path)).text).toContain('(NetworkZone)');
  });

  it('stay while a rule names them', async () => {
    const client = await emulate();
    const zone = idOf(await create(client));
    const policy = idOf(await client.post('/api/v1/policies', { type: 'OKTA_SIGN_ON', name: 'Here' }));
    const conditions = { network: { connection: 'ZONE', include: [zone] } };
    await client.post(`/api/v1/policies/${policy}/rules`, { type: 'SIGN_ON', name: 'Here', conditions });
    await client.post(`${PATH}/${zone}/lifecycle/deactivate`);
    expect(errorOf(await client.delete(`${PATH}/${zone}`))).toMatchObject({ status: 403, errorCode: 'E0000148' });
  });

  it.each([
    [{ gateways: undefined }, 'gateways: The field cannot be left blank'],
    [{ gateways: [{ type: 'CIDR', value: '300.1.1.1/8' }] }, "gateways: '300.1.1.1/8' is no address of type CIDR"],
    [{ gateways: [{ type: 'RANGE', value: '1.1.1.1-x' }] }, "gateways: '1.1.1.1-x' is no address of type RANGE"],
    [{ name: 'LegacyIpZone' }, 'name: An object with this field already exists in the current organization'],
    [{ type: 'DYNAMIC' }, 'asns: The field cannot be left blank'],
  ])('refuse %j', async (wrong, cause) => {
    const refused = errorOf(await create(await emulate(), wrong));
    expect(refused).toEqual({ status: 400, errorCode: 'E0000001', causes: [cause] });
  });

  it('keep their type', async () => {
    const client = await emulate();
    const path = `${PATH}/${idOf(await create(client))}`;
    const refused = errorOf(await client.put(path, { type: 'DYNAMIC', name: 'Office', asns: ['1'] }));
    expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const renamed = await client.put(path, { type: 'IP', name: 'Home', gateways });
    expect(renamed.body).toMatchObject({ name: 'Home', type: 'IP', gateways });
  });

  it.each([
    ['usage eq "BLOCKLIST"', ['BlockedIpZone']],
    ['system eq false', ['Office']],
  ])('are found by %s', async (filter, names) => {
    const client = await emulate();
    await create(client);
    expect(itemsOf(await client.get(PATH, { filter })).map(({ name }) => name)).toEqual(names);
  });
});
