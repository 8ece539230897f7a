import { expect, it } from 'vitest';
import { errorOf, idOf, idsOf, itemsOf, onBothWires } from './client.js';
import { createGroup, createPerson, PASSWORD, profileOf } from './people.js';

const NOW = '2026-03-04T10:08:01.000Z';

onBothWires('creating users', (emulate) => {
  it('answers 200 with the whole user, ACTIVE if a password came along', async () => {
    const client = await emulate();
    const reply = await createPerson(client, 'ada');
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      id: expect.stringMatching(/^00u[0-9A-Za-z]{17}$/),
      status: 'ACTIVE',
      created: NOW,
      activated: NOW,
      statusChanged: NOW,
      lastLogin: null,
      lastUpdated: NOW,
      passwordChanged: NOW,
      type: { id: expect.stringMatching(/^oty/) },
      profile: { ...profileOf('ada'), mobilePhone: null, secondEmail: null },
      credentials: {
        password: {},
        emails: [{ value: 'ada@example.com', status: 'VERIFIED', type: 'PRIMARY' }],
        provider: { type: 'OKTA', name: 'OKTA' },
      },
      _links: expect.objectContaining({ self: { href: `${client.emulator.url}/api/v1/users/${idOf(reply)}` } }),
    });
  });

  it.each([
    ['activate=true', {}, 'PROVISIONED', NOW],
    ['activate=false', {}, 'STAGED', null],
    ['activate=false', { password: { value: PASSWORD } }, 'STAGED', null],
    ['nextLogin=changePassword', { password: { value: PASSWORD } }, 'PASSWORD_EXPIRED', NOW],
    ['provider=true', { provider: { type: 'FEDERATION', name: 'FEDERATION' } }, 'ACTIVE', NOW],
    ['provider=true&activate=false', { provider: { type: 'SOCIAL', name: 'FACEBOOK' } }, 'STAGED', null],
    ['activate=true', { password: { hook: { type: 'default' } } }, 'ACTIVE', NOW],
  ])('with %s and credentials %j is %s', async (query, credentials, status, activated) => {
    const client = await emulate();
    const reply = await client.post(`/api/v1/users?${query}`, { profile: profileOf('ada'), credentials });
    expect(reply.body).toMatchObject({ status, activated, statusChanged: activated });
  });

  it('takes hashed passwords and calls their provider IMPORT', async () => {
    const client = await emulate();
    const hash = {
      algorithm: 'BCRYPT',
      workFactor: 10,
      salt: 'rwh3vH166HCH/NT9XV5FYu',
      value: 'qaMqvAPULkbiQzkTCWo5XDcvzpk8Tna',
    };
    const reply = await createPerson(client, 'ada', { credentials: { password: { hash } } });
    expect(reply.body).toMatchObject({ status: 'ACTIVE', credentials: { password: {}, provider: { type: 'IMPORT' } } });
    expect(reply.text).not.toContain(hash.value);
  });

  it.each([
    [{ algorithm: 'ROT13', value: 'x' }, 'password.hash.algorithm: The algorithm is not supported'],
    [{ algorithm: 'SHA-256' }, 'password.hash.value: The field cannot be left blank'],
    [
      { algorithm: 'BCRYPT', value: 'x', salt: 'short', workFactor: 10 },
      'password.hash.salt: The value is not valid for this algorithm',
    ],
    [
      { algorithm: 'PBKDF2', value: 'x', salt: 'x', iterationCount: 4095, keySize: 32, digestAlgorithm: 'SHA256_HMAC' },
      'password.hash.iterationCount: The value is not valid for this algorithm',
    ],
  ])('refuses the hash %j', async (hash, cause) => {
    const reply = await createPerson(await emulate(), 'ada', { credentials: { password: { hash } } });
    expect(errorOf(reply)).toEqual({ status: 400, errorCode: 'E0000001', causes: [cause] });
  });

  it('never answers a password, an answer to a recovery question or a hash', async () => {
    const client = await emulate();
    const credentials = {
      password: { value: PASSWORD },
      recovery_question: { question: 'Who is an engine?', answer: 'Analytical' },
    };
    const reply = await createPerson(client, 'ada', { credentials });
    expect(reply.body).toMatchObject({
      credentials: { password: {}, recovery_question: { question: 'Who is an engine?' } },
    });
    for (const { text } of [reply, await client.get('/api/v1/users/ada'), await client.get('/api/v1/users')]) {
      expect(text).not.toContain(PASSWORD);
      expect(text).not.toMatch(/analytical/i);
    }
  });

  it('adds the new user to groups', async () => {
    const client = await emulate();
    const groupId = await createGroup(client, 'Engineers');
    const reply = await createPerson(client, 'ada', { groupIds: [groupId] });
    const groups = itemsOf(await client.get(`/api/v1/users/${idOf(reply)}/groups`));
    expect(groups.map(({ profile }) => profile)).toMatchObject([{ name: 'Everyone' }, { name: 'Engineers' }]);
  });

  it('refuses unknown groups, closed groups and more than 20 of them, and then creates nobody', async () => {
    const client = await emulate();
    const [everyone] = idsOf(await client.get('/api/v1/groups?q=Everyone'));
    expect(errorOf(await createPerson(client, 'ada', { groupIds: ['00gNope'] }))).toMatchObject({
      status: 404,
      errorCode: 'E0000007',
    });
    expect(errorOf(await createPerson(client, 'ada', { groupIds: [everyone] }))).toMatchObject({
      status: 501,
      errorCode: 'E0000060',
    });
    const many = Array.from({ length: 21 }, (_, i) => `00g${i}`);
    expect(errorOf(await createPerson(client, 'ada', { groupIds: many }))).toMatchObject({
      status: 400,
      errorCode: 'E0000093',
    });
    expect((await client.get('/api/v1/users/ada')).status).toBe(404);
  });

  it('refuses a login that differs in case or accents only', async () => {
    const client = await emulate();
    await createPerson(client, 'jose');
    const reply = await client.post('/api/v1/users', { profile: profileOf('José') });
    expect(reply.body).toEqual({
      errorCode: 'E0000001',
      errorSummary: 'Api validation failed: login',
      errorLink: 'E0000001',
      errorId: expect.stringMatching(/^oae[\w-]{22}$/),
      errorCauses: [{ errorSummary: 'login: An object with this field already exists in the current organization' }],
    });
    expect(reply.status).toBe(400);
  });

  it.each([
    [{ login: undefined }, ['login: The field cannot be left blank']],
    [
      { firstName: '', lastName: null },
      ['firstName: The field cannot be left blank', 'lastName: The field cannot be left blank'],
    ],
    [{ shoeSize: 7 }, ["Property name 'shoeSize' is not defined in profile"]],
    [{ login: 'a@b' }, ['login: The field is too short. The minimum length is 5']],
    [{ firstName: 'x'.repeat(51) }, ['firstName: The field is too long. The maximum length is 50']],
    [{ email: 'nobody' }, ['email: Does not match required pattern']],
    [{ city: 7 }, ['city: The field must be of type string']],
  ])('refuses the profile %j', async (change, causes) => {
    const reply = await (await emulate()).post('/api/v1/users', { profile: profileOf('ada', change) });
    expect(errorOf(reply)).toEqual({ status: 400, errorCode: 'E0000001', causes });
  });

  it('names the dto and not the attribute when an attribute is unknown', async () => {
    const reply = await (await emulate()).post('/api/v1/users', { profile: profileOf('ada', { shoeSize: 7 }) });
    expect(reply.body).toMatchObject({ errorSummary: 'Api validation failed: newUser' });
  });

  it.each(['short1A', 'nouppercase1', 'NOLOWERCASE1', 'NoDigitsHere', 'Lovelyada1234', `Aa1${'x'.repeat(70)}`])(
    'refuses the password %s',
    async (value) => {
      const client = await emulate();
      const body = { profile: profileOf('lovelyada'), credentials: { password: { value } } };
      const { status, errorCode, causes } = errorOf(await client.post('/api/v1/users', body));
      expect({ status, errorCode }).toEqual({ status: 400, errorCode: 'E0000001' });
      expect(causes[0]).toMatch(/^password: Password requirements were not met\./);
    },
  );

  it('expires a password only if there is one and the user is activated', async () => {
    const client = await emulate();
    const without = await client.post('/api/v1/users?nextLogin=changePassword', { profile: profileOf('ada') });
    expect(errorOf(without)).toMatchObject({ status: 400, errorCode: 'E0000124' });
    const staged = await client.post('/api/v1/users?nextLogin=changePassword&activate=false', {
      profile: profileOf('ada'),
    });
    expect(errorOf(staged)).toMatchObject({ status: 400, errorCode: 'E0000125' });
  });

  it('gives users of another provider neither password nor question, and lets them have no name', async () => {
    const client = await emulate();
    const provider = { type: 'FEDERATION', name: 'FEDERATION' };
    const { login, email } = profileOf('ada');
    const reply = await client.post('/api/v1/users?provider=true', {
      profile: { login, email },
      credentials: { provider },
    });
    expect(reply.body).toMatchObject({ status: 'ACTIVE', credentials: { provider } });
    const credentials = { provider, password: { value: PASSWORD } };
    const refused = await client.post('/api/v1/users?provider=true', { profile: profileOf('bob'), credentials });
    expect(errorOf(refused)).toMatchObject({ errorCode: 'E0000001' });
  });

  it('knows the attributes that the seed declares, and their rules', async () => {
    const userAttributes = {
      shoeSize: { title: 'Shoe size', type: 'integer' as const },
      tags: { title: 'Tags', type: 'array' as const, items: { type: 'string' as const } },
      tier: { title: 'Tier', type: 'string' as const, enum: ['GOLD', 'SILVER'] },
    };
    const client = await emulate({ seed: { userAttributes } });
    const create = (change: object) => client.post('/api/v1/users', { profile: profileOf('ada', { ...change }) });
    expect(errorOf(await create({ shoeSize: 'big' })).causes).toEqual(['shoeSize: The field must be of type integer']);
    expect(errorOf(await create({ tags: [1] })).causes).toEqual(['tags: The elements must be of type string']);
    expect(errorOf(await create({ tier: 'TIN' })).errorCode).toBe('E0000123');
    const profile = { shoeSize: 38, tags: ['a', 'b'], tier: 'GOLD' };
    expect((await create(profile)).body).toMatchObject({ profile });
  });
});
