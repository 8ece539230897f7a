import { createCipheriv } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { createPerson } from './people.js';

const FACTORS = '/api/v1/users/ada/factors';
const PUSH = { factorType: 'push', provider: 'OKTA' };
const LOGIN = 'ada@example.com';

async function enrolledPush(client: Client): Promise<string> {
  await createPerson(client, 'ada');
  return `${FACTORS}/${idOf(await client.post(FACTORS, PUSH))}`;
}

async function activePush(client: Client): Promise<string> {
  const path = await enrolledPush(client);
  client.emulator.answerPush(LOGIN, 'approve');
  return path;
}

function hrefIn(body: unknown, link: string): string {
  const { _links } = body as { _links: Record<string, { href: string }> };
  return _links[link]?.href ?? '';
}

onBothWires('factors on devices', (emulate) => {
  it('waits until the device is paired', async () => {
    const client = await emulate();
    const path = await enrolledPush(client);
    expect((await client.get(path)).body).toMatchObject({ status: 'PENDING_ACTIVATION', _links: { poll: {} } });
    const poll = await client.post(`${path}/lifecycle/activate`);
    expect(poll.body).toMatchObject({ factorResult: 'WAITING', expiresAt: '2026-03-04T10:18:01.000Z' });
    expect(client.emulator.answerPush(LOGIN, 'approve')).toBe(true);
    expect((await client.post(`${path}/lifecycle/activate`)).body).toMatchObject({
      status: 'ACTIVE',
      profile: { credentialId: LOGIN, platform: 'IOS' },
    });
    expect(client.emulator.answerPush(LOGIN, 'approve')).toBe(false);
    const types = itemsOf(await client.get('/api/v1/logs')).map(({ eventType }) => eventType);
    expect(types).toContain('user.mfa.factor.activate');
  });

  it('starts pairing over when it ran out', async () => {
    const client = await emulate();
    const path = await enrolledPush(client);
    client.clock.tick(600_001);
    expect(client.emulator.answerPush(LOGIN, 'approve')).toBe(false);
    const activate = () => client.post(`${path}/lifecycle/activate`);
    expect((await activate()).body).toMatchObject({ factorResult: 'TIMEOUT' });
    expect((await activate()).body).toMatchObject({ factorResult: 'WAITING' });
    client.emulator.answerPush(LOGIN, 'approve');
    expect((await activate()).body).toMatchObject({ status: 'ACTIVE' });
  });

  it.each([
    ['approve', 'SUCCESS'],
    ['reject', 'REJECTED'],
  ] as const)('tells that the user chose to %s', async (answer, factorResult) => {
    const client = await emulate();
    const path = await activePush(client);
    const asked = await client.post(`${path}/verify`);
    expect(asked).toMatchObject({
      status: 201,
      body: { factorResult: 'WAITING', expiresAt: '2026-03-04T10:13:01.000Z' },
    });
    const poll = hrefIn(asked.body, 'poll');
    expect((await client.get(poll)).body).toMatchObject({ factorResult: 'WAITING' });
    expect(client.emulator.answerPush(LOGIN, answer)).toBe(true);
    expect((await client.get(poll)).body).toMatchObject({ factorResult });
  });

  it('gives up on a device that does not answer', async () => {
    const client = await emulate();
    const path = await activePush(client);
    const poll = hrefIn((await client.post(`${path}/verify`)).body, 'poll');
    client.clock.tick(300_001);
    expect((await client.get(poll)).body).toMatchObject({ factorResult: 'TIMEOUT', _links: { verify: {} } });
    expect(errorOf(await client.get(`${path}/transactions/mst1`))).toMatchObject({
      status: 404,
      errorCode: 'E0000007',
    });
  });

  it('withdraws a question', async () => {
    const client = await emulate();
    const path = await activePush(client);
    const cancel = hrefIn((await client.post(`${path}/verify`)).body, 'cancel');
    expect((await client.delete(cancel)).status).toBe(204);
    expect(client.emulator.answerPush(LOGIN, 'approve')).toBe(false);
    expect((await client.send('DELETE', cancel, { headers: {} })).status).toBe(403);
  });

  it('asks for a number if it is to', async () => {
    const client = await emulate();
    const path = await activePush(client);
    const { body } = await client.post(`${path}/verify`, { useNumberMatchingChallenge: true });
    const { correctAnswer } = (body as { _embedded: { challenge: { correctAnswer: number } } })._embedded.challenge;
    expect(client.emulator.outbox().at(-1)).toMatchObject({
      kind: 'push',
      text: `Choose ${correctAnswer} to sign in.`,
    });
  });

  it.each([
    ['webauthn', 'attestation'],
    ['u2f', 'registrationData'],
  ])('registers and verifies a %s key by what it signs', async (factorType, member) => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const reply = await client.post(FACTORS, { factorType, provider: 'FIDO' });
    const { activation } = (reply.body as { _embedded: { activation: Record<string, string> } })._embedded;
    const path = `${FACTORS}/${idOf(reply)}`;
    const signed = (challenge: unknown) => Buffer.from(JSON.stringify({ challenge })).toString('base64');
    const wrong = { [member]: 'AAAA', clientData: signed('another') };
    expect(errorOf(await client.post(`${path}/lifecycle/activate`, wrong)).errorCode).toBe('E0000068');
    const right = { [member]: 'AAAA', clientData: signed(activation['challenge'] ?? activation['nonce']) };
    expect((await client.post(`${path}/lifecycle/activate`, right)).body).toMatchObject({
      status: 'ACTIVE',
      profile: { credentialId: expect.any(String) },
    });
    const asked = await client.post(`${path}/verify`);
    const { challenge } = (asked.body as { _embedded: { challenge: Record<string, string> } })._embedded;
    const proof = { clientData: signed(challenge['challenge']), signatureData: 'AAAA', authenticatorData: 'AAAA' };
    expect((await client.post(`${path}/verify`, proof)).body).toEqual({ factorResult: 'SUCCESS' });
  });
});

const SEED = {
  serialNumber: '4102994',
  publicId: 'ccccccijdufk',
  privateId: '0123456789ab',
  aesKey: '000102030405060708090a0b0c0d0e0f',
};

/** What the key types when it is touched. Source: https://developers.yubico.com/OTP/OTPs_Explained.html */
function touch(counter: number): string {
  const plain = Buffer.alloc(16);
  plain.write(SEED.privateId, 'hex');
  plain.writeUInt16LE(counter, 6);
  let sum = 0xffff;
  for (const byte of plain.subarray(0, 14)) {
    sum ^= byte;
    for (let i = 0; i < 8; i++) sum = sum & 1 ? (sum >> 1) ^ 0x8408 : sum >> 1;
  }
  plain.writeUInt16LE(~sum & 0xffff, 14);
  const cipher = createCipheriv('aes-128-ecb', Buffer.from(SEED.aesKey, 'hex'), null).setAutoPadding(false);
  const digits = [...cipher.update(plain).toString('hex')].map(
    (digit) => 'cbdefghijklnrtuv'[Number.parseInt(digit, 16)],
  );
  return SEED.publicId + digits.join('');
}

onBothWires('YubiKeys', (emulate) => {
  const tokens = '/api/v1/org/factors/yubikey_token/tokens';
  const yubikey = (passCode: string) => ({ factorType: 'token:hardware', provider: 'YUBICO', verify: { passCode } });

  it('are known once their secrets are uploaded, which nobody reads back', async () => {
    const client = await emulate();
    const reply = await client.post(tokens, SEED);
    expect(reply).toMatchObject({ status: 200, body: { status: 'UNASSIGNED', profile: { serial: '4102994' } } });
    expect(reply.text).not.toContain(SEED.aesKey);
    expect((await client.get(`${tokens}/${idOf(reply)}`)).body).toEqual(reply.body);
    expect(itemsOf(await client.get(tokens))).toEqual([reply.body]);
    expect(errorOf(await client.post(tokens, SEED)).errorCode).toBe('E0000001');
    expect(errorOf(await client.get(`${tokens}/ykk1`)).status).toBe(404);
  });

  it('prove themselves with passcodes that none accepts twice', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    expect(errorOf(await client.post(FACTORS, yubikey(touch(1))))).toMatchObject({
      status: 403,
      errorCode: 'E0000068',
    });
    const token = idOf(await client.post(tokens, SEED));
    const reply = await client.post(FACTORS, yubikey(touch(1)));
    expect(reply.body).toMatchObject({ status: 'ACTIVE', profile: { credentialId: '4102994' } });
    expect((await client.get(`${tokens}/${token}`)).body).toMatchObject({ status: 'ACTIVE' });
    const verify = `${FACTORS}/${idOf(reply)}/verify`;
    expect(errorOf(await client.post(verify, { passCode: touch(1) })).errorCode).toBe('E0000082');
    expect((await client.post(verify, { passCode: touch(2) })).body).toEqual({ factorResult: 'SUCCESS' });
    await client.delete(`${FACTORS}/${idOf(reply)}`);
    expect((await client.get(`${tokens}/${token}`)).body).toMatchObject({ status: 'UNASSIGNED' });
  });
});
