import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, onBothWires, type Reply } from './client.js';
import { certificateFor, readSigningRequest } from './signing-requests.js';

const METADATA = {
  subject: {
    countryName: 'US',
    stateOrProvinceName: 'California',
    localityName: 'San Francisco',
    organizationName: 'Acme, Inc.',
    organizationalUnitName: 'Dev',
    commonName: 'SP Issuer',
  },
  subjectAltNames: { dnsNames: ['dev.example.com', 'www.example.com'] },
};

async function start(client: Client): Promise<string> {
  const settings = { app: { url: 'https://example.com', requestIntegration: false } };
  const body = { name: 'bookmark', label: 'Bookmark', signOnMode: 'BOOKMARK', settings };
  return `/api/v1/apps/${idOf(await client.post('/api/v1/apps', body))}/credentials`;
}

const csrOf = ({ body }: Reply) => readSigningRequest((body as { csr: string }).csr);

/** A certificate for the key of a request, and one that is for another key. */
async function certificates(client: Client, credentials: string, request: Reply) {
  const other = await client.post(`${credentials}/keys/generate?validityYears=2`);
  const [wrong = ''] = (other.body as { x5c: string[] }).x5c;
  return { right: certificateFor(wrong, csrOf(request).publicKey), wrong: Buffer.from(wrong, 'base64') };
}

function publish(client: Client, path: string, body: Buffer | string, type: string): Promise<Reply> {
  const headers = { Authorization: `SSWS ${client.emulator.token}`, 'Content-Type': type };
  const sent = typeof body === 'string' ? body : new Uint8Array(body);
  return client.send('POST', `${path}/lifecycle/publish`, { body: sent, headers });
}

onBothWires('Requests for certificates of apps', (emulate) => {
  it('are real and signed, with subject and names', async () => {
    const client = await emulate();
    const credentials = await start(client);
    const made = await client.post(`${credentials}/csrs`, METADATA);
    const self = `${credentials}/csrs/${idOf(made)}`;
    expect(made).toMatchObject({
      status: 201,
      body: {
        id: expect.stringMatching(/^[\w-]{43}$/),
        created: '2026-03-04T10:08:01.000Z',
        kty: 'RSA',
        _links: {
          self: { href: expect.stringContaining(self), hints: { allow: ['GET', 'DELETE'] } },
          publish: { href: expect.stringContaining(`${self}/lifecycle/publish`), hints: { allow: ['POST'] } },
        },
      },
    });
    const { isSigned, text } = csrOf(made);
    expect(isSigned).toBe(true);
    const written = [...Object.values(METADATA.subject), ...METADATA.subjectAltNames.dnsNames];
    expect(written.filter((part) => !text.includes(part))).toEqual([]);
    expect((await client.get(self)).body).toEqual(made.body);
    expect((await client.get(`${credentials}/csrs`)).body).toEqual([made.body]);
  });

  it.each([
    ['DER', 'application/pkix-cert', (der: Buffer) => der],
    ['PEM', 'application/x-pem-file', (der: Buffer) => new X509Certificate(der).toString()],
    ['base64', 'application/x-x509-ca-cert', (der: Buffer) => der.toString('base64')],
  ])('become a key when a certificate is published as %s', async (_, type, write) => {
    const client = await emulate();
    const credentials = await start(client);
    const request = await client.post(`${credentials}/csrs`, METADATA);
    const path = `${credentials}/csrs/${idOf(request)}`;
    const { right } = await certificates(client, credentials, request);
    const published = await publish(client, path, write(right), type);
    expect(published).toMatchObject({
      status: 201,
      body: {
        kty: 'RSA',
        use: 'sig',
        n: csrOf(request).publicKey.export({ format: 'jwk' }).n,
        x5c: [right.toString('base64')],
        expiresAt: '2028-03-04T10:08:01.000Z',
      },
    });
    expect((await client.get(`${credentials}/keys`)).body).toContainEqual(published.body);
    expect(errorOf(await client.get(path))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });

  it('refuse what is no certificate, or one for another key', async () => {
    const client = await emulate();
    const credentials = await start(client);
    const request = await client.post(`${credentials}/csrs`, METADATA);
    const path = `${credentials}/csrs/${idOf(request)}`;
    const { wrong } = await certificates(client, credentials, request);
    const other = await publish(client, path, wrong, 'application/pkix-cert');
    expect(errorOf(other)).toEqual({
      status: 400,
      errorCode: 'E0000001',
      causes: ['certificate: The public key of the certificate is not that of the signing request'],
    });
    const none = await publish(client, path, 'no certificate', 'application/x-pem-file');
    expect(errorOf(none)).toMatchObject({ status: 400, errorCode: 'E0000001' });
    expect((await client.get(path)).status).toBe(200);
  });

  it('are answered bare to those who ask for it', async () => {
    const client = await emulate();
    const credentials = await start(client);
    const made = await client.post(`${credentials}/csrs`, METADATA);
    const headers = { Authorization: `SSWS ${client.emulator.token}`, Accept: 'application/pkcs10' };
    const address = `${client.emulator.url}${credentials}/csrs/${idOf(made)}`;
    const fetching = address.includes('127.0.0.1') ? fetch : client.emulator.fetch;
    const bare = await fetching(address, { headers });
    expect(bare.headers.get('content-type')).toMatch(/^application\/pkcs10/);
    expect(bare.headers.get('content-transfer-encoding')).toBe('base64');
    expect(readSigningRequest(await bare.text()).isSigned).toBe(true);
  });
});

it('A request for a certificate can be revoked', async () => {
  const client = await emulate('in process');
  const credentials = await start(client);
  const path = `${credentials}/csrs/${idOf(await client.post(`${credentials}/csrs`, METADATA))}`;
  expect((await client.delete(path)).status).toBe(204);
  expect((await client.get(`${credentials}/csrs`)).body).toEqual([]);
  expect(errorOf(await client.delete(path))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  const log = await client.get('/api/v1/logs', { filter: 'eventType sw "app.app_instance.csr"' });
  expect(log.body).toMatchObject([
    { eventType: 'app.app_instance.csr.generate' },
    { eventType: 'app.app_instance.csr.revoke' },
  ]);
});

it.each([
  [{}, 'subject: The field cannot be left blank'],
  [{ subject: {} }, 'subject: The field cannot be left blank'],
  [{ subject: { countryName: 'United States' } }, 'countryName: The country must be given by its code of two letters'],
  [
    { subject: { commonName: 'x' }, subjectAltNames: { dnsNames: ['not a name'] } },
    "dnsNames: 'not a name' is not a DNS name",
  ],
])('A request for a certificate with %j is refused', async (body, cause) => {
  const client = await emulate('in process');
  const credentials = await start(client);
  expect(errorOf(await client.post(`${credentials}/csrs`, body))).toEqual({
    status: 400,
    errorCode: 'E0000001',
    causes: [cause],
  });
});
