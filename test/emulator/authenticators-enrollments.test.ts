import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { createPerson } from './people.js';

const AUTHENTICATORS = '/api/v1/authenticators';
const ENROLLMENTS = '/api/v1/users/ada/authenticator-enrollments';
const PHONE = '+15554151337';

async function idFor(client: Client, key: string): Promise<string | undefined> {
  return itemsOf(await client.get(AUTHENTICATORS)).find((each) => each['key'] === key)?.id;
}

onBothWires('enrollments of authenticators', (emulate) => {
  it('show a phone that an admin entered, also among the factors', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const authenticatorId = await idFor(client, 'phone_number');
    const body = { authenticatorId, profile: { phoneNumber: PHONE } };
    const reply = await client.post(`${ENROLLMENTS}/phone`, body);
    expect(reply).toMatchObject({
      status: 200,
      body: {
        key: 'phone_number',
        type: 'phone',
        name: 'Phone',
        status: 'ACTIVE',
        profile: { phoneNumber: PHONE },
        _links: {
          self: {},
          user: {},
          authenticator: { href: `${client.emulator.url}${AUTHENTICATORS}/${authenticatorId}` },
        },
      },
    });
    const path = `${ENROLLMENTS}/${idOf(reply)}`;
    expect((await client.get(path)).body).toMatchObject({ profile: { phoneNumber: 'XXXXXXXX1337' } });
    expect((await client.get(`${path}?discloseIdentifiers=true`)).body).toEqual(reply.body);
    expect(itemsOf(await client.get('/api/v1/users/ada/factors'))).toMatchObject([
      { factorType: 'sms', status: 'ACTIVE' },
    ]);
    expect(errorOf(await client.post(`${ENROLLMENTS}/phone`, body))).toMatchObject({
      status: 400,
      errorCode: 'E0000001',
    });
    expect((await client.delete(path)).status).toBe(204);
    expect(errorOf(await client.get(path))).toMatchObject({ status: 404, errorCode: 'E0000007' });
    expect(itemsOf(await client.get('/api/v1/users/ada/factors'))).toEqual([]);
  });

  it('list what was enrolled as factors', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const profile = { question: 'disliked_food', answer: 'mayonnaise' };
    const factor = await client.post('/api/v1/users/ada/factors', {
      factorType: 'question',
      provider: 'OKTA',
      profile,
    });
    expect(itemsOf(await client.get(ENROLLMENTS))).toMatchObject([{ id: idOf(factor), key: 'security_question' }]);
  });

  it('give a temporary code once, for as long as asked', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const configuration = { minTtl: 10, maxTtl: 600, defaultTtl: 120, length: 16, complexity: { numbers: true } };
    const provider = { type: 'tac', configuration };
    const authenticatorId = idOf(await client.post(AUTHENTICATORS, { key: 'tac', name: 'Code', provider }));
    const reply = await client.post(`${ENROLLMENTS}/tac`, { authenticatorId, profile: { ttl: '60', multiUse: true } });
    expect(reply.body).toMatchObject({
      key: 'tac',
      profile: { tac: expect.stringMatching(/^\w{16}$/), multiUse: true, expiresAt: '2026-03-04T11:08:01.000Z' },
    });
    const path = `${ENROLLMENTS}/${idOf(reply)}`;
    expect((await client.get(path)).body).not.toHaveProperty('profile.tac');
    const long = await client.post(`${ENROLLMENTS}/tac`, { authenticatorId, profile: { ttl: '601' } });
    expect(errorOf(long).errorCode).toBe('E0000001');
    expect((await client.delete(path)).status).toBe(204);
    expect(itemsOf(await client.get(ENROLLMENTS))).toEqual([]);
  });

  it('want the right authenticator', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const profile = { phoneNumber: PHONE };
    const wrong = { authenticatorId: await idFor(client, 'okta_email'), profile };
    expect(errorOf(await client.post(`${ENROLLMENTS}/phone`, wrong)).errorCode).toBe('E0000001');
    const unknown = await client.post(`${ENROLLMENTS}/phone`, { authenticatorId: 'aut1', profile });
    expect(errorOf(unknown)).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });
});

onBothWires('security keys that a vendor prepares', (emulate) => {
  const root = '/webauthn-registration/api/v1';
  const jwk = { kty: 'EC', crv: 'P-384', x: 'AAAA', y: 'AAAA', kid: 'key', use: 'enc' };

  async function begun(client: Client) {
    const userId = idOf(await createPerson(client, 'ada'));
    const reply = await client.post(`${root}/enroll`, {
      userId,
      fulfillmentProvider: 'yubico',
      enrollmentRpIds: [],
      yubicoTransportKeyJWK: jwk,
    });
    const { credRequests } = reply.body as { credRequests: readonly { authenticatorEnrollmentId: string }[] };
    return { userId, reply, id: credRequests[0]?.authenticatorEnrollmentId ?? '' };
  }

  it('are enrolled, activated and listed, and then are factors', async () => {
    const client = await emulate();
    const { userId, reply, id } = await begun(client);
    expect(reply.body).toMatchObject({ userId, fulfillmentProvider: 'yubico', pinRequestJwe: expect.any(String) });
    const list = `${root}/users/${userId}/enrollments`;
    expect(itemsOf(await client.get(list))).toMatchObject([
      { id, status: 'PENDING_ACTIVATION', factorType: 'webauthn' },
    ]);
    const credResponses = [{ authenticatorEnrollmentId: id, credResponseJwe: 'a.b.c.d.e' }];
    const activated = await client.post(`${root}/activate`, { userId, credResponses, serial: '1', version: '5' });
    expect(activated.body).toEqual({ userId, fulfillmentProvider: 'yubico', authenticatorEnrollmentIds: [id] });
    expect(itemsOf(await client.get(list))).toMatchObject([{ id, status: 'ACTIVE' }]);
    expect(itemsOf(await client.get(`/api/v1/users/${userId}/factors`))).toMatchObject([
      { id, factorType: 'webauthn' },
    ]);
    expect((await client.delete(`${list}/${id}`)).status).toBe(204);
    expect(itemsOf(await client.get(list))).toEqual([]);
    expect(errorOf(await client.delete(`${list}/${id}`)).status).toBe(404);
  });

  it('can be ordered, marked as failed, and get a PIN by mail', async () => {
    const client = await emulate();
    const { userId, id } = await begun(client);
    const order = { userId, fulfillmentProvider: 'yubico', fulfillmentData: [] };
    expect((await client.post(`${root}/initiate-fulfillment-request`, order)).status).toBe(204);
    const pin = { userId, authenticatorEnrollmentId: id, fulfillmentProvider: 'yubico' };
    expect((await client.post(`${root}/send-pin`, pin)).status).toBe(204);
    expect(client.emulator.outbox().at(-1)).toMatchObject({ kind: 'email', purpose: 'PIN', to: 'ada@example.com' });
    const path = `${root}/users/${userId}/enrollments`;
    expect((await client.post(`${path}/${id}/mark-error`)).status).toBe(204);
    expect(itemsOf(await client.get(path))).toMatchObject([{ status: 'INACTIVE' }]);
    expect(errorOf(await client.post(`${root}/send-pin`, { ...pin, userId: '00u1' })).status).toBe(404);
  });
});
