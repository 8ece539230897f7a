import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { createBookmark, createGroup } from './people.js';

const PATH = '/api/v1/policies';

async function policyOf(client: Client, type: string, name = 'Mine'): Promise<string> {
  return `${PATH}/${idOf(await client.post(PATH, { type, name }))}`;
}

async function systemOne(client: Client, type: string): Promise<string> {
  const found = itemsOf(await client.get(PATH, { type })).find(({ system }) => system === true);
  return `${PATH}/${found?.id}`;
}

async function ranks(client: Client, policy: string): Promise<[unknown, unknown][]> {
  return itemsOf(await client.get(`${policy}/rules`)).map(({ name, priority }) => [name, priority]);
}

onBothWires('rules of policies', (emulate) => {
  it('are created with 200 and defaults', async () => {
    const client = await emulate();
    const policy = await policyOf(client, 'OKTA_SIGN_ON');
    const reply = await client.post(`${policy}/rules`, { type: 'SIGN_ON', name: 'Let in' });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(/^0pr\w{17}$/),
        name: 'Let in',
        type: 'SIGN_ON',
        status: 'ACTIVE',
        priority: 1,
        system: false,
        conditions: {
          people: { users: { exclude: [] } },
          network: { connection: 'ANYWHERE' },
          authContext: { authType: 'ANY' },
        },
        actions: { signon: { access: 'ALLOW', requireFactor: false, session: { maxSessionIdleMinutes: 720 } } },
        _links: { deactivate: { hints: { allow: ['POST'] } } },
      },
    });
    expect((await client.get(`${policy}/rules/${idOf(reply)}`)).body).toEqual(reply.body);
    const [event] = itemsOf(await client.get('/api/v1/logs', { filter: 'eventType eq "policy.rule.add"' }));
    expect(event).toMatchObject({ target: [{ type: 'PolicyEntity' }, { type: 'PolicyRule', displayName: 'Let in' }] });
  });

  it('are numbered without gaps in front of the default rule', async () => {
    const client = await emulate();
    const policy = await systemOne(client, 'OKTA_SIGN_ON');
    const add = (name: string, priority?: number) =>
      client.post(`${policy}/rules`, { type: 'SIGN_ON', name, priority });
    const a = idOf(await add('A'));
    await add('B', 1);
    expect(await ranks(client, policy)).toEqual([
      ['B', 1],
      ['A', 2],
      ['Default Rule', 3],
    ]);
    await client.put(`${policy}/rules/${a}`, { type: 'SIGN_ON', name: 'A', priority: 1 });
    expect(await ranks(client, policy)).toEqual([
      ['A', 1],
      ['B', 2],
      ['Default Rule', 3],
    ]);
    expect((await client.delete(`${policy}/rules/${a}`)).status).toBe(204);
    expect(await ranks(client, policy)).toEqual([
      ['B', 1],
      ['Default Rule', 2],
    ]);
    expect(errorOf(await client.get(`${policy}/rules/${a}`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });

  it('of access policies keep numbers from 0 to 98 below the catch-all rule', async () => {
    const client = await emulate();
    const policy = await policyOf(client, 'ACCESS_POLICY');
    const add = (name: string, priority?: number) =>
      client.post(`${policy}/rules`, { type: 'ACCESS_POLICY', name, priority });
    await add('A');
    await add('B', 98);
    await add('C', 0);
    expect(await ranks(client, policy)).toEqual([
      ['C', 0],
      ['A', 1],
      ['B', 98],
      ['Catch-all Rule', 99],
    ]);
    expect(errorOf(await add('D', 99))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('that end a policy change in their actions only', async () => {
    const client = await emulate();
    const policy = await policyOf(client, 'ACCESS_POLICY');
    const [last] = itemsOf(await client.get(`${policy}/rules`));
    const path = `${policy}/rules/${last?.id}`;
    const actions = { appSignOn: { access: 'DENY' } };
    expect((await client.put(path, { ...last, actions })).body).toMatchObject({ actions, conditions: null });
    const moved = errorOf(await client.put(path, { ...last, priority: 3 }));
    expect(moved).toMatchObject({ status: 403, errorCode: 'E0000077' });
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 403, errorCode: 'E0000006' });
    const stopped = errorOf(await client.post(`${path}/lifecycle/deactivate`));
    expect(stopped).toMatchObject({ status: 403, errorCode: 'E0000086' });
  });

  it('are deactivated and activated with 204', async () => {
    const client = await emulate();
    const policy = await policyOf(client, 'PASSWORD');
    const path = `${policy}/rules/${idOf(await client.post(`${policy}/rules`, { type: 'PASSWORD', name: 'A' }))}`;
    for (const [word, status] of [
      ['deactivate', 'INACTIVE'],
      ['activate', 'ACTIVE'],
    ]) {
      expect((await client.post(`${path}/lifecycle/${word}`)).status).toBe(204);
      expect((await client.get(path)).body).toMatchObject({ status });
    }
  });

  it('have names of their own and the type of their policy', async () => {
    const client = await emulate();
    const policy = await policyOf(client, 'PASSWORD');
    await client.post(`${policy}/rules`, { type: 'PASSWORD', name: 'A' });
    const twice = errorOf(await client.post(`${policy}/rules`, { type: 'PASSWORD', name: 'A' }));
    expect(twice).toEqual({ status: 400, errorCode: 'E0000001', causes: ['name: Policy rule name already in use'] });
    const other = errorOf(await client.post(`${policy}/rules`, { type: 'SIGN_ON', name: 'B' }));
    expect(other).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('cannot be added where there is only one, nor change where it is fixed', async () => {
    const client = await emulate();
    const enrollment = await systemOne(client, 'PROFILE_ENROLLMENT');
    const added = errorOf(await client.post(`${enrollment}/rules`, { type: 'PROFILE_ENROLLMENT', name: 'A' }));
    expect(added).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const discovery = await systemOne(client, 'IDP_DISCOVERY');
    const [rule] = itemsOf(await client.get(`${discovery}/rules`));
    const fixed = errorOf(await client.put(`${discovery}/rules/${rule?.id}`, { type: 'IDP_DISCOVERY', name: 'Mine' }));
    expect(fixed).toMatchObject({ status: 403, errorCode: 'E0000111' });
  });
});

onBothWires('simulating policies', (emulate) => {
  it('tells which policy and rule decide', async () => {
    const client = await emulate();
    const group = await createGroup(client, 'Engineers');
    const conditions = { people: { groups: { include: [group] } } };
    const policy = idOf(await client.post(PATH, { type: 'OKTA_SIGN_ON', name: 'Strict', conditions }));
    const rule = idOf(await client.post(`${PATH}/${policy}/rules`, { type: 'SIGN_ON', name: 'Ask' }));
    const appInstance = await createBookmark(client, 'Handbook');
    const about = (ids: readonly string[]) => ({
      appInstance,
      policyTypes: ['OKTA_SIGN_ON'],
      policyContext: { user: { id: '00u1' }, groups: { ids } },
    });
    const reply = await client.post(`${PATH}/simulate`, [about([group]), about([])]);
    expect(reply.body).toEqual([
      {
        status: 'MATCH',
        policyType: ['OKTA_SIGN_ON'],
        result: { policies: [expect.objectContaining({ id: policy })] },
      },
      expect.objectContaining({ result: { policies: [expect.objectContaining({ name: 'Default Policy' })] } }),
    ]);
    expect(reply.body).toMatchObject([{ result: { policies: [{ rules: [{ id: rule, status: 'MATCH' }] }] } }, {}]);
  });

  it('does not know what zones were not told', async () => {
    const client = await emulate();
    const policy = idOf(await client.post(PATH, { type: 'OKTA_SIGN_ON', name: 'Zones' }));
    const network = { connection: 'ZONE', include: ['nzo1'] };
    await client.post(`${PATH}/${policy}/rules`, { type: 'SIGN_ON', name: 'Ask', conditions: { network } });
    const appInstance = await createBookmark(client, 'Handbook');
    const body = [{ appInstance, policyTypes: ['OKTA_SIGN_ON'] }];
    const { body: [told] = [] } = (await client.post(`${PATH}/simulate?expand=EVALUATED`, body)) as {
      body?: unknown[];
    };
    expect(told).toMatchObject({
      undefined: { policies: [{ name: 'Zones' }] },
      result: { policies: [{ name: 'Default Policy' }] },
    });
  });

  it('wants an app that exists', async () => {
    const client = await emulate();
    const refused = errorOf(await client.post(`${PATH}/simulate`, [{ appInstance: '0oaNone' }]));
    expect(refused).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });
});
