import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, onBothWires, readAll } from './client.js';
import { addKey, EC_CERTIFICATE, OIDC, saml } from './idp-fixtures.js';
import { readSigningRequest } from './signing-requests.js';

const STORE = '/api/v1/idps/credentials/keys';

async function samlProvider(client: Client): Promise<string> {
  const { kid } = await addKey(client);
  return `/api/v1/idps/${idOf(await client.post('/api/v1/idps', saml(kid)))}`;
}

const kidsIn = (body: unknown) => (body as { kid: string }[]).map(({ kid }) => kid);

onBothWires('The key store of identity providers', (emulate) => {
  it('reads certificates', async () => {
    const client = await emulate();
    const { reply, kid } = await addKey(client);
    const certificate = new X509Certificate(Buffer.from(EC_CERTIFICATE, 'base64'));
    expect(reply).toMatchObject({
      status: 200,
      body: {
        ...certificate.publicKey.export({ format: 'jwk' }),
        kid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/),
        use: 'sig',
        x5c: [EC_CERTIFICATE],
        'x5t#S256': Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
        expiresAt: new Date(certificate.validTo).toISOString(),
      },
    });
    expect((await client.get(`${STORE}/${kid}`)).body).toEqual(reply.body);
  });

  it('has pages', async () => {
    const client = await emulate();
    const kids = [(await addKey(client)).kid, (await addKey(client)).kid];
    const all = await readAll(client, `${STORE}?limit=1`);
    expect(kidsIn(all).sort()).toEqual(kids.sort());
  });

  it('keeps the id of a key whose certificate is replaced', async () => {
    const client = await emulate();
    const { kid } = await addKey(client);
    const app = await client.get('/api/v1/apps', { limit: '1' });
    const [{ id }] = app.body as [{ id: string }];
    const [{ x5c }] = (await client.get(`/api/v1/apps/${id}/credentials/keys`)).body as [{ x5c: string[] }];
    client.clock.tick(1000);
    const replaced = await client.put(`${STORE}/${kid}`, { x5c });
    expect(replaced).toMatchObject({
      status: 200,
      body: { kid, kty: 'RSA', x5c, created: '2026-03-04T10:08:01.000Z', lastUpdated: '2026-03-04T10:08:02.000Z' },
    });
  });

  it('gives up no key that an identity provider needs', async () => {
    const client = await emulate();
    const { kid } = await addKey(client);
    const idp = `/api/v1/idps/${idOf(await client.post('/api/v1/idps', saml(kid)))}`;
    expect(errorOf(await client.delete(`${STORE}/${kid}`))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    await client.delete(idp);
    expect((await client.delete(`${STORE}/${kid}`)).status).toBe(204);
    expect(errorOf(await client.get(`${STORE}/${kid}`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });
});

it.each([
  [{ x5c: [] }, 'x5c: The field cannot be left blank'],
  [
    { x5c: ['bm90IGEgY2VydGlmaWNhdGU='] },
    'certificate: The certificate is malformed, or not for a key of a supported type',
  ],
  [{ kty: 'RSA', x5c: [EC_CERTIFICATE] }, 'kty: The certificate in x5c is for another key'],
  [{ kty: 'EC', x: 'bM7EAlYWstwo1di43Lcq', x5c: [EC_CERTIFICATE] }, 'x: The certificate in x5c is for another key'],
])('The key %j is refused', async (body, cause) => {
  const client = await emulate('in process');
  const refusal = { status: 400, errorCode: 'E0000001', causes: [cause] };
  expect(errorOf(await client.post(STORE, body))).toEqual(refusal);
  const { reply, kid } = await addKey(client);
  expect(errorOf(await client.put(`${STORE}/${kid}`, body))).toEqual(refusal);
  expect((await client.get(`${STORE}/${kid}`)).body).toEqual(reply.body);
});

onBothWires('Signing keys of identity providers', (emulate) => {
  it('begin with that of the org, which is the active one', async () => {
    const client = await emulate();
    const idp = await samlProvider(client);
    const keys = await client.get(`${idp}/credentials/keys`);
    expect(keys).toMatchObject({ status: 200, body: [{ kty: 'RSA', use: 'sig' }] });
    expect(await client.get(`${idp}/credentials/keys/active`)).toMatchObject({ status: 200, body: keys.body });
  });

  it('are generated, put to use and cloned', async () => {
    const client = await emulate();
    const idp = await samlProvider(client);
    const made = await client.post(`${idp}/credentials/keys/generate?validityYears=2`);
    const { kid } = made.body as { kid: string };
    expect(made).toMatchObject({ status: 201, body: { expiresAt: '2028-03-04T10:08:01.000Z' } });
    const { body } = await client.get(idp);
    const { protocol } = body as ReturnType<typeof saml>;
    const credentials = { ...protocol.credentials, signing: { kid } };
    await client.put(idp, { ...(body as object), protocol: { ...protocol, credentials } });
    expect((await client.get(`${idp}/credentials/keys/active`)).body).toEqual([made.body]);
    const other = idOf(await client.post('/api/v1/idps', OIDC));
    const clone = await client.post(`${idp}/credentials/keys/${kid}/clone?targetIdpId=${other}`);
    expect(clone).toMatchObject({ status: 201, body: { kid } });
    expect(kidsIn((await client.get(`/api/v1/idps/${other}/credentials/keys`)).body)).toContain(kid);
  });

  it('have requests for certificates', async () => {
    const client = await emulate();
    const idp = await samlProvider(client);
    const made = await client.post(`${idp}/credentials/csrs`, { subject: { commonName: 'SP' } });
    expect(made.status).toBe(201);
    expect(readSigningRequest((made.body as { csr: string }).csr).isSigned).toBe(true);
    expect((await client.get(`${idp}/credentials/csrs`)).body).toEqual([made.body]);
    expect((await client.delete(`${idp}/credentials/csrs/${idOf(made)}`)).status).toBe(204);
  });
});

it('Only identity providers of SAML have an active key', async () => {
  const client = await emulate('in process');
  const idp = idOf(await client.post('/api/v1/idps', OIDC));
  expect((await client.get(`/api/v1/idps/${idp}/credentials/keys/active`)).status).toBe(204);
});

it('An identity provider does not sign with a key that it does not have', async () => {
  const client = await emulate('in process');
  const idp = await samlProvider(client);
  const { body } = await client.get(idp);
  const { protocol } = body as ReturnType<typeof saml>;
  const credentials = { ...protocol.credentials, signing: { kid: 'none' } };
  const reply = await client.put(idp, { ...(body as object), protocol: { ...protocol, credentials } });
  expect(errorOf(reply).causes).toEqual(["protocol.credentials.signing.kid: There is no signing key 'none'"]);
});

it('Changes of the key store are in the log', async () => {
  const client = await emulate('in process');
  const { kid } = await addKey(client);
  await client.put(`${STORE}/${kid}`, { x5c: [EC_CERTIFICATE] });
  await client.delete(`${STORE}/${kid}`);
  const log = await client.get('/api/v1/logs', { filter: 'eventType sw "system.idp.key"' });
  const types = (log.body as { eventType: string }[]).map(({ eventType }) => eventType.split('.').at(-1));
  expect(types).toEqual(['create', 'update', 'delete']);
});
