import { expect, it, vi } from 'vitest';
import { type Client, emulate as emulateOn, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { createGroup, createPerson } from './people.js';
import { type Answering, echoChallenge, receive } from './receiver.js';

const PATH = '/api/v1/eventHooks';

function hookAt(uri: string, more: object = {}) {
  return {
    name: 'Ours',
    events: { type: 'EVENT_TYPE', items: ['group.lifecycle.create'] },
    channel: {
      type: 'HTTP',
      version: '1.0.0',
      config: {
        uri,
        headers: [{ key: 'X-Tenant', value: 'blue' }],
        authScheme: { type: 'HEADER', key: 'Authorization', value: 'top-secret' },
      },
    },
    ...more,
  };
}

/** @returns path of a hook whose address was verified */
async function verifiedHook(client: Client, uri: string, more?: object): Promise<string> {
  const path = `${PATH}/${idOf(await client.post(PATH, hookAt(uri, more)))}`;
  expect((await client.post(`${path}/lifecycle/verify`)).status).toBe(200);
  return path;
}

const bodies = (requests: readonly { text: string; method: string }[]) =>
  requests.filter(({ method }) => method === 'POST').map(({ text }) => JSON.parse(text));

onBothWires('event hooks', (emulate) => {
  it('are created active and unverified, and keep their secrets to themselves', async () => {
    const client = await emulate();
    const reply = await client.post(PATH, hookAt('https://hooks.example.com/okta'));
    const self = `${client.emulator.url}${PATH}/${idOf(reply)}`;
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      id: expect.stringMatching(/^who\w{17}$/),
      name: 'Ours',
      status: 'ACTIVE',
      verificationStatus: 'UNVERIFIED',
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      createdBy: expect.stringMatching(/^00u/),
      events: { type: 'EVENT_TYPE', items: ['group.lifecycle.create'] },
      channel: {
        type: 'HTTP',
        version: '1.0.0',
        config: {
          uri: 'https://hooks.example.com/okta',
          method: 'POST',
          headers: [{ key: 'X-Tenant' }],
          authScheme: { type: 'HEADER', key: 'Authorization' },
        },
      },
      _links: {
        self: { href: self, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
        verify: { href: `${self}/lifecycle/verify`, hints: { allow: ['POST'] } },
        deactivate: { href: `${self}/lifecycle/deactivate`, hints: { allow: ['POST'] } },
      },
    });
    expect((await client.get(`${PATH}/${idOf(reply)}`)).body).toEqual(reply.body);
    expect(itemsOf(await client.get(PATH))).toEqual([reply.body]);
    const log = await client.get('/api/v1/logs', { filter: 'eventType sw "event_hook"' });
    expect(log.body).toMatchObject([{ target: [{ id: idOf(reply) }] }]);
    expect(log.text).not.toContain('top-secret');
  });

  it('are verified by a challenge that they send back', async () => {
    const client = await emulate();
    const receiver = await receive();
    const path = await verifiedHook(client, `${receiver.url}/okta`);
    expect(receiver.requests).toMatchObject([
      {
        method: 'GET',
        path: '/okta',
        headers: {
          'x-okta-verification-challenge': expect.stringMatching(/^\w{40}$/),
          'x-tenant': 'blue',
          authorization: 'top-secret',
        },
      },
    ]);
    expect((await client.get(path)).body).toMatchObject({ verificationStatus: 'VERIFIED' });
    const types = itemsOf(await client.get('/api/v1/logs')).map(({ eventType }) => eventType);
    expect(types).toEqual(['event_hook.created', 'event_hook.verified']);
  });

  it.each<[string, Answering]>([
    ['something else', (_, response) => response.end('{"verification":"no"}')],
    ['no JSON', (_, response) => response.end('hello')],
    ['an error', (request, response) => echoChallenge(request, response.writeHead(404))],
  ])('stay unverified if they send back %s', async (_, answer) => {
    const client = await emulate();
    const receiver = await receive(answer);
    const path = `${PATH}/${idOf(await client.post(PATH, hookAt(receiver.url)))}`;
    const refused = errorOf(await client.post(`${path}/lifecycle/verify`));
    expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
    expect((await client.get(path)).body).toMatchObject({ verificationStatus: 'UNVERIFIED' });
  });

  it('are told about events that they want, one a call, in order', async () => {
    const client = await emulate();
    const receiver = await receive();
    const items = ['group.lifecycle.create', 'group.user_membership.add'];
    const path = await verifiedHook(client, receiver.url, { events: { type: 'EVENT_TYPE', items } });
    const group = await createGroup(client, 'Engineers');
    const person = idOf(await createPerson(client, 'ada'));
    await client.put(`/api/v1/groups/${group}/users/${person}`);
    await client.emulator.settled();
    const [first, second, ...others] = bodies(receiver.requests);
    expect(others).toEqual([]);
    expect(first).toEqual({
      eventType: 'com.okta.event_hook',
      eventTypeVersion: '1.0',
      cloudEventsVersion: '0.1',
      source: client.emulator.url + path,
      eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      eventTime: '2026-03-04T10:08:01.250Z',
      contentType: 'application/json',
      data: { events: [expect.objectContaining({ eventType: items[0] })] },
    });
    expect(second).toMatchObject({
      data: { events: [{ eventType: items[1], target: [{ id: person }, { id: group }] }] },
    });
    expect(receiver.requests.at(-1)).toMatchObject({ headers: { authorization: 'top-secret', 'x-tenant': 'blue' } });
  });

  it('are told nothing while they are unverified or inactive', async () => {
    const client = await emulate();
    const receiver = await receive();
    await client.post(PATH, hookAt(receiver.url, { name: 'Unverified' }));
    const path = await verifiedHook(client, receiver.url);
    expect((await client.post(`${path}/lifecycle/deactivate`)).body).toMatchObject({ status: 'INACTIVE' });
    await createGroup(client, 'Engineers');
    await client.emulator.settled();
    expect(bodies(receiver.requests)).toEqual([]);
  });

  it('do not hold up the answer', async () => {
    const client = await emulate();
    const held: (() => void)[] = [];
    const receiver = await receive((request, response) =>
      request.method === 'GET' ? echoChallenge(request, response) : held.push(() => response.end()),
    );
    await verifiedHook(client, receiver.url);
    await createGroup(client, 'Engineers');
    await vi.waitFor(() => expect(held).toHaveLength(1));
    held[0]?.();
    await client.emulator.settled();
  });

  it('are told a second time if they fail, and no more', async () => {
    const client = await emulate();
    const receiver = await receive((request, response) =>
      request.method === 'GET' ? echoChallenge(request, response) : response.writeHead(503).end(),
    );
    await verifiedHook(client, receiver.url);
    await createGroup(client, 'Engineers');
    await client.emulator.settled();
    const [first, second, ...others] = bodies(receiver.requests);
    expect(second).toEqual(first);
    expect(others).toEqual([]);
  });

  it('have to be verified again after their channel changed, and only then', async () => {
    const client = await emulate();
    const receiver = await receive();
    const path = await verifiedHook(client, receiver.url);
    const read = (await client.get(path)).body as object;
    expect((await client.put(path, { ...read, name: 'Renamed' })).body).toMatchObject({
      name: 'Renamed',
      verificationStatus: 'VERIFIED',
    });
    const moved = await client.put(path, hookAt(`${receiver.url}/elsewhere`));
    expect(moved.body).toMatchObject({ verificationStatus: 'UNVERIFIED' });
  });

  it('are deleted once they are inactive', async () => {
    const client = await emulate();
    const path = `${PATH}/${idOf(await client.post(PATH, hookAt('https://hooks.example.com')))}`;
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 403, errorCode: 'E0000107' });
    await client.post(`${path}/lifecycle/deactivate`);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.get(path)).text).toContain('(Webhook)');
  });

  it.each(['http://hooks.example.com', 'ftp://127.0.0.1', 'nonsense', ''])('refuse the address %j', async (uri) => {
    const refused = errorOf(await (await emulate()).post(PATH, hookAt(uri)));
    expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('want events', async () => {
    const events = { type: 'EVENT_TYPE', items: [] };
    const refused = errorOf(await (await emulate()).post(PATH, hookAt('https://hooks.example.com', { events })));
    expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});

it('an emulator that closes gives up deliveries', async () => {
  const client = await emulateOn('in process');
  const receiver = await receive((request, response) => {
    if (request.method === 'GET') echoChallenge(request, response);
  });
  await verifiedHook(client, receiver.url);
  await createGroup(client, 'Engineers');
  await vi.waitFor(() => expect(bodies(receiver.requests)).toHaveLength(1));
  await client.emulator.close();
  await client.emulator.settled();
  expect(bodies(receiver.requests)).toHaveLength(1);
});
