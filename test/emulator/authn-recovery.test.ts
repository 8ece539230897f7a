import { expect, it } from 'vitest';
import { type Client, errorOf, onBothWires } from './client.js';
import { createPerson, PASSWORD, profileOf } from './people.js';
import { authn, rulePasswords, signIn } from './sign-in.js';

const NEW = 'An0therSecret';
const LOGIN = 'ada@example.com';
const QUESTION = { question: 'Who is an engine?', answer: 'Analytical' };

async function ada(client: Client, more: object = {}): Promise<void> {
  await createPerson(client, 'ada', { credentials: { password: { value: PASSWORD }, ...more } });
}

function mailed({ emulator }: Client): string {
  return emulator.outbox().at(-1)?.token ?? '';
}

function recoveryTokenIn(body: unknown): string {
  return (body as { recoveryToken: string }).recoveryToken;
}

onBothWires('recovery', (emulate) => {
  it('mails a token with which a new password is set', async () => {
    const client = await emulate();
    await ada(client);
    const asked = await authn(client, '/recovery/password', { username: 'ada', factorType: 'EMAIL' });
    expect(asked.body).toEqual({
      status: 'RECOVERY_CHALLENGE',
      factorResult: 'WAITING',
      factorType: 'EMAIL',
      recoveryType: 'PASSWORD',
    });
    expect(client.emulator.outbox()).toEqual([
      expect.objectContaining({
        kind: 'email',
        purpose: 'RESET_PASSWORD',
        to: LOGIN,
        link: expect.stringContaining(mailed(client)),
      }),
    ]);
    const redeemed = await authn(client, '/recovery/token', { recoveryToken: mailed(client) });
    expect(redeemed.body).toMatchObject({ status: 'PASSWORD_RESET', _links: { next: { name: 'resetPassword' } } });
    const { stateToken } = redeemed;
    const weak = await authn(client, '/credentials/reset_password', { stateToken, newPassword: 'weak' });
    expect(errorOf(weak)).toMatchObject({ status: 403, errorCode: 'E0000080' });
    const reset = await authn(client, '/credentials/reset_password', { stateToken, newPassword: NEW });
    expect(reset.body).toMatchObject({ status: 'SUCCESS', sessionToken: expect.any(String) });
    expect((await signIn(client, { password: NEW })).status).toBe(200);
    const again = await authn(client, '/recovery/token', { recoveryToken: mailed(client) });
    expect(errorOf(again)).toMatchObject({ status: 401, errorCode: 'E0000011' });
  });

  it('asks the recovery question of those who have one', async () => {
    const client = await emulate();
    await ada(client, { recovery_question: QUESTION });
    const handed = await client.post('/api/v1/authn/recovery/password', { username: LOGIN });
    expect(handed.body).toMatchObject({ status: 'RECOVERY', recoveryType: 'PASSWORD', _embedded: { user: {} } });
    const { body, stateToken } = await authn(client, '/recovery/token', {
      recoveryToken: recoveryTokenIn(handed.body),
    });
    expect(body).toMatchObject({
      status: 'RECOVERY',
      _embedded: { user: { recovery_question: { question: QUESTION.question } } },
      _links: { next: { name: 'answer' } },
    });
    const wrong = await authn(client, '/recovery/answer', { stateToken, answer: 'Steam' });
    expect(errorOf(wrong)).toMatchObject({ status: 403, errorCode: 'E0000087' });
    const right = await authn(client, '/recovery/answer', { stateToken, answer: 'ANALYTICAL' });
    expect(right.body).toMatchObject({ status: 'PASSWORD_RESET' });
  });

  it('lets tokens expire as the policy says', async () => {
    const client = await emulate();
    await ada(client);
    await authn(client, '/recovery/password', { username: 'ada', factorType: 'EMAIL' });
    client.clock.tick(60 * 60_000 + 1);
    const late = await authn(client, '/recovery/token', { recoveryToken: mailed(client) });
    expect(errorOf(late).errorCode).toBe('E0000011');
  });

  it('does not tell the public who exists, but apps with a token', async () => {
    const client = await emulate();
    await ada(client);
    const username = 'nobody@example.com';
    const asked = await authn(client, '/recovery/password', { username, factorType: 'EMAIL' });
    expect(asked).toMatchObject({ status: 200, body: { status: 'RECOVERY_CHALLENGE' } });
    expect(client.emulator.outbox()).toEqual([]);
    expect(errorOf(await authn(client, '/recovery/password', { username })).errorCode).toBe('E0000001');
    const told = await client.post('/api/v1/authn/recovery/password', { username });
    expect(errorOf(told)).toMatchObject({ status: 403, errorCode: 'E0000095' });
  });

  it('sends a code to the phone', async () => {
    const client = await emulate();
    await ada(client);
    const profile = { phoneNumber: '+15554151337' };
    await client.post('/api/v1/users/ada/factors?activate=true', { factorType: 'sms', provider: 'OKTA', profile });
    const { body, stateToken } = await authn(client, '/recovery/password', { username: 'ada', factorType: 'SMS' });
    expect(body).toMatchObject({
      status: 'RECOVERY_CHALLENGE',
      factorType: 'SMS',
      _links: { resend: { name: 'sms' } },
    });
    const soon = await authn(client, '/recovery/factors/sms/resend', { stateToken });
    expect(errorOf(soon)).toMatchObject({ status: 429, errorCode: 'E0000109' });
    const verify = '/recovery/factors/SMS/verify';
    expect(errorOf(await authn(client, verify, { stateToken, passCode: 'wrong' })).errorCode).toBe('E0000068');
    const passCode = client.emulator.outbox().at(-1)?.passCode;
    expect((await authn(client, verify, { stateToken, passCode })).body).toMatchObject({ status: 'PASSWORD_RESET' });
  });

  it('unlocks those who are locked out', async () => {
    const client = await emulate();
    await ada(client);
    expect(errorOf(await client.post('/api/v1/authn/recovery/unlock', { username: LOGIN })).errorCode).toBe('E0000032');
    await rulePasswords(client, { lockout: { maxAttempts: 1 } });
    await signIn(client, { password: 'wrong' });
    await authn(client, '/recovery/unlock', { username: LOGIN, factorType: 'EMAIL' });
    const unlocked = await authn(client, '/recovery/token', { recoveryToken: mailed(client) });
    expect(unlocked.body).toMatchObject({ status: 'SUCCESS', recoveryType: 'UNLOCK' });
    expect(unlocked.body).not.toHaveProperty('sessionToken');
    expect((await signIn(client)).body).toMatchObject({ status: 'SUCCESS' });
  });
});

onBothWires('mails of the life cycle', (emulate) => {
  it('let new users choose their password', async () => {
    const client = await emulate();
    await client.post('/api/v1/users', { profile: profileOf('ada') });
    expect(client.emulator.outbox()).toEqual([expect.objectContaining({ purpose: 'ACTIVATION', to: LOGIN })]);
    const { body, stateToken } = await authn(client, '', { token: mailed(client) });
    expect(body).toMatchObject({ status: 'PASSWORD_RESET', recoveryType: 'ACCOUNT_ACTIVATION' });
    await authn(client, '/credentials/reset_password', { stateToken, newPassword: NEW });
    expect((await client.get('/api/v1/users/ada')).body).toMatchObject({ status: 'ACTIVE' });
    expect((await signIn(client, { password: NEW })).status).toBe(200);
  });

  it('are replaced by the answer if an admin asks for it', async () => {
    const client = await emulate();
    await client.post('/api/v1/users?activate=false', { profile: profileOf('ada') });
    const { body } = await client.post('/api/v1/users/ada/lifecycle/activate?sendEmail=false');
    expect(client.emulator.outbox()).toEqual([]);
    const { activationToken } = body as { activationToken: string };
    expect((await authn(client, '', { token: activationToken })).body).toMatchObject({ status: 'PASSWORD_RESET' });
    const used = await authn(client, '', { token: activationToken });
    expect(errorOf(used)).toMatchObject({ status: 401, errorCode: 'E0000011' });
  });

  it.each(['lifecycle/reset_password', 'credentials/forgot_password'])(
    'lead to a new password after %s',
    async (path) => {
      const client = await emulate();
      await ada(client);
      await client.post(`/api/v1/users/ada/${path}`);
      expect(client.emulator.outbox()).toEqual([expect.objectContaining({ purpose: 'RESET_PASSWORD' })]);
      const { stateToken } = await authn(client, '/recovery/token', { recoveryToken: mailed(client) });
      const reset = await authn(client, '/credentials/reset_password', { stateToken, newPassword: NEW });
      expect(reset.body).toMatchObject({ status: 'SUCCESS' });
      expect((await client.get('/api/v1/users/ada')).body).toMatchObject({ status: 'ACTIVE' });
    },
  );
});
