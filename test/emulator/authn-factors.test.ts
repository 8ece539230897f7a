import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { passcodeAt } from './passcode.js';
import { createPerson } from './people.js';
import { authn, ruleSignOn, signIn } from './sign-in.js';

const FACTORS = '/api/v1/users/ada/factors';
const SMS = { factorType: 'sms', provider: 'OKTA', profile: { phoneNumber: '+15554151337' } };
const TOTP = { factorType: 'token:software:totp', provider: 'OKTA' };

async function withFactorRequired(client: Client): Promise<void> {
  await createPerson(client, 'ada');
  await ruleSignOn(client, { requireFactor: true, factorPromptMode: 'ALWAYS' });
}

function lastCode({ emulator }: Client): string {
  return emulator.outbox().at(-1)?.passCode ?? '';
}

function embeddedIn(body: unknown): { factor: { id: string; _embedded: { activation: { sharedSecret: string } } } } {
  return (body as { _embedded: ReturnType<typeof embeddedIn> })._embedded;
}

onBothWires('signing in with a factor', (emulate) => {
  it('asks for one of the factors, with most of the number hidden', async () => {
    const client = await emulate();
    await withFactorRequired(client);
    const id = idOf(await client.post(`${FACTORS}?activate=true`, SMS));
    const { body, stateToken } = await signIn(client);
    const href = `${client.emulator.url}/api/v1/authn/factors/${id}/verify`;
    expect(body).toMatchObject({
      status: 'MFA_REQUIRED',
      _embedded: {
        factors: [
          {
            id,
            factorType: 'sms',
            provider: 'OKTA',
            profile: { phoneNumber: '+1 XXX-XXX-1337' },
            _links: { verify: { href, hints: { allow: ['POST'] } } },
          },
        ],
      },
    });
    expect(body).not.toHaveProperty('sessionToken');
    const challenged = await authn(client, `/factors/${id}/verify`, { stateToken });
    expect(challenged.body).toMatchObject({
      status: 'MFA_CHALLENGE',
      _embedded: { factor: { id } },
      _links: { next: { name: 'verify', href }, prev: {}, resend: [{ name: 'sms' }] },
    });
    const wrong = await authn(client, `/factors/${id}/verify`, { stateToken, passCode: 'wrong' });
    expect(errorOf(wrong)).toMatchObject({ status: 403, errorCode: 'E0000068' });
    const right = await authn(client, `/factors/${id}/verify`, { stateToken, passCode: lastCode(client) });
    expect(right.body).toMatchObject({ status: 'SUCCESS', sessionToken: expect.any(String) });
    const types = itemsOf(await client.get('/api/v1/logs')).map(({ eventType }) => eventType);
    expect(types).toContain('user.authentication.auth_via_mfa');
    const { body: session } = await client.post('/api/v1/sessions', { sessionToken: right.sessionToken });
    expect(session).toMatchObject({ amr: ['pwd', 'mfa', 'sms'], lastFactorVerification: '2026-03-04T10:08:01.000Z' });
  });

  it('sends another code only after a while, and goes back', async () => {
    const client = await emulate();
    await withFactorRequired(client);
    const id = idOf(await client.post(`${FACTORS}?activate=true`, SMS));
    const { stateToken } = await signIn(client);
    await authn(client, `/factors/${id}/verify`, { stateToken });
    const soon = await authn(client, `/factors/${id}/verify/resend`, { stateToken });
    expect(errorOf(soon)).toMatchObject({ status: 429, errorCode: 'E0000109' });
    client.clock.tick(30_000);
    expect((await authn(client, `/factors/${id}/verify/resend`, { stateToken })).status).toBe(200);
    expect((await authn(client, '/previous', { stateToken })).body).toMatchObject({ status: 'MFA_REQUIRED' });
  });

  it('asks for the factor before an expired password is changed', async () => {
    const client = await emulate();
    await withFactorRequired(client);
    const profile = { question: 'disliked_food', answer: 'mayonnaise' };
    const id = idOf(await client.post(FACTORS, { factorType: 'question', provider: 'OKTA', profile }));
    await client.post('/api/v1/users/ada/lifecycle/expire_password');
    const { body, stateToken } = await signIn(client);
    expect(body).toMatchObject({ status: 'MFA_REQUIRED' });
    const verified = await authn(client, `/factors/${id}/verify`, { stateToken, answer: 'Mayonnaise' });
    expect(verified.body).toMatchObject({ status: 'PASSWORD_EXPIRED' });
  });

  it.each([
    ['approve', { status: 'SUCCESS' }],
    ['reject', { status: 'MFA_CHALLENGE', factorResult: 'REJECTED' }],
  ] as const)('waits for a device whose user chooses to %s', async (answer, expected) => {
    const client = await emulate();
    await withFactorRequired(client);
    const id = idOf(await client.post(FACTORS, { factorType: 'push', provider: 'OKTA' }));
    client.emulator.answerPush('ada', 'approve');
    const { stateToken } = await signIn(client);
    const path = `/factors/${id}/verify`;
    const waiting = { status: 'MFA_CHALLENGE', factorResult: 'WAITING', _links: { next: { name: 'poll' } } };
    expect((await authn(client, path, { stateToken })).body).toMatchObject(waiting);
    expect((await authn(client, path, { stateToken })).body).toMatchObject(waiting);
    client.emulator.answerPush('ada', answer);
    expect((await authn(client, path, { stateToken })).body).toMatchObject(expected);
  });

  it('has those who have no factor enroll one', async () => {
    const client = await emulate();
    await withFactorRequired(client);
    const { body, stateToken } = await signIn(client);
    expect(body).toMatchObject({
      status: 'MFA_ENROLL',
      _embedded: {
        factors: expect.arrayContaining([
          expect.objectContaining({ factorType: 'push', status: 'NOT_SETUP', enrollment: 'OPTIONAL' }),
        ]),
      },
    });
    const begun = await authn(client, '/factors', { stateToken, ...TOTP });
    const { factor } = embeddedIn(begun.body);
    const activate = `/factors/${factor.id}/lifecycle/activate`;
    expect(begun.body).toMatchObject({
      status: 'MFA_ENROLL_ACTIVATE',
      _links: { next: { name: 'activate', href: `${client.emulator.url}/api/v1/authn${activate}` }, prev: {} },
    });
    const wrong = await authn(client, activate, { stateToken, passCode: 'wrong' });
    expect(errorOf(wrong).errorCode).toBe('E0000068');
    const passCode = passcodeAt(factor._embedded.activation.sharedSecret, client.clock.now());
    expect((await authn(client, activate, { stateToken, passCode })).body).toMatchObject({ status: 'SUCCESS' });
    expect((await signIn(client)).body).toMatchObject({ status: 'MFA_REQUIRED' });
  });

  it('offers further factors to those who ask for them, but none that the policy does not allow', async () => {
    const client = await emulate();
    await withFactorRequired(client);
    const { stateToken } = await signIn(client, { options: { multiOptionalFactorEnroll: true } });
    expect(errorOf(await authn(client, '/factors', { stateToken, ...SMS }))).toMatchObject({
      status: 400,
      errorCode: 'E0000001',
    });
    const first = await authn(client, '/factors', { stateToken, factorType: 'email', provider: 'OKTA' });
    const { id } = embeddedIn(first.body).factor;
    const activated = await authn(client, `/factors/${id}/lifecycle/activate`, {
      stateToken,
      passCode: lastCode(client),
    });
    expect(activated.body).toMatchObject({ status: 'MFA_ENROLL', _links: { skip: {} } });
    expect((await authn(client, '/skip', { stateToken })).body).toMatchObject({ status: 'SUCCESS' });
  });

  it('enrolls a device, and forgets it when going back', async () => {
    const client = await emulate();
    await withFactorRequired(client);
    const { stateToken } = await signIn(client);
    const push = { stateToken, factorType: 'push', provider: 'OKTA' };
    await authn(client, '/factors', push);
    expect((await authn(client, '/previous', { stateToken })).body).toMatchObject({ status: 'MFA_ENROLL' });
    expect(itemsOf(await client.get(FACTORS))).toEqual([]);
    const { id } = embeddedIn((await authn(client, '/factors', push)).body).factor;
    const poll = `/factors/${id}/lifecycle/activate/poll`;
    expect((await authn(client, poll, { stateToken })).body).toMatchObject({ factorResult: 'WAITING' });
    client.emulator.answerPush('ada', 'approve');
    expect((await authn(client, poll, { stateToken })).body).toMatchObject({ status: 'SUCCESS' });
  });

  it('lets nobody in whom the policy keeps out', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    await ruleSignOn(client, { access: 'DENY' });
    expect(errorOf(await signIn(client))).toMatchObject({ status: 401, errorCode: 'E0000004' });
    const filter = 'eventType eq "policy.evaluate_sign_on"';
    expect(itemsOf(await client.get('/api/v1/logs', { filter }))[0]).toMatchObject({ outcome: { result: 'DENY' } });
  });
});
