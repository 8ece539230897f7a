import { createHash, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, onBothWires, type Reply } from './client.js';

interface Key {
  readonly kid: string;
  readonly e: string;
  readonly n: string;
  readonly x5c: readonly string[];
  readonly expiresAt: string;
}

async function bookmark(client: Client): Promise<string> {
  const settings = { app: { url: 'https://example.com', requestIntegration: false } };
  return idOf(
    await client.post('/api/v1/apps', { name: 'bookmark', label: 'Bookmark', signOnMode: 'BOOKMARK', settings }),
  );
}

const keysPath = (appId: string) => `/api/v1/apps/${appId}/credentials/keys`;
const keysIn = ({ body }: Reply) => body as readonly Key[];
const keyIn = ({ body }: Reply) => body as Key;
const certificateOf = ({ x5c: [text = ''] }: Key) => new X509Certificate(Buffer.from(text, 'base64'));

onBothWires('Keys of apps', (emulate) => {
  it('begin with one that all apps share, valid for ten years', async () => {
    const client = await emulate();
    const [first, second] = [await bookmark(client), await bookmark(client)];
    const keys = await client.get(keysPath(first));
    expect(keys).toMatchObject({
      status: 200,
      body: [{ kty: 'RSA', use: 'sig', created: '2026-03-04T10:08:01.000Z' }],
    });
    expect(keysIn(keys)[0]?.expiresAt).toBe('2036-03-04T10:08:01.000Z');
    expect((await client.get(keysPath(second))).body).toEqual(keys.body);
    const saml = await client.get('/api/v1/apps', { q: 'Okta Dashboard' });
    expect(saml.body).toMatchObject([{ credentials: { signing: { kid: keysIn(keys)[0]?.kid } } }]);
  });

  it('are generated with a real certificate', async () => {
    const client = await emulate();
    const appId = await bookmark(client);
    const made = await client.post(`${keysPath(appId)}/generate?validityYears=3`);
    expect(made.status).toBe(201);
    const key = keyIn(made);
    const certificate = certificateOf(key);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.publicKey.export({ format: 'jwk' })).toEqual({ kty: 'RSA', e: key.e, n: key.n });
    expect(certificate.subject).toContain('CN=emulator');
    expect(new Date(certificate.validFrom).toISOString()).toBe('2026-03-04T10:08:01.000Z');
    expect(new Date(certificate.validTo).toISOString()).toBe('2029-03-04T10:08:01.000Z');
    expect(made.body).toEqual({
      kty: 'RSA',
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      expiresAt: '2029-03-04T10:08:01.000Z',
      kid: expect.stringMatching(/^[\w-]{43}$/),
      use: 'sig',
      x5c: [expect.any(String)],
      'x5t#S256': createHash('sha256').update(certificate.raw).digest('base64url'),
      e: 'AQAB',
      n: expect.any(String),
    });
    expect(keysIn(await client.get(keysPath(appId)))[1]).toEqual(made.body);
    expect((await client.get(`${keysPath(appId)}/${key.kid}`)).body).toEqual(made.body);
  });

  it('are cloned to other apps, once each', async () => {
    const client = await emulate();
    const [from, to] = [await bookmark(client), await bookmark(client)];
    const made = keyIn(await client.post(`${keysPath(from)}/generate?validityYears=2`));
    const clone = () => client.post(`${keysPath(from)}/${made.kid}/clone?targetAid=${to}`);
    expect(await clone()).toMatchObject({ status: 201, body: made });
    expect(keysIn(await client.get(keysPath(to))).map(({ kid }) => kid)).toContain(made.kid);
    expect(errorOf(await clone())).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});

it.each(['1', '11', '2.5', 'many', ''])('A key is not generated for %j years', async (years) => {
  const client = await emulate('in process');
  const appId = await bookmark(client);
  expect(errorOf(await client.post(`${keysPath(appId)}/generate?validityYears=${years}`))).toEqual({
    status: 400,
    errorCode: 'E0000001',
    causes: ['Validity years out of range. It should be 2 - 10 years'],
  });
});

it('A key that is cloned nowhere, to no app, or that everybody has already is refused', async () => {
  const client = await emulate('in process');
  const appId = await bookmark(client);
  const [shared] = keysIn(await client.get(keysPath(appId)));
  const clone = (query: string) => client.post(`${keysPath(appId)}/${shared?.kid}/clone${query}`);
  expect(errorOf(await clone(''))).toMatchObject({
    status: 400,
    causes: ['targetAid: The field cannot be left blank'],
  });
  expect(errorOf(await clone('?targetAid=0oa1'))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  expect(errorOf(await clone(`?targetAid=${await bookmark(client)}`))).toMatchObject({ status: 400 });
});

it.each([
  ['GET', '/api/v1/apps/0oa1/credentials/keys'],
  ['POST', '/api/v1/apps/0oa1/credentials/keys/generate?validityYears=2'],
  ['GET', '/api/v1/apps/0oa1/credentials/keys/k'],
])('%s %s is not found', async (method, path) => {
  const client = await emulate('in process');
  expect(errorOf(await client.send(method, path))).toMatchObject({ status: 404, errorCode: 'E0000007' });
});

it('A key that an app does not have is not found', async () => {
  const client = await emulate('in process');
  const [one, other] = [await bookmark(client), await bookmark(client)];
  const { kid } = keyIn(await client.post(`${keysPath(one)}/generate?validityYears=2`));
  expect(errorOf(await client.get(`${keysPath(other)}/${kid}`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
});

it('An app signs with a key that it has', async () => {
  const client = await emulate('in process');
  const appId = await bookmark(client);
  const { kid } = keyIn(await client.post(`${keysPath(appId)}/generate`));
  const { body } = await client.get(`/api/v1/apps/${appId}`);
  const signing = (name: string) => ({ ...(body as object), credentials: { signing: { kid: name } } });
  expect((await client.put(`/api/v1/apps/${appId}`, signing(kid))).body).toMatchObject({
    credentials: { signing: { kid } },
  });
  expect(errorOf(await client.put(`/api/v1/apps/${appId}`, signing('none')))).toEqual({
    status: 400,
    errorCode: 'E0000001',
    causes: ["kid: The app has no key 'none'"],
  });
});

it('A new key is told in the log, and goes with its app', async () => {
  const client = await emulate('in process');
  const appId = await bookmark(client);
  await client.post(`${keysPath(appId)}/generate?validityYears=2`);
  const log = await client.get('/api/v1/logs', { filter: 'eventType eq "application.lifecycle.update"' });
  expect(log.body).toMatchObject([{ target: [{ id: appId, type: 'AppInstance' }] }]);
  await client.post(`/api/v1/apps/${appId}/lifecycle/deactivate`);
  await client.delete(`/api/v1/apps/${appId}`);
  expect((await client.get(keysPath(appId))).status).toBe(404);
});
