import { expect, it } from 'vitest';
import { type Client, errorOf, type Item, idOf, itemsOf, onBothWires, type Reply } from './client.js';
import { createBookmark, createGroup } from './people.js';

const PATH = '/api/v1/policies';

/** Name and priority of the policies of a type. */
async function ranks(client: Client, type: string): Promise<[unknown, unknown][]> {
  return itemsOf(await client.get(PATH, { type })).map(({ name, priority }) => [name, priority]);
}

function create(client: Client, name: string, more: object = {}): Promise<Reply> {
  return client.post(PATH, { type: 'OKTA_SIGN_ON', name, ...more });
}

async function systemOne(client: Client, type: string): Promise<Item> {
  const found = itemsOf(await client.get(PATH, { type })).find(({ system }) => system === true);
  if (found === undefined) throw new Error(`No system policy of type ${type}`);
  return found;
}

async function events(client: Client): Promise<unknown[]> {
  return itemsOf(await client.get('/api/v1/logs')).map(({ eventType }) => eventType);
}

onBothWires('policies', (emulate) => {
  it.each([
    ['OKTA_SIGN_ON', 'Default Policy', '00p'],
    ['PASSWORD', 'Default Policy', '00p'],
    ['MFA_ENROLL', 'Default Policy', '00p'],
    ['IDP_DISCOVERY', 'Idp Discovery Policy', '00p'],
    ['ACCESS_POLICY', 'Any two factors', 'rst'],
    ['PROFILE_ENROLLMENT', 'Default Policy', 'rst'],
  ])('of type %s are there from the start', async (type, name, prefix) => {
    const policy = await systemOne(await emulate(), type);
    expect(policy).toMatchObject({ name, type, priority: 1, status: 'ACTIVE', system: true });
    expect(policy.id.startsWith(prefix)).toBe(true);
    expect(policy['_links']).not.toHaveProperty('deactivate');
  });

  it('are created with 200, in front of the default one', async () => {
    const client = await emulate();
    const group = await createGroup(client, 'Engineers');
    const conditions = { people: { groups: { include: [group] } } };
    const reply = await create(client, 'For engineers', { description: 'Strict', conditions });
    const self = `${client.emulator.url}${PATH}/${idOf(reply)}`;
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      id: expect.stringMatching(/^00p\w{17}$/),
      type: 'OKTA_SIGN_ON',
      name: 'For engineers',
      description: 'Strict',
      status: 'ACTIVE',
      priority: 1,
      system: false,
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      conditions,
      _links: {
        self: { href: self, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
        deactivate: { href: `${self}/lifecycle/deactivate`, hints: { allow: ['POST'] } },
        rules: { href: `${self}/rules`, hints: { allow: ['GET', 'POST'] } },
        mappings: { href: `${self}/mappings`, hints: { allow: ['GET', 'POST'] } },
      },
    });
    expect((await client.get(`${PATH}/${idOf(reply)}`)).body).toEqual(reply.body);
    expect(await events(client)).toContain('policy.lifecycle.create');
  });

  it('move aside for one that is put before them, and close the gap of one that goes', async () => {
    const client = await emulate();
    await create(client, 'A');
    const b = idOf(await create(client, 'B'));
    await create(client, 'C', { priority: 1 });
    expect((await create(client, 'D', { priority: 50 })).body).toMatchObject({ priority: 4 });
    const filled = [
      ['C', 1],
      ['A', 2],
      ['B', 3],
      ['D', 4],
      ['Default Policy', 5],
    ];
    expect(await ranks(client, 'OKTA_SIGN_ON')).toEqual(filled);
    expect((await client.delete(`${PATH}/${b}`)).status).toBe(204);
    const closed = [
      ['C', 1],
      ['A', 2],
      ['D', 3],
      ['Default Policy', 4],
    ];
    expect(await ranks(client, 'OKTA_SIGN_ON')).toEqual(closed);
    expect((await client.get(`${PATH}/${b}`)).body).toMatchObject({
      errorSummary: `Not found: Resource not found: ${b} (Policy)`,
    });
  });

  it('move when they are replaced with another priority, and stay without one', async () => {
    const client = await emulate();
    const a = idOf(await create(client, 'A'));
    await create(client, 'B');
    await client.put(`${PATH}/${a}`, { type: 'OKTA_SIGN_ON', name: 'A', priority: 2 });
    expect(await ranks(client, 'OKTA_SIGN_ON')).toEqual([
      ['B', 1],
      ['A', 2],
      ['Default Policy', 3],
    ]);
    await client.put(`${PATH}/${a}`, { type: 'OKTA_SIGN_ON', name: 'Z' });
    expect(await ranks(client, 'OKTA_SIGN_ON')).toEqual([
      ['B', 1],
      ['Z', 2],
      ['Default Policy', 3],
    ]);
  });

  it('that came with the org keep name, priority and conditions, but not settings', async () => {
    const client = await emulate();
    const policy = await systemOne(client, 'PASSWORD');
    const settings = { password: { complexity: { minLength: 12 } } };
    const changed = await client.put(`${PATH}/${policy.id}`, { ...policy, settings });
    expect(changed.body).toMatchObject({ settings: { password: { complexity: { minLength: 12, minNumber: 1 } } } });
    for (const wrong of [{ name: 'Mine' }, { priority: 2 }, { priority: undefined }, { conditions: undefined }]) {
      const refused = errorOf(await client.put(`${PATH}/${policy.id}`, { ...policy, ...wrong }));
      expect(refused).toMatchObject({ status: 403, errorCode: 'E0000077' });
    }
  });

  it('that came with the org are neither deleted nor deactivated', async () => {
    const client = await emulate();
    const { id } = await systemOne(client, 'OKTA_SIGN_ON');
    expect(errorOf(await client.delete(`${PATH}/${id}`))).toMatchObject({ status: 403, errorCode: 'E0000006' });
    const refused = errorOf(await client.post(`${PATH}/${id}/lifecycle/deactivate`));
    expect(refused).toMatchObject({ status: 403, errorCode: 'E0000086' });
  });

  it('are deactivated and activated with 204, as often as one likes', async () => {
    const client = await emulate();
    const path = `${PATH}/${idOf(await create(client, 'A'))}`;
    for (const [word, status] of [
      ['deactivate', 'INACTIVE'],
      ['deactivate', 'INACTIVE'],
      ['activate', 'ACTIVE'],
    ]) {
      expect((await client.post(`${path}/lifecycle/${word}`)).status).toBe(204);
      expect((await client.get(path)).body).toMatchObject({ status });
    }
    const moves = (await events(client)).filter((type) => String(type).startsWith('policy.lifecycle.'));
    expect(moves).toEqual(['policy.lifecycle.create', 'policy.lifecycle.deactivate', 'policy.lifecycle.activate']);
  });

  it('are born inactive on demand', async () => {
    const client = await emulate();
    const reply = await client.post(`${PATH}?activate=false`, { type: 'OKTA_SIGN_ON', name: 'A' });
    expect(reply.body).toMatchObject({ status: 'INACTIVE', _links: { activate: {} } });
  });

  it.each([
    [{ type: 'OKTA_SIGN_ON' }, 'name: The field cannot be left blank'],
    [{ type: 'PASSWORD', name: 'Default Policy' }, 'name: Policy name already in use'],
    [
      { type: 'PASSWORD', name: 'A', conditions: { people: { groups: { include: ['00gNone'] } } } },
      'conditions.people.groups.include: There is no group 00gNone',
    ],
  ])('refuse %j', async (body, cause) => {
    const refused = errorOf(await (await emulate()).post(PATH, body));
    expect(refused).toEqual({ status: 400, errorCode: 'E0000001', causes: [cause] });
  });

  it('of types that every org has one of cannot be created', async () => {
    const refused = errorOf(await (await emulate()).post(PATH, { type: 'IDP_DISCOVERY', name: 'A' }));
    expect(refused).toMatchObject({ status: 400, errorCode: 'E0000003' });
  });

  it('do not change their type', async () => {
    const client = await emulate();
    const id = idOf(await create(client, 'A'));
    const refused = errorOf(await client.put(`${PATH}/${id}`, { type: 'PASSWORD', name: 'A' }));
    expect(refused).toMatchObject({ status: 403, errorCode: 'E0000078' });
  });
});

onBothWires('listing policies', (emulate) => {
  it('wants a type', async () => {
    const client = await emulate();
    expect(errorOf(await client.get(PATH))).toMatchObject({ status: 400, errorCode: 'E0000028' });
    expect(errorOf(await client.get(`${PATH}?type=NONE`))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('finds by status and the beginning of the name, sorted by name', async () => {
    const client = await emulate();
    await client.post(`${PATH}?activate=false`, { type: 'OKTA_SIGN_ON', name: 'Deep' });
    const names = async (query: Record<string, string>) =>
      itemsOf(await client.get(PATH, { type: 'OKTA_SIGN_ON', ...query })).map(({ name }) => name);
    expect(await names({ status: 'INACTIVE' })).toEqual(['Deep']);
    expect(await names({ q: 'def' })).toEqual(['Default Policy']);
    expect(await names({ sortBy: 'name' })).toEqual(['Deep', 'Default Policy']);
  });

  it('embeds rules on demand', async () => {
    const client = await emulate();
    const [policy] = itemsOf(await client.get(PATH, { type: 'OKTA_SIGN_ON', expand: 'rules' }));
    expect(policy).toMatchObject({ _embedded: { rules: [{ name: 'Default Rule', type: 'SIGN_ON' }] } });
  });

  it('has pages if a limit is given', async () => {
    const client = await emulate();
    await create(client, 'A');
    const first = await client.get(PATH, { type: 'OKTA_SIGN_ON', limit: '1' });
    expect(itemsOf(first)).toMatchObject([{ name: 'A' }]);
    const second = await client.get(first.next ?? '');
    expect(itemsOf(second)).toMatchObject([{ name: 'Default Policy' }]);
    expect(second.next).toBeUndefined();
  });
});

onBothWires('policies of apps', (emulate) => {
  it('decide about new apps by default', async () => {
    const client = await emulate();
    const policy = await systemOne(client, 'ACCESS_POLICY');
    const app = await createBookmark(client, 'Handbook');
    const href = `${client.emulator.url}${PATH}/${policy.id}`;
    expect((await client.get(`/api/v1/apps/${app}`)).body).toMatchObject({ _links: { accessPolicy: { href } } });
    expect(itemsOf(await client.get(`${PATH}/${policy.id}/app`))).toMatchObject([{ id: app }]);
    expect(itemsOf(await client.get(`${PATH}/${policy.id}/mappings`))).toMatchObject([
      { id: app, _links: { application: { href: `${client.emulator.url}/api/v1/apps/${app}` }, policy: { href } } },
    ]);
    const refused = errorOf(await client.delete(`${PATH}/${policy.id}/mappings/${app}`));
    expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('take no mappings, and cannot go while an app is assigned', async () => {
    const client = await emulate();
    const dashboard = itemsOf(await client.get(PATH, { type: 'ACCESS_POLICY', q: 'Okta Dashboard' }))[0]?.id;
    const mapping = { resourceId: 'x', resourceType: 'ACCESS_POLICY' };
    const path = `${PATH}/${dashboard}`;
    expect(errorOf(await client.post(`${path}/mappings`, mapping))).toMatchObject({ errorCode: 'E0000001' });
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('are mapped to policies that collect signals of devices', async () => {
    const client = await emulate();
    const collecting = idOf(await client.post(PATH, { type: 'DEVICE_SIGNAL_COLLECTION', name: 'Signals' }));
    const { id: resourceId } = await systemOne(client, 'ACCESS_POLICY');
    const path = `${PATH}/${collecting}/mappings`;
    const mapping = idOf(await client.post(path, { resourceId, resourceType: 'ACCESS_POLICY' }));
    expect((await client.get(`${path}/${mapping}`)).body).toMatchObject({ id: mapping });
    expect((await client.delete(`${path}/${mapping}`)).status).toBe(204);
    expect(errorOf(await client.get(`${path}/${mapping}`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });

  it('are cloned with their rules', async () => {
    const client = await emulate();
    const { id } = await systemOne(client, 'ACCESS_POLICY');
    const clone = await client.post(`${PATH}/${id}/clone`);
    expect(clone).toMatchObject({ status: 200, body: { name: '[cloned] Any two factors', system: false } });
    const rules = itemsOf(await client.get(`${PATH}/${idOf(clone)}/rules`));
    expect(rules).toMatchObject([{ name: 'Catch-all Rule', priority: 99, system: true }]);
    const { id: password } = await systemOne(client, 'PASSWORD');
    expect(errorOf(await client.post(`${PATH}/${password}/clone`))).toMatchObject({ errorCode: 'E0000001' });
  });
});
