import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { createPerson } from './people.js';

const PATH = '/api/v1/authenticators';

async function pathOf(client: Client, key: string): Promise<string> {
  const found = itemsOf(await client.get(PATH)).find((each) => each['key'] === key);
  return `${PATH}/${found?.id}`;
}

onBothWires('authenticators', (emulate) => {
  it('are six in a fresh org', async () => {
    const client = await emulate();
    const reply = await client.get(PATH);
    expect(itemsOf(reply).map(({ key, type, status }) => [key, type, status])).toEqual([
      ['okta_email', 'email', 'ACTIVE'],
      ['okta_verify', 'app', 'ACTIVE'],
      ['okta_password', 'password', 'ACTIVE'],
      ['phone_number', 'phone', 'INACTIVE'],
      ['webauthn', 'security_key', 'INACTIVE'],
      ['security_question', 'security_question', 'ACTIVE'],
    ]);
    expect(reply.headers.get('link')).toBeNull();
    expect((await client.get(await pathOf(client, 'okta_email'))).body).toMatchObject({
      id: expect.stringMatching(/^aut\w{17}$/),
      settings: { allowedFor: 'recovery', tokenLifetimeInMinutes: 5 },
      _links: { self: { hints: { allow: ['GET', 'PUT'] } }, methods: {}, deactivate: {} },
    });
    expect((await client.get(await pathOf(client, 'okta_verify'))).body).toMatchObject({
      settings: {
        compliance: { fips: 'OPTIONAL' },
        channelBinding: { style: 'NUMBER_CHALLENGE', required: 'NEVER' },
        userVerification: 'PREFERRED',
      },
    });
    expect((await client.get(await pathOf(client, 'okta_password'))).body).not.toHaveProperty('_links.deactivate');
    expect(errorOf(await client.get(`${PATH}/aut1`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });

  it.each([
    ['true', 'ACTIVE'],
    ['false', 'INACTIVE'],
  ])('are created with activate=%s', async (activate, status) => {
    const client = await emulate();
    const body = { key: 'google_otp', name: 'Google Authenticator' };
    const reply = await client.post(`${PATH}?activate=${activate}`, body);
    expect(reply).toMatchObject({ status: 200, body: { ...body, type: 'app', status } });
    expect(errorOf(await client.post(PATH, body))).toMatchObject({ status: 409, errorCode: 'E0000157' });
    const types = itemsOf(await client.get('/api/v1/logs')).map(({ eventType }) => eventType);
    expect(types).toContain('security.authenticator.lifecycle.create');
  });

  it.each([
    ['mail, which every org has', { key: 'okta_email', name: 'Email' }],
    ['one without a name', { key: 'google_otp' }],
    ['one without a key', { name: 'Google Authenticator' }],
  ])('cannot be created: %s', async (_, body) => {
    const client = await emulate();
    expect(errorOf(await client.post(PATH, body))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('keep the keys of other services to themselves', async () => {
    const client = await emulate();
    const configuration = { host: 'api.duo.test', integrationKey: 'key', secretKey: 'hush' };
    const provider = { type: 'DUO', configuration: { ...configuration, userNameTemplate: { template: 'oktaId' } } };
    const reply = await client.post(PATH, { key: 'duo', name: 'Duo', provider });
    expect(reply.body).toMatchObject({ provider: { configuration: { host: 'api.duo.test' } } });
    expect(reply.text).not.toContain('hush');
  });

  it('are replaced by key and name', async () => {
    const client = await emulate();
    const path = await pathOf(client, 'okta_email');
    const settings = { allowedFor: 'any', tokenLifetimeInMinutes: 10 };
    const reply = await client.put(path, { key: 'okta_email', name: 'Mail', settings });
    expect(reply).toMatchObject({ status: 200, body: { name: 'Mail', settings } });
    expect(errorOf(await client.put(path, { key: 'okta_email' })).errorCode).toBe('E0000001');
    const phone = await client.put(await pathOf(client, 'phone_number'), { key: 'phone_number', name: 'Phone' });
    expect(errorOf(phone)).toMatchObject({ status: 400, errorCode: 'E0000226' });
  });

  it('are switched on and off, unless a policy needs them', async () => {
    const client = await emulate();
    const question = await pathOf(client, 'security_question');
    const off = await client.post(`${question}/lifecycle/deactivate`);
    expect(off).toMatchObject({ status: 200, body: { status: 'INACTIVE', _links: { activate: {} } } });
    expect(errorOf(await client.post(`${question}/lifecycle/deactivate`))).toMatchObject({
      status: 400,
      errorCode: 'E0000001',
    });
    expect((await client.post(`${question}/lifecycle/activate`)).body).toMatchObject({ status: 'ACTIVE' });
    const used = await client.post(`${await pathOf(client, 'okta_verify')}/lifecycle/deactivate`);
    expect(errorOf(used)).toMatchObject({
      status: 403,
      errorCode: 'E0000148',
      causes: [expect.stringContaining('Default Policy')],
    });
    const password = await client.post(`${await pathOf(client, 'okta_password')}/lifecycle/deactivate`);
    expect(errorOf(password).status).toBe(400);
  });

  it('refuse the enrollment of their factors while switched off', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const path = await pathOf(client, 'security_question');
    const profile = { question: 'disliked_food', answer: 'mayonnaise' };
    const enroll = () =>
      client.post('/api/v1/users/ada/factors', { factorType: 'question', provider: 'OKTA', profile });
    await client.post(`${path}/lifecycle/deactivate`);
    expect(errorOf(await enroll())).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const catalog = (await client.get('/api/v1/users/ada/factors/catalog')).body as readonly { factorType: string }[];
    expect(catalog.map(({ factorType }) => factorType)).not.toContain('question');
    await client.post(`${path}/lifecycle/activate`);
    expect((await enroll()).status).toBe(200);
  });
});

onBothWires('methods of authenticators', (emulate) => {
  it.each([
    ['okta_email', ['email']],
    ['okta_verify', ['push', 'totp', 'signed_nonce']],
    ['phone_number', ['sms', 'voice']],
    ['okta_password', ['password']],
  ])('of %s are known', async (key, types) => {
    const client = await emulate();
    const path = await pathOf(client, key);
    const methods = itemsOf(await client.get(`${path}/methods`));
    expect(methods.map(({ type }) => type)).toEqual(types);
    expect((await client.get(`${path}/methods/${types[0]}`)).body).toEqual(methods[0]);
    expect(errorOf(await client.get(`${path}/methods/duo`)).status).toBe(404);
  });

  it('are replaced, and switched on and off', async () => {
    const client = await emulate();
    const path = `${await pathOf(client, 'okta_verify')}/methods/push`;
    const settings = { algorithms: ['RS256'], keyProtection: 'HARDWARE', transactionTypes: ['LOGIN', 'CIBA'] };
    expect((await client.put(path, { type: 'push', settings })).body).toMatchObject({ settings });
    expect((await client.post(`${path}/lifecycle/deactivate`)).body).toMatchObject({ status: 'INACTIVE', settings });
    expect((await client.post(`${path}/lifecycle/activate`)).body).toMatchObject({ status: 'ACTIVE' });
    const only = `${await pathOf(client, 'security_question')}/methods/security_question/lifecycle/deactivate`;
    expect(errorOf(await client.post(only)).errorCode).toBe('E0000001');
  });

  it('verify the domain of security keys by a DNS record', async () => {
    const client = await emulate();
    const path = `${await pathOf(client, 'webauthn')}/methods/webauthn`;
    expect(errorOf(await client.post(`${path}/verify-rp-id-domain`)).status).toBe(404);
    const rpId = { enabled: false, domain: { name: 'example.com' } };
    expect((await client.put(path, { type: 'webauthn', settings: { rpId } })).body).toMatchObject({
      settings: {
        attachment: 'ANY',
        rpId: {
          domain: {
            validationStatus: 'NOT_STARTED',
            dnsRecord: { recordType: 'TXT', fqdn: '_oktaverification.example.com' },
          },
        },
      },
    });
    expect((await client.post(`${path}/verify-rp-id-domain`)).status).toBe(204);
    expect((await client.get(path)).body).toMatchObject({
      settings: { rpId: { domain: { validationStatus: 'VERIFIED' } } },
    });
  });

  it('set how passcodes of custom tokens are computed', async () => {
    const client = await emulate();
    const reply = await client.post(PATH, { key: 'custom_otp', name: 'Tokens' });
    const path = `${PATH}/${idOf(reply)}/methods/otp`;
    const method = { type: 'otp', algorithm: 'HMacSHA256', passCodeLength: 8, factorProfileId: 'fpr1' };
    expect((await client.put(path, method)).body).toMatchObject({ ...method, timeIntervalInSeconds: 30 });
  });
});

const AAGUID = 'cb69481e-8ff7-4039-93ec-0a2729a154a8';

onBothWires('custom AAGUIDs', (emulate) => {
  it('belong to security keys', async () => {
    const client = await emulate();
    const path = `${await pathOf(client, 'webauthn')}/aaguids`;
    const made = await client.post(path, { aaguid: AAGUID, authenticatorCharacteristics: { fipsCompliant: true } });
    expect(made.body).toEqual({
      aaguid: AAGUID,
      name: AAGUID,
      authenticatorCharacteristics: { fipsCompliant: true, hardwareProtected: false, platformAttached: false },
      attestationRootCertificates: [],
      _links: { self: { href: `${client.emulator.url}${path}/${AAGUID}`, hints: expect.any(Object) } },
    });
    expect((await client.get(path)).body).toEqual([made.body]);
    const one = `${path}/${AAGUID}`;
    const patch = {
      headers: { Authorization: `SSWS ${client.emulator.token}`, 'Content-Type': 'application/merge-patch+json' },
    };
    const patched = await client.send('PATCH', one, { ...patch, body: JSON.stringify({ name: 'Ours' }) });
    expect(patched.body).toMatchObject({ name: 'Ours', authenticatorCharacteristics: { fipsCompliant: true } });
    expect((await client.put(one, {})).body).toMatchObject({
      name: AAGUID,
      authenticatorCharacteristics: { fipsCompliant: false },
    });
    expect((await client.delete(one)).status).toBe(204);
    expect(errorOf(await client.get(one)).status).toBe(404);
  });

  it.each([
    ['twice', { aaguid: AAGUID }],
    ['if it is none', { aaguid: 'aaguid' }],
    [
      'with something else than a certificate',
      { aaguid: AAGUID.replace('c', 'd'), attestationRootCertificates: [{ x5c: 'AAAA' }] },
    ],
  ])('refuse one %s', async (_, body) => {
    const client = await emulate();
    const path = `${await pathOf(client, 'webauthn')}/aaguids`;
    await client.post(path, { aaguid: AAGUID });
    expect(errorOf(await client.post(path, body))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});
