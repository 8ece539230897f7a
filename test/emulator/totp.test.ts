import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, onBothWires } from './client.js';
import { passcodeAt } from './passcode.js';
import { createPerson } from './people.js';

const STEP = 30_000;

interface Enrolled {
  readonly path: string;
  readonly secret: string;
}

async function enrollTotp(client: Client, provider = 'GOOGLE'): Promise<Enrolled> {
  await createPerson(client, 'ada');
  const reply = await client.post('/api/v1/users/ada/factors', { factorType: 'token:software:totp', provider });
  const body = reply.body as { _embedded: { activation: { sharedSecret: string } } };
  return { path: `/api/v1/users/ada/factors/${idOf(reply)}`, secret: body._embedded.activation.sharedSecret };
}

async function activeTotp(client: Client): Promise<Enrolled> {
  const enrolled = await enrollTotp(client);
  const passCode = passcodeAt(enrolled.secret, client.clock.now());
  await client.post(`${enrolled.path}/lifecycle/activate`, { passCode });
  client.clock.tick(STEP);
  return enrolled;
}

it('computes passcodes as RFC 6238 does', () => {
  // Test vectors of appendix B, of which six digits are left.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(passcodeAt(secret, 59_000)).toBe('287082');
  expect(passcodeAt(secret, 1_111_111_109_000)).toBe('081804');
  expect(passcodeAt(secret, 20_000_000_000_000)).toBe('353130');
});

onBothWires('factors with computed passcodes', (emulate) => {
  it.each(['OKTA', 'GOOGLE'])('shares a secret as a factor of %s is enrolled, and never again', async (provider) => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const reply = await client.post('/api/v1/users/ada/factors', { factorType: 'token:software:totp', provider });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        factorType: 'token:software:totp',
        provider,
        vendorName: provider,
        status: 'PENDING_ACTIVATION',
        profile: { credentialId: 'ada@example.com' },
        _embedded: {
          activation: {
            timeStep: 30,
            sharedSecret: expect.stringMatching(/^[A-Z2-7]{16}$/),
            encoding: 'base32',
            keyLength: 16,
            _links: { qrcode: { href: expect.stringContaining(`/factors/${idOf(reply)}/qr/`), type: 'image/png' } },
          },
        },
        _links: { activate: { href: expect.stringMatching(/\/lifecycle\/activate$/), hints: { allow: ['POST'] } } },
      },
    });
    const read = await client.get(`/api/v1/users/ada/factors/${idOf(reply)}`);
    expect(read).toMatchObject({ status: 200, body: { id: idOf(reply) } });
    expect(read.text).not.toContain('sharedSecret');
  });

  it('is active once the right passcode has come', async () => {
    const client = await emulate();
    const { path, secret } = await enrollTotp(client);
    const reply = await client.post(`${path}/lifecycle/activate`, { passCode: passcodeAt(secret, client.clock.now()) });
    expect(reply).toMatchObject({ status: 200, body: { status: 'ACTIVE' } });
    expect(reply.body).toHaveProperty(
      '_links.verify.href',
      `${client.emulator.url}${path.replace('ada', idIn(reply.body))}/verify`,
    );
    expect(reply.text).not.toContain(secret);
    expect(errorOf(await client.post(`${path}/lifecycle/activate`, { passCode: '000000' }))).toMatchObject({
      status: 403,
      errorCode: 'E0000107',
    });
  });

  it.each([-STEP, 0, STEP])('accepts a device whose clock is off by %i ms', async (off) => {
    const client = await emulate();
    const { path, secret } = await activeTotp(client);
    client.clock.tick(2 * STEP);
    const passCode = passcodeAt(secret, client.clock.now() + off);
    expect((await client.post(`${path}/verify`, { passCode })).body).toEqual({ factorResult: 'SUCCESS' });
  });

  it.each([-4 * STEP, 3 * STEP])('knows a passcode that is off by %i ms, and refuses it', async (off) => {
    const client = await emulate();
    const { path, secret } = await activeTotp(client);
    client.clock.tick(10 * STEP);
    const passCode = passcodeAt(secret, client.clock.now() + off);
    expect(errorOf(await client.post(`${path}/verify`, { passCode }))).toMatchObject({
      status: 403,
      errorCode: 'E0000083',
    });
  });

  it('accepts no passcode twice, not even the one that activated', async () => {
    const client = await emulate();
    const { path, secret } = await enrollTotp(client);
    const passCode = passcodeAt(secret, client.clock.now());
    await client.post(`${path}/lifecycle/activate`, { passCode });
    const again = await client.post(`${path}/verify`, { passCode });
    expect(errorOf(again)).toMatchObject({ status: 403, errorCode: 'E0000082' });
    client.clock.tick(STEP);
    const next = { passCode: passcodeAt(secret, client.clock.now()) };
    expect((await client.post(`${path}/verify`, next)).status).toBe(200);
    expect(errorOf(await client.post(`${path}/verify`, next)).errorCode).toBe('E0000082');
  });

  it('locks the user after five wrong passcodes until an admin helps', async () => {
    const client = await emulate();
    const { path, secret } = await activeTotp(client);
    for (let i = 0; i < 5; i++) {
      expect(errorOf(await client.post(`${path}/verify`, { passCode: 'wrong' }))).toEqual({
        status: 403,
        errorCode: 'E0000068',
        causes: ["Your passcode doesn't match our records. Please try again."],
      });
    }
    const passCode = passcodeAt(secret, client.clock.now());
    expect(errorOf(await client.post(`${path}/verify`, { passCode }))).toMatchObject({
      status: 403,
      errorCode: 'E0000069',
    });
    expect((await client.get('/api/v1/users/ada')).body).toMatchObject({ status: 'LOCKED_OUT' });
    await client.post('/api/v1/users/ada/lifecycle/unlock');
    expect((await client.post(`${path}/verify`, { passCode })).status).toBe(200);
  });

  it('begins anew when it is enrolled again before it is active, and not afterwards', async () => {
    const client = await emulate();
    const first = await enrollTotp(client);
    const wanted = { factorType: 'token:software:totp', provider: 'GOOGLE' };
    const second = await client.post('/api/v1/users/ada/factors', wanted);
    const { _embedded } = second.body as { _embedded: { activation: { sharedSecret: string } } };
    const { sharedSecret } = _embedded.activation;
    expect(sharedSecret).not.toBe(first.secret);
    const passCode = passcodeAt(sharedSecret, client.clock.now());
    expect((await client.post(`${first.path}/lifecycle/activate`, { passCode })).status).toBe(200);
    expect(errorOf(await client.post('/api/v1/users/ada/factors', wanted))).toMatchObject({
      status: 400,
      causes: ['A factor of this type is already set up.'],
    });
  });
});

function idIn(body: unknown): string {
  const { _links } = body as { _links: { user: { href: string } } };
  return _links.user.href.split('/').at(-1) ?? '';
}
