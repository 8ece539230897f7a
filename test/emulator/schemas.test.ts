import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires, type Reply } from './client.js';
import { createBookmark, createGroup, createPerson, profileOf } from './people.js';

const USER = '/api/v1/meta/schemas/user/default';
const GROUP = '/api/v1/meta/schemas/group/default';
const text = { title: 'Text', type: 'string' };

function declare(client: Client, properties: object, path = USER): Promise<Reply> {
  return client.post(path, { definitions: { custom: { properties } } });
}

/** Definition of one attribute, as the schema answers it. */
async function attribute(client: Client, name: string, path = USER): Promise<unknown> {
  const { body } = await client.get(path);
  const { definitions } = body as { definitions: Record<'base' | 'custom', { properties: Record<string, unknown> }> };
  return definitions.custom.properties[name] ?? definitions.base.properties[name];
}

onBothWires('the schema of users', (emulate) => {
  it('lists 31 built-in attributes', async () => {
    const client = await emulate();
    const { body } = await client.get(USER);
    const { definitions, ...rest } = body as {
      definitions: Record<string, { properties: object; required: string[] }>;
    };
    expect(Object.keys(definitions['base']?.properties ?? {})).toHaveLength(31);
    expect(definitions['base']?.required).toEqual(['login', 'firstName', 'lastName', 'email']);
    expect(definitions['custom']).toEqual({ id: '#custom', type: 'object', properties: {}, required: [] });
    expect(rest).toMatchObject({
      $schema: 'http://json-schema.org/draft-04/schema#',
      name: 'user',
      title: 'User',
      type: 'object',
      properties: { profile: { allOf: [{ $ref: '#/definitions/custom' }, { $ref: '#/definitions/base' }] } },
      _links: { self: { rel: 'self', method: 'GET' }, type: { rel: 'type', method: 'GET' } },
    });
    expect(await attribute(client, 'login')).toMatchObject({
      title: 'Username',
      type: 'string',
      required: true,
      mutability: 'READ_WRITE',
      scope: 'NONE',
      permissions: [{ principal: 'SELF', action: 'READ_ONLY' }],
      master: { type: 'PROFILE_MASTER' },
    });
  });

  it('takes custom attributes, which users then have', async () => {
    const client = await emulate();
    const created = idOf(await createPerson(client, 'ada'));
    const refused = await client.post(`/api/v1/users/${created}`, { profile: { nick: 'A' } });
    expect(errorOf(refused).causes).toEqual(["Property name 'nick' is not defined in profile"]);
    const reply = await declare(client, { nick: { ...text, description: 'Short name', maxLength: 5 } });
    expect(reply.status).toBe(200);
    expect(await attribute(client, 'nick')).toEqual({
      title: 'Text',
      type: 'string',
      description: 'Short name',
      maxLength: 5,
      mutability: 'READ_WRITE',
      scope: 'NONE',
      permissions: [{ principal: 'SELF', action: 'READ_ONLY' }],
      master: { type: 'PROFILE_MASTER' },
    });
    expect((await client.post(`/api/v1/users/${created}`, { profile: { nick: 'A' } })).body).toMatchObject({
      profile: { nick: 'A' },
    });
  });

  it('changes and removes attributes one by one', async () => {
    const client = await emulate();
    await declare(client, { nick: text, other: text });
    const user = idOf(await createPerson(client, 'ada', { profile: profileOf('ada', { nick: 'A', other: 'B' }) }));
    await declare(client, { nick: { title: 'Nick' } });
    expect(await attribute(client, 'nick')).toMatchObject({ title: 'Nick', type: 'string' });
    await declare(client, { nick: null });
    expect(await attribute(client, 'nick')).toBeUndefined();
    const { body } = await client.get(`/api/v1/users/${user}`);
    expect(body).toMatchObject({ profile: { other: 'B' } });
    expect(body).not.toHaveProperty('profile.nick');
  });

  it('is accepted as it was read', async () => {
    const client = await emulate();
    await declare(client, { nick: text });
    const { body } = await client.get(USER);
    expect((await client.post(USER, body)).body).toEqual(body);
  });

  it.each([
    [{ level: { title: 'L', type: 'integer' } }, { level: 1.5 }, 'level: The field must be of type integer'],
    [{ level: { title: 'L', type: 'boolean' } }, { level: 'yes' }, 'level: The field must be of type boolean'],
    [{ code: { ...text, minLength: 2 } }, { code: 'x' }, 'code: The field is too short. The minimum length is 2'],
    [{ code: { ...text, maxLength: 2 } }, { code: 'xxx' }, 'code: The field is too long. The maximum length is 2'],
    [{ code: { ...text, required: true } }, {}, 'code: The field cannot be left blank'],
    [
      { tags: { title: 'T', type: 'array', items: { type: 'integer' } } },
      { tags: ['x'] },
      'tags: The elements must be of type integer',
    ],
  ])('%j refuses %j', async (properties, more, cause) => {
    const client = await emulate();
    await declare(client, properties);
    const reply = await client.post('/api/v1/users', { profile: profileOf('ada', more) });
    expect(errorOf(reply)).toEqual({ status: 400, errorCode: 'E0000001', causes: [cause] });
  });

  it.each([
    [{ size: { ...text, enum: ['S', 'M'] } }, { size: 'XL' }],
    [{ size: { ...text, enum: ['S'], oneOf: [{ const: 'S', title: 'Small' }] } }, { size: 'XL' }],
    [{ sizes: { title: 'T', type: 'array', items: { type: 'string', enum: ['S', 'M'] } } }, { sizes: ['S', 'XL'] }],
  ])('%j refuses %j by E0000123', async (properties, more) => {
    const client = await emulate();
    expect((await declare(client, properties)).status).toBe(200);
    const reply = await client.post('/api/v1/users', { profile: profileOf('ada', more) });
    expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000123' });
  });

  it.each([true, 'UNIQUE_VALIDATED'])('keeps values unique that are declared so by %s', async (unique) => {
    const client = await emulate();
    await declare(client, { badge: { ...text, unique } });
    const make = (name: string, badge: string) => createPerson(client, name, { profile: profileOf(name, { badge }) });
    const [ada, bob] = [idOf(await make('ada', '1')), idOf(await make('bob', '2'))];
    const taken = {
      status: 400,
      errorCode: 'E0000001',
      causes: ['badge: An object with this field already exists in the current organization'],
    };
    expect(errorOf(await make('cy', '1'))).toEqual(taken);
    expect(errorOf(await client.post(`/api/v1/users/${bob}`, { profile: { badge: '1' } }))).toEqual(taken);
    expect((await client.post(`/api/v1/users/${ada}`, { profile: { badge: '3' } })).status).toBe(200);
    expect((await client.post(`/api/v1/users/${bob}`, { profile: { badge: '1' } })).status).toBe(200);
    await client.delete(`/api/v1/users/${bob}`);
    await client.delete(`/api/v1/users/${bob}`);
    expect((await make('cy', '1')).status).toBe(200);
  });

  it('lets nothing become unique that is shared', async () => {
    const client = await emulate();
    await declare(client, { badge: text });
    for (const name of ['ada', 'bob']) await createPerson(client, name, { profile: profileOf(name, { badge: '1' }) });
    const reply = await declare(client, { badge: { unique: true } });
    expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000001' });
    expect(await attribute(client, 'badge')).not.toHaveProperty('unique');
  });

  it.each([
    [{ nick: { title: 'N', type: 'integer' } }, 'E0000001'],
    [{ 'bad-name': text }, 'E0000001'],
    [{ other: { type: 'string' } }, 'E0000001'],
    [{ other: { title: 'T' } }, 'E0000001'],
    [{ login: text }, 'E0000001'],
    [{ other: { ...text, minLength: 5, maxLength: 2 } }, 'E0000001'],
    [{ other: { ...text, enum: ['a'], oneOf: [{ const: 'b', title: 'B' }] } }, 'E0000123'],
    [{ other: { title: 'T', type: 'boolean', unique: true } }, 'E0000001'],
    [Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, { ...text, unique: true }])), 'E0000001'],
  ])('refuses %j', async (properties, errorCode) => {
    const client = await emulate();
    await declare(client, { nick: text });
    expect(errorOf(await declare(client, properties))).toMatchObject({ status: 400, errorCode });
  });

  it('lets built-in attributes change in few ways', async () => {
    const client = await emulate();
    const change = (properties: object) => client.post(USER, { definitions: { base: { properties } } });
    const permissions = [{ principal: 'SELF', action: 'HIDE' }];
    expect((await change({ city: { permissions }, lastName: { required: false } })).status).toBe(200);
    expect(await attribute(client, 'city')).toMatchObject({ permissions });
    const { lastName: _, ...nameless } = profileOf('ada');
    expect((await client.post('/api/v1/users', { profile: nameless })).status).toBe(200);
    await change({ login: { pattern: '[a-z]+' } });
    expect((await client.post('/api/v1/users', { profile: { ...profileOf('bob'), login: 'bobby' } })).status).toBe(200);
    expect(errorOf(await change({ city: { title: 'Town' } }))).toMatchObject({ status: 403, errorCode: 'E0000077' });
    expect(errorOf(await change({ town: { permissions } }))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('makes rules invalid that ask for what is gone', async () => {
    const client = await emulate();
    await declare(client, { nick: text });
    const rule = await client.post('/api/v1/groups/rules', {
      type: 'group_rule',
      name: 'R',
      conditions: { expression: { value: 'user.nick == "x"', type: 'urn:okta:expression:1.0' } },
      actions: { assignUserToGroups: { groupIds: [await createGroup(client, 'G')] } },
    });
    await declare(client, { nick: null });
    expect((await client.get(`/api/v1/groups/rules/${idOf(rule)}`)).body).toMatchObject({ status: 'INVALID' });
  });

  it('tells the log', async () => {
    const client = await emulate();
    await declare(client, { nick: text });
    const { body } = await client.get('/api/v1/logs');
    expect((body as object[]).at(-1)).toMatchObject({ eventType: 'directory.user_profile.update' });
  });

  it('that does not exist is not found', async () => {
    expect((await (await emulate()).get('/api/v1/meta/schemas/user/osc1')).status).toBe(404);
  });
});

onBothWires('other schemas', (emulate) => {
  it('of groups take attributes, too', async () => {
    const client = await emulate();
    expect((await client.get(GROUP)).body).toMatchObject({ name: 'group', title: 'Okta group' });
    await declare(client, { floor: { title: 'Floor', type: 'integer' } }, GROUP);
    const group = await client.post('/api/v1/groups', { profile: { name: 'A', floor: 3 } });
    expect(group.body).toMatchObject({ profile: { floor: 3 } });
    const wrong = await client.post('/api/v1/groups', { profile: { name: 'B', floor: 'three' } });
    expect(errorOf(wrong)).toMatchObject({ status: 400, errorCode: 'E0000001' });
    await declare(client, { floor: null }, GROUP);
    expect((await client.get(`/api/v1/groups/${idOf(group)}`)).body).not.toHaveProperty('profile.floor');
  });

  it('of apps take attributes, which are checked from then on', async () => {
    const client = await emulate();
    const [app, user] = [await createBookmark(client, 'Mark'), idOf(await createPerson(client, 'ada'))];
    const path = `/api/v1/meta/schemas/apps/${app}/default`;
    expect(await attribute(client, 'userName', path)).toMatchObject({ title: 'Username', required: true });
    await declare(client, { level: { title: 'Level', type: 'integer' } }, path);
    const assign = (profile: object) => client.post(`/api/v1/apps/${app}/users`, { id: user, profile });
    expect((await assign({ level: 1 })).body).toMatchObject({ profile: { level: 1 } });
    for (const profile of [{ level: 'x' }, { rank: 1 }]) {
      expect(errorOf(await assign(profile))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    }
    await declare(client, { level: null }, path);
    expect((await client.get(`/api/v1/apps/${app}/users/${user}`)).body).toMatchObject({ profile: {} });
    expect((await client.get('/api/v1/meta/schemas/apps/0oanone/default')).status).toBe(404);
  });

  it('of log streams say what they need', async () => {
    const client = await emulate();
    const list = itemsOf(await client.get('/api/v1/meta/schemas/logStream'));
    expect(list).toMatchObject([{ title: 'AWS EventBridge' }, { title: 'Splunk Cloud' }]);
    const one = await client.get('/api/v1/meta/schemas/logStream/aws_eventbridge');
    expect(one.body).toEqual(list[0]);
    expect((await client.get('/api/v1/meta/schemas/logStream/none')).status).toBe(404);
  });
});
