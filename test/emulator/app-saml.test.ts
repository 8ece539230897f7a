import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf } from './client.js';

const SIGN_ON = {
  ssoAcsUrl: 'https://sp.example.com/acs',
  recipient: 'https://sp.example.com/acs',
  destination: 'https://sp.example.com/acs',
  audience: 'https://sp.example.com',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Okta's own templates are written like this.
  subjectNameIdTemplate: '${user.userName}',
  subjectNameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  signatureAlgorithm: 'RSA_SHA256',
  digestAlgorithm: 'SHA256',
  authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  responseSigned: true,
  assertionSigned: true,
  requestCompressed: false,
  honorForceAuthn: true,
  allowMultipleAcsEndpoints: false,
};

async function addApp(client: Client, signOn: object = {}): Promise<string> {
  const settings = { signOn: { ...SIGN_ON, ...signOn } };
  return idOf(await client.post('/api/v1/apps', { label: 'My SAML app', signOnMode: 'SAML_2_0', settings }));
}

/** The answers are XML, which other tests never see. */
async function fetched(client: Client, path: string, headers: Record<string, string> = {}) {
  const Authorization = `SSWS ${client.emulator.token}`;
  const reply = await client.emulator.fetch(client.emulator.url + path, { headers: { Authorization, ...headers } });
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
}

it('The metadata of a SAML app hold the certificate that it signs with', async () => {
  const client = await emulate('in process');
  const id = await addApp(client);
  const [key] = (await client.get(`/api/v1/apps/${id}/credentials/keys`)).body as [{ kid: string; x5c: [string] }];
  const path = `/api/v1/apps/${id}/sso/saml/metadata?kid=${key.kid}`;
  const { status, headers, text } = await fetched(client, path, { Accept: 'application/xml' });
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/xml;charset=ISO-8859-1');
  expect(headers.get('content-disposition')).toContain('metadata.xml');
  const entity = /entityID="http:\/\/www\.okta\.com\/(exk\w{17})"/.exec(text)?.[1];
  expect(text).toMatch(/^<\?xml version="1\.0"/);
  const [, lines = ''] = /<ds:X509Certificate>([^<]*)</.exec(text) ?? [];
  expect(lines.split('\n').every((line) => line.length <= 76)).toBe(true);
  expect(lines.replaceAll('\n', '')).toBe(key.x5c[0]);
  const { name } = (await client.get(`/api/v1/apps/${id}`)).body as { name: string };
  const location = `Location="${client.emulator.url}/app/${name}/${entity}/sso/saml"`;
  expect(text.split(location)).toHaveLength(3);
  expect(text).not.toContain('SingleLogoutService');
});

it('The metadata of a SAML app tell where to log out, if it does', async () => {
  const client = await emulate('in process');
  const id = await addApp(client, { slo: { enabled: true } });
  expect((await fetched(client, `/api/v1/apps/${id}/sso/saml/metadata`)).text).toContain('/slo/saml"');
});

it('The metadata of a SAML app are written for the key that is named', async () => {
  const client = await emulate('in process');
  const id = await addApp(client);
  const made = await client.post(`/api/v1/apps/${id}/credentials/keys/generate?validityYears=2`);
  const { kid, x5c } = made.body as { kid: string; x5c: [string] };
  const { text } = await fetched(client, `/api/v1/apps/${id}/sso/saml/metadata?kid=${kid}`);
  expect(text.replaceAll('\n', '')).toContain(x5c[0]);
  expect((await fetched(client, `/api/v1/apps/${id}/sso/saml/metadata?kid=none`)).status).toBe(404);
});

it('The metadata of a SAML app escape what would break them', async () => {
  const client = await emulate('in process');
  const id = await addApp(client, { idpIssuer: 'https://a.example.com/?a=1&b="<' });
  const { text } = await fetched(client, `/api/v1/apps/${id}/sso/saml/metadata`);
  expect(text).toContain('entityID="https://a.example.com/?a=1&#38;b=&#34;&#60;"');
});

it('Anybody may read the metadata of a SAML app', async () => {
  const client = await emulate('in process');
  const id = await addApp(client);
  const signed = await fetched(client, `/api/v1/apps/${id}/sso/saml/metadata`);
  const entity = /exk\w{17}/.exec(signed.text)?.[0];
  for (const key of [id, entity]) {
    const reply = await client.emulator.fetch(`${client.emulator.url}/app/${key}/sso/saml/metadata`);
    expect([reply.status, await reply.text()]).toEqual([200, signed.text]);
  }
  expect((await client.emulator.fetch(`${client.emulator.url}/app/exk1/sso/saml/metadata`)).status).toBe(404);
});

it('Metadata are XML, and of SAML apps only', async () => {
  const client = await emulate('in process');
  const saml = `/api/v1/apps/${await addApp(client)}/sso/saml/metadata`;
  const headers = { Authorization: `SSWS ${client.emulator.token}`, Accept: 'application/json' };
  expect(errorOf(await client.send('GET', saml, { headers }))).toMatchObject({ status: 400, errorCode: 'E0000019' });
  const settings = { app: { url: 'https://example.com', requestIntegration: false } };
  const app = await client.post('/api/v1/apps', { name: 'bookmark', label: 'B', signOnMode: 'BOOKMARK', settings });
  expect(errorOf(await client.get(`/api/v1/apps/${idOf(app)}/sso/saml/metadata`))).toMatchObject({
    status: 400,
    errorCode: 'E0000024',
  });
});
