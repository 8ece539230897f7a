import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';

const DOMAINS = '/api/v1/domains';
const login = { domain: 'login.example.com', certificateSourceType: 'OKTA_MANAGED' };

onBothWires('domains', (emulate) => {
  it('begin with that of the org, which cannot be changed', async () => {
    const client = await emulate();
    expect((await client.get(DOMAINS)).body).toMatchObject({
      domains: [{ id: 'default', domain: 'emulator.okta.test', validationStatus: 'COMPLETED' }],
    });
    for (const reply of [await client.delete(`${DOMAINS}/default`), await client.post(`${DOMAINS}/default/verify`)]) {
      expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000001' });
    }
  });

  it('are not started until they are verified', async () => {
    const client = await emulate();
    const made = await client.post(DOMAINS, login);
    expect(made).toMatchObject({ status: 201, body: { validationStatus: 'NOT_STARTED' } });
    expect(made.body).toMatchObject({
      dnsRecords: [{ recordType: 'TXT', fqdn: '_oktaverification.login.example.com' }, { recordType: 'CNAME' }],
    });
    const verified = await client.post(`${DOMAINS}/${idOf(made)}/verify`);
    expect(verified).toMatchObject({ status: 200, body: { validationStatus: 'COMPLETED' } });
  });

  it('are there once, and must look like domains', async () => {
    const client = await emulate();
    await client.post(DOMAINS, login);
    const again = await client.post(DOMAINS, { ...login, domain: 'LOGIN.example.com' });
    expect(errorOf(again)).toMatchObject({ status: 403, errorCode: 'E0000161' });
    const odd = await client.post(DOMAINS, { ...login, domain: 'not a domain' });
    expect(errorOf(odd)).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('show brands that are there', async () => {
    const client = await emulate();
    const id = idOf(await client.post(DOMAINS, login));
    expect((await client.put(`${DOMAINS}/${id}`, { brandId: 'bnd1' })).status).toBe(404);
  });
});

async function newEmailDomain(client: Client, brandId: string) {
  const body = { brandId, domain: 'example.com', displayName: 'Shop', userName: 'noreply' };
  return client.post('/api/v1/email-domains', body);
}

onBothWires('email domains', (emulate) => {
  it('belong to a brand and are verified', async () => {
    const client = await emulate();
    const brandId = idOf(await client.post('/api/v1/brands', { name: 'Shop' }));
    const made = await newEmailDomain(client, brandId);
    expect(made).toMatchObject({ status: 201, body: { validationStatus: 'NOT_STARTED', validationSubdomain: 'mail' } });
    const path = `/api/v1/email-domains/${idOf(made)}`;
    expect((await client.post(`${path}/verify`)).body).toMatchObject({ validationStatus: 'VERIFIED' });
    const { body } = await client.get(path, { expand: 'brands' });
    expect(body).toMatchObject({ _embedded: { brands: [{ id: brandId }] } });
    expect(errorOf(await newEmailDomain(client, brandId))).toMatchObject({ status: 409, errorCode: 'E0000197' });
  });
});

const smtp = (alias: string) => ({
  authType: 'BASIC_SMTP_AUTH',
  alias,
  enabled: true,
  host: 'smtp.example.com',
  port: 587,
  username: 'okta',
  password: 'Tr0ub4dor-and-3',
});

onBothWires('SMTP servers', (emulate) => {
  it('never show their password', async () => {
    const client = await emulate();
    const made = await client.post('/api/v1/email-servers', smtp('one'));
    const list = await client.get('/api/v1/email-servers');
    expect(made.text + list.text).not.toContain('Tr0ub4dor');
  });

  it('are used one at a time', async () => {
    const client = await emulate();
    await client.post('/api/v1/email-servers', smtp('one'));
    expect(errorOf(await client.post('/api/v1/email-servers', smtp('two')))).toMatchObject({ errorCode: 'E0000222' });
  });
});

onBothWires('SMS templates', (emulate) => {
  const template = { name: 'Code', type: 'SMS_VERIFY_CODE', template: `Your code: $${'{code}'}` };

  it('begin with one that stays', async () => {
    const client = await emulate();
    expect(itemsOf(await client.get('/api/v1/templates/sms'))).toMatchObject([{ id: 'default' }]);
    expect((await client.delete('/api/v1/templates/sms/default')).status).toBe(400);
  });

  it('must say the code, in every language', async () => {
    const client = await emulate();
    for (const odd of [{ template: 'no code' }, { translations: { de: 'kein Code' } }]) {
      const refused = await client.post('/api/v1/templates/sms', { ...template, ...odd });
      expect(errorOf(refused)).toMatchObject({ status: 400, errorCode: 'E0000001' });
    }
  });

  it('keep what a partial update does not name', async () => {
    const client = await emulate();
    const made = { ...template, translations: { de: `Ihr Code: $${'{code}'}` } };
    const path = `/api/v1/templates/sms/${idOf(await client.post('/api/v1/templates/sms', made))}`;
    const merged = await client.post(path, { translations: { fr: `Votre code : $${'{code}'}` } });
    expect(merged.body).toMatchObject({
      name: 'Code',
      translations: { de: expect.any(String), fr: expect.any(String) },
    });
  });
});

onBothWires('push providers', (emulate) => {
  it('are listed by their type and keep their keys for themselves', async () => {
    const client = await emulate();
    const configuration = { keyId: 'KEY', teamId: 'TEAM', tokenSigningKey: 'secret-key', fileName: 'k.p8' };
    const made = await client.post('/api/v1/push-providers', { providerType: 'APNS', name: 'iOS', configuration });
    expect(made.body).toMatchObject({ configuration: { keyId: 'KEY' } });
    expect(made.text).not.toContain('secret-key');
    expect(itemsOf(await client.get('/api/v1/push-providers', { type: 'FCM' }))).toEqual([]);
    expect(itemsOf(await client.get('/api/v1/push-providers', { type: 'APNS' }))).toHaveLength(1);
  });
});
