import { createHash, pbkdf2Sync } from 'node:crypto';
import { hashSync } from 'bcryptjs';
import { expect, it } from 'vitest';
import { type Client, errorOf, itemsOf, onBothWires } from './client.js';
import { createPerson, PASSWORD, profileOf } from './people.js';
import { receive } from './receiver.js';
import { authn, rulePasswords, signIn } from './sign-in.js';

const NEW = 'An0therSecret';
const WRONG = { status: 401, errorCode: 'E0000004', causes: [] };

async function ada(client: Client): Promise<void> {
  await createPerson(client, 'ada');
}

async function eventsOf(client: Client, eventType: string) {
  return itemsOf(await client.get('/api/v1/logs', { filter: `eventType eq "${eventType}"` }));
}

onBothWires('signing in with a password', (emulate) => {
  it('gives a session token to those who know it', async () => {
    const client = await emulate();
    await ada(client);
    const step = await signIn(client, { relayState: '/inbox' });
    expect(step.status).toBe(200);
    expect(step.body).toEqual({
      expiresAt: '2026-03-04T10:13:01.000Z',
      status: 'SUCCESS',
      relayState: '/inbox',
      sessionToken: expect.stringMatching(/^20111[\w-]{50}$/),
      _embedded: {
        user: {
          id: expect.stringMatching(/^00u/),
          passwordChanged: '2026-03-04T10:08:01.000Z',
          profile: {
            login: 'ada@example.com',
            firstName: 'ada',
            lastName: 'Lovelace',
            locale: 'en_US',
            timeZone: 'America/Los_Angeles',
          },
        },
      },
      _links: { cancel: { href: `${client.emulator.url}/api/v1/authn/cancel`, hints: { allow: ['POST'] } } },
    });
    const [event] = await eventsOf(client, 'user.session.start');
    expect(event).toMatchObject({ actor: { alternateId: 'ada@example.com' }, outcome: { result: 'SUCCESS' } });
  });

  it('takes logins without their domain', async () => {
    const client = await emulate();
    await ada(client);
    expect((await authn(client, '', { username: 'ada', password: PASSWORD })).status).toBe(200);
  });

  it('says the same to everybody who gets it wrong', async () => {
    const client = await emulate();
    await ada(client);
    await client.post('/api/v1/users?activate=false', {
      profile: profileOf('eve'),
      credentials: { password: { value: PASSWORD } },
    });
    expect(errorOf(await signIn(client, { password: 'wrong' }))).toEqual(WRONG);
    expect(errorOf(await signIn(client, { username: 'nobody' }))).toEqual(WRONG);
    expect(errorOf(await signIn(client, { username: 'eve@example.com' }))).toEqual(WRONG);
    await client.post('/api/v1/users/ada/lifecycle/suspend');
    expect(errorOf(await signIn(client))).toEqual(WRONG);
    const [event] = await eventsOf(client, 'user.session.start');
    expect(event).toMatchObject({ outcome: { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' }, severity: 'WARN' });
  });

  it.each([{ password: '' }, { username: '' }])('wants both, not %o', async (body) => {
    const client = await emulate();
    await ada(client);
    expect(errorOf(await signIn(client, body))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('locks users after ten wrong passwords, and starts counting anew after a right one', async () => {
    const client = await emulate();
    await ada(client);
    const fail = async (times: number) => {
      for (let i = 0; i < times; i++) await signIn(client, { password: 'wrong' });
    };
    await fail(9);
    expect((await signIn(client)).status).toBe(200);
    await fail(10);
    expect(errorOf(await signIn(client))).toEqual(WRONG);
    expect((await client.get('/api/v1/users/ada')).body).toMatchObject({ status: 'LOCKED_OUT' });
    expect(await eventsOf(client, 'user.account.lock')).toHaveLength(1);
    await client.post('/api/v1/users/ada/lifecycle/unlock');
    await fail(1);
    expect((await signIn(client)).status).toBe(200);
  });

  it('tells of the lock if the policy says so, and opens it after a while', async () => {
    const client = await emulate();
    await ada(client);
    await rulePasswords(client, { lockout: { maxAttempts: 1, showLockoutFailures: true, autoUnlockMinutes: 10 } });
    expect((await signIn(client, { password: 'wrong' })).body).toMatchObject({
      status: 'LOCKED_OUT',
      _links: { next: { name: 'unlock', href: `${client.emulator.url}/api/v1/authn/recovery/unlock` } },
    });
    client.clock.tick(600_000);
    expect((await signIn(client)).body).toMatchObject({ status: 'SUCCESS' });
  });

  it('has an expired password changed first', async () => {
    const client = await emulate();
    await ada(client);
    await client.post('/api/v1/users/ada/lifecycle/expire_password');
    const { body, stateToken } = await signIn(client);
    expect(body).toMatchObject({
      stateToken: expect.stringMatching(/^00[\w-]{40}$/),
      status: 'PASSWORD_EXPIRED',
      _embedded: { policy: { complexity: { minLength: 8, minLowerCase: 1, minSymbol: 0 } } },
      _links: { next: { name: 'changePassword' }, cancel: {} },
    });
    const path = '/credentials/change_password';
    const wrong = await authn(client, path, { stateToken, oldPassword: 'wrong', newPassword: NEW });
    expect(errorOf(wrong)).toMatchObject({ status: 403, errorCode: 'E0000014' });
    const weak = await authn(client, path, { stateToken, oldPassword: PASSWORD, newPassword: 'weak' });
    expect(errorOf(weak)).toMatchObject({ status: 403, errorCode: 'E0000080' });
    const right = await authn(client, path, { stateToken, oldPassword: PASSWORD, newPassword: NEW });
    expect(right.body).toMatchObject({ status: 'SUCCESS', sessionToken: expect.any(String) });
    expect((await client.get('/api/v1/users/ada')).body).toMatchObject({ status: 'ACTIVE' });
    expect((await signIn(client, { password: NEW })).status).toBe(200);
  });

  it('lets passwords expire by age, after a warning that can be skipped', async () => {
    const client = await emulate();
    await ada(client);
    await rulePasswords(client, { age: { maxAgeDays: 10, expireWarnDays: 3 } });
    client.clock.tick(8 * 86_400_000);
    expect((await signIn(client)).body).toMatchObject({ status: 'SUCCESS' });
    const warned = await signIn(client, { options: { warnBeforePasswordExpired: true } });
    expect(warned.body).toMatchObject({
      status: 'PASSWORD_WARN',
      _embedded: { policy: { expiration: { passwordExpireDays: 2 } } },
      _links: { next: { name: 'changePassword' }, skip: {} },
    });
    expect((await authn(client, '/skip', { stateToken: warned.stateToken })).body).toMatchObject({ status: 'SUCCESS' });
    client.clock.tick(3 * 86_400_000);
    expect((await signIn(client)).body).toMatchObject({ status: 'PASSWORD_EXPIRED' });
  });

  it('keeps to the order of steps, and forgets a sign-in that is given up or grows old', async () => {
    const client = await emulate();
    await ada(client);
    await client.post('/api/v1/users/ada/lifecycle/expire_password');
    const { stateToken } = await signIn(client, { relayState: '/inbox' });
    expect(errorOf(await authn(client, '/skip', { stateToken }))).toMatchObject({ status: 403, errorCode: 'E0000079' });
    client.clock.tick(299_000);
    expect((await authn(client, '', { stateToken })).body).toMatchObject({
      status: 'PASSWORD_EXPIRED',
      expiresAt: '2026-03-04T10:18:00.000Z',
    });
    expect((await authn(client, '/cancel', { stateToken })).body).toEqual({ relayState: '/inbox' });
    expect(errorOf(await authn(client, '', { stateToken }))).toMatchObject({ status: 401, errorCode: 'E0000011' });
    const old = (await signIn(client)).stateToken;
    client.clock.tick(300_001);
    expect(errorOf(await authn(client, '', { stateToken: old })).errorCode).toBe('E0000011');
    expect(errorOf(await authn(client, '/cancel', {}))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});

const SALT = Buffer.from('saltsaltsaltsalt');
const bcrypted = hashSync(PASSWORD, 4);

const sha = (algorithm: string, ...parts: readonly (string | Buffer)[]) => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest('base64');
};

const hashes: readonly (readonly [string, object])[] = [
  ['BCRYPT', { algorithm: 'BCRYPT', workFactor: 4, salt: bcrypted.slice(7, 29), value: bcrypted.slice(29) }],
  ['SHA-512', { algorithm: 'SHA-512', value: sha('sha512', PASSWORD) }],
  [
    'SHA-256 with salt before',
    { algorithm: 'SHA-256', salt: SALT.toString('base64'), saltOrder: 'PREFIX', value: sha('sha256', SALT, PASSWORD) },
  ],
  [
    'SHA-1 with salt behind',
    { algorithm: 'SHA-1', salt: SALT.toString('base64'), saltOrder: 'POSTFIX', value: sha('sha1', PASSWORD, SALT) },
  ],
  ['MD5', { algorithm: 'MD5', value: sha('md5', PASSWORD) }],
  [
    'PBKDF2',
    {
      algorithm: 'PBKDF2',
      salt: SALT.toString('base64'),
      iterationCount: 4096,
      keySize: 32,
      digestAlgorithm: 'SHA256_HMAC',
      value: pbkdf2Sync(PASSWORD, SALT, 4096, 32, 'sha256').toString('base64'),
    },
  ],
];

onBothWires('signing in with a password from another system', (emulate) => {
  it.each(hashes)('compares with a hash by %s', async (_, hash) => {
    const client = await emulate();
    await createPerson(client, 'ada', { credentials: { password: { hash } } });
    expect(errorOf(await signIn(client, { password: 'wrong' }))).toEqual(WRONG);
    expect((await signIn(client)).body).toMatchObject({ status: 'SUCCESS' });
    expect((await signIn(client)).body).toMatchObject({ status: 'SUCCESS' });
    expect((await client.get('/api/v1/users/ada')).body).toMatchObject({ credentials: { provider: { type: 'OKTA' } } });
  });
});

onBothWires('signing in with a password that a hook knows', (emulate) => {
  it('asks the hook until it says yes, and never again', async () => {
    const client = await emulate();
    const { url, requests } = await receive(({ text }, response) => {
      const { credential } = JSON.parse(text).data.context;
      const value = { credential: credential.password === PASSWORD ? 'VERIFIED' : 'UNVERIFIED' };
      response.end(JSON.stringify({ commands: [{ type: 'com.okta.action.update', value }] }));
    });
    const channel = { type: 'HTTP', version: '1.0.0', config: { uri: url } };
    const type = 'com.okta.user.credential.password.import';
    await client.post('/api/v1/inlineHooks', { name: 'Import', type, version: '1.0.0', channel });
    await createPerson(client, 'ada', { credentials: { password: { hook: { type: 'default' } } } });
    expect(errorOf(await signIn(client, { password: 'wrong' }))).toEqual(WRONG);
    expect((await signIn(client)).body).toMatchObject({ status: 'SUCCESS' });
    expect((await signIn(client)).body).toMatchObject({ status: 'SUCCESS' });
    expect(requests).toHaveLength(2);
  });
});
