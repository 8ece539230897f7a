import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { createPerson } from './people.js';

const FACTORS = '/api/v1/users/ada/factors';
const SMS = { factorType: 'sms', provider: 'OKTA', profile: { phoneNumber: '+1-555-415-1337' } };
const CALL = { factorType: 'call', provider: 'OKTA', profile: { phoneNumber: '+15554151337', phoneExtension: '12' } };
const EMAIL = { factorType: 'email', provider: 'OKTA', profile: { email: 'ada@example.com' } };
const QUESTION = {
  factorType: 'question',
  provider: 'OKTA',
  profile: { question: 'disliked_food', answer: 'Mayonnaise' },
};

async function enrolled(client: Client, factor: object, query = ''): Promise<string> {
  await createPerson(client, 'ada');
  return `${FACTORS}/${idOf(await client.post(FACTORS + query, factor))}`;
}

function lastCode({ emulator }: Client): string {
  return emulator.outbox().at(-1)?.passCode ?? '';
}

async function eventTypes(client: Client): Promise<unknown[]> {
  return itemsOf(await client.get('/api/v1/logs')).map(({ eventType }) => eventType);
}

onBothWires('factors whose codes are sent', (emulate) => {
  it.each([
    ['sms', SMS, '+15554151337', 6, 'mbl'],
    ['call', CALL, '+15554151337', 5, 'clf'],
    ['email', EMAIL, 'ada@example.com', 6, 'emf'],
  ])('enrolls %s, sends a code to the outbox and takes it back', async (kind, factor, to, digits, prefix) => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const reply = await client.post(FACTORS, factor);
    const path = `${FACTORS}/${idOf(reply)}`;
    expect(idOf(reply)).toMatch(new RegExp(`^${prefix}\\w{17}$`));
    expect(reply).toMatchObject({
      status: 200,
      body: { status: 'PENDING_ACTIVATION', _links: { activate: {}, resend: { name: kind }, self: {}, user: {} } },
    });
    expect(client.emulator.outbox()).toEqual([
      expect.objectContaining({
        kind,
        to,
        purpose: 'FACTOR_ENROLLMENT',
        passCode: expect.stringMatching(`^\\d{${digits}}$`),
      }),
    ]);
    const activated = await client.post(`${path}/lifecycle/activate`, { passCode: lastCode(client) });
    expect(activated).toMatchObject({ status: 200, body: { status: 'ACTIVE', _links: { verify: {} } } });
    expect(await eventTypes(client)).toContain('user.mfa.factor.activate');
  });

  it('challenges and verifies', async () => {
    const client = await emulate();
    const path = await enrolled(client, SMS, '?activate=true');
    expect(client.emulator.outbox()).toEqual([]);
    expect((await client.post(`${path}/verify`, {})).body).toMatchObject({
      factorResult: 'CHALLENGE',
      profile: { phoneNumber: '+15554151337' },
      _links: { verify: { hints: { allow: ['POST'] } }, factor: { hints: { allow: ['GET', 'DELETE'] } } },
    });
    const passCode = lastCode(client);
    expect((await client.post(`${path}/verify`, { passCode })).body).toEqual({ factorResult: 'SUCCESS' });
    expect(errorOf(await client.post(`${path}/verify`, { passCode })).errorCode).toBe('E0000068');
    expect(await eventTypes(client)).toContain('user.authentication.auth_via_mfa');
  });

  it.each([
    ['sms', SMS, 30, 'E0000109'],
    ['call', CALL, 30, 'E0000133'],
    ['email', EMAIL, 5, 'E0000118'],
  ])('does not send %s again at once', async (_, factor, seconds, code) => {
    const client = await emulate();
    const path = await enrolled(client, factor);
    client.clock.tick(seconds * 1000 - 1);
    expect(errorOf(await client.post(`${path}/resend`, factor))).toMatchObject({ status: 429, errorCode: code });
    client.clock.tick(1);
    expect((await client.post(`${path}/resend`, factor)).status).toBe(200);
    expect(client.emulator.outbox()).toHaveLength(2);
  });

  it('lets codes expire, mailed ones as asked for', async () => {
    const client = await emulate();
    const path = await enrolled(client, EMAIL, '?tokenLifetimeSeconds=600');
    client.clock.tick(600_001);
    const late = await client.post(`${path}/lifecycle/activate`, { passCode: lastCode(client) });
    expect(errorOf(late)).toMatchObject({ status: 403, errorCode: 'E0000083' });
    expect(errorOf(await client.post(`${FACTORS}?tokenLifetimeSeconds=0`, EMAIL)).errorCode).toBe('E0000001');
  });

  it.each([
    ['a number that is none', { ...SMS, profile: { phoneNumber: '555' } }, ['Invalid Phone Number.']],
    ['an address of somebody else', { ...EMAIL, profile: { email: 'eve@example.com' } }, []],
    ['a short answer', { ...QUESTION, profile: { question: 'disliked_food', answer: 'no' } }, [expect.any(String)]],
  ])('refuses %s', async (_, factor, causes) => {
    const client = await emulate();
    await createPerson(client, 'ada');
    expect(errorOf(await client.post(FACTORS, factor))).toEqual({ status: 400, errorCode: 'E0000001', causes });
  });

  it('refuses a provider that has no such factors', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    expect(errorOf(await client.post(FACTORS, { ...SMS, provider: 'DUO' }))).toMatchObject({ status: 400 });
  });
});

onBothWires('factors', (emulate) => {
  it('enrolls a question at once and keeps its answer', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const reply = await client.post(FACTORS, QUESTION);
    expect(reply.body).toMatchObject({
      status: 'ACTIVE',
      profile: { question: 'disliked_food', questionText: 'What is the food you least liked as a child?' },
      _links: { questions: { href: expect.stringMatching(/\/factors\/questions$/) } },
    });
    expect(reply.text).not.toContain('ayonnaise');
    const path = `${FACTORS}/${idOf(reply)}`;
    expect((await client.post(`${path}/verify`, { answer: 'mayonnaise' })).body).toEqual({ factorResult: 'SUCCESS' });
    expect(errorOf(await client.post(`${path}/verify`, { answer: 'mustard' }))).toEqual({
      status: 403,
      errorCode: 'E0000068',
      causes: ["Your answer doesn't match our records. Please try again."],
    });
    expect(errorOf(await client.post(`${path}/verify`, {})).status).toBe(400);
  });

  it('lists questions and what can be enrolled', async () => {
    const client = await emulate();
    await enrolled(client, QUESTION);
    const questions = (await client.get(`${FACTORS}/questions`)).body as readonly { question: string }[];
    expect(questions).toHaveLength(19);
    expect(questions[0]).toEqual({
      question: 'disliked_food',
      questionText: 'What is the food you least liked as a child?',
    });
    const catalog = (await client.get(`${FACTORS}/catalog`)).body as readonly Record<string, unknown>[];
    expect(catalog).toContainEqual(expect.objectContaining({ factorType: 'question', status: 'ACTIVE' }));
    expect(catalog).toContainEqual(
      expect.objectContaining({ factorType: 'sms', provider: 'OKTA', status: 'NOT_SETUP', enrollment: 'OPTIONAL' }),
    );
  });

  it('lists, gets and unenrolls', async () => {
    const client = await emulate();
    const path = await enrolled(client, QUESTION);
    expect(itemsOf(await client.get(FACTORS))).toEqual([(await client.get(path)).body]);
    expect(await client.delete(path)).toMatchObject({ status: 204, text: '' });
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 404, errorCode: 'E0000007' });
    expect(itemsOf(await client.get(FACTORS))).toEqual([]);
    expect(await eventTypes(client)).toContain('user.mfa.factor.deactivate');
  });

  it('leaves the factors of deactivated users alone', async () => {
    const client = await emulate();
    const path = await enrolled(client, QUESTION);
    await client.post('/api/v1/users/ada/lifecycle/deactivate');
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 403, errorCode: 'E0000038' });
    expect(errorOf(await client.post(FACTORS, SMS))).toMatchObject({ status: 403, errorCode: 'E0000038' });
  });

  it('takes all factors from a user', async () => {
    const client = await emulate();
    await enrolled(client, QUESTION);
    await client.post(FACTORS, SMS);
    await client.post('/api/v1/users/ada/lifecycle/reset_factors');
    expect(itemsOf(await client.get(FACTORS))).toEqual([]);
    expect(await eventTypes(client)).toContain('user.mfa.factor.reset_all');
  });

  it('enrolls custom tokens with the secret that they have', async () => {
    const client = await emulate();
    const profile = { sharedSecret: '484f97be3213b117e3a20438e291540a' };
    const hotp = { factorType: 'token:hotp', provider: 'CUSTOM', factorProfileId: 'fpr20l2mDyaUGWGCa0g4', profile };
    await createPerson(client, 'ada');
    const reply = await client.post(`${FACTORS}?activate=true`, hotp);
    expect(reply.body).toMatchObject({ factorType: 'token:hotp', status: 'ACTIVE' });
    expect(reply.text).not.toContain(profile.sharedSecret);
    expect(errorOf(await client.post(FACTORS, { ...hotp, profile: {} })).errorCode).toBe('E0000001');
  });

  it('takes a passcode of tokens of other companies as they are enrolled', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const rsa = { factorType: 'token', provider: 'RSA', profile: { credentialId: 'ada' } };
    expect(errorOf(await client.post(FACTORS, rsa)).causes).toEqual(['passCode: The field cannot be left blank']);
    const reply = await client.post(FACTORS, { ...rsa, verify: { passCode: '5275875498' } });
    expect(reply.body).toMatchObject({ provider: 'RSA', status: 'ACTIVE', profile: { credentialId: 'ada' } });
    const path = `${FACTORS}/${idOf(reply)}/verify`;
    expect((await client.post(path, { passCode: '123456' })).body).toEqual({ factorResult: 'SUCCESS' });
    expect(errorOf(await client.post(path, { passCode: 'abcdef' })).errorCode).toBe('E0000068');
  });
});
