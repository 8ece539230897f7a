import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express, { type Handler } from 'express';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createEmulator, type Emulator } from '../../../src/emulator.js';
import { okta } from '../../../src/index.js';

const EXAMPLE = 'examples/express-client-credentials';
const AUDIENCE = 'https://api.example.com';

type Guard = (settings: { issuer: string; scope: string; audience?: string }) => Handler;

let emulator: Emulator;
let issuer: string;
let client: { readonly id: string; readonly secret: string };

async function post(path: string, body: object): Promise<Record<string, unknown> & { id: string }> {
  const headers = { Authorization: `SSWS ${emulator.token}`, 'Content-Type': 'application/json' };
  const response = await fetch(emulator.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Record<string, unknown> & { id: string };
}

/** The steps that the example's README asks for. */
beforeAll(async () => {
  emulator = createEmulator();
  await emulator.listen();
  const server = await post('/api/v1/authorizationServers', { name: 'My API', audiences: [AUDIENCE] });
  const path = `/api/v1/authorizationServers/${server.id}`;
  for (const name of ['such_scope', 'other_scope']) await post(`${path}/scopes`, { name });
  const conditions = { clients: { include: ['ALL_CLIENTS'] } };
  const policy = { type: 'OAUTH_AUTHORIZATION_POLICY', name: 'All', description: 'All', conditions };
  const { id } = await post(`${path}/policies`, policy);
  const grant = { grantTypes: { include: ['client_credentials'] }, scopes: { include: ['*'] } };
  const people = { groups: { include: ['EVERYONE'] } };
  const rule = { type: 'RESOURCE_ACCESS', name: 'Service', conditions: { ...grant, people } };
  await post(`${path}/policies/${id}/rules`, rule);
  const app = await post('/api/v1/apps', {
    name: 'oidc_client',
    label: 'Test Client',
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: { token_endpoint_auth_method: 'client_secret_basic' } },
    settings: { oauthClient: { application_type: 'service', grant_types: ['client_credentials'] } },
  });
  const { oauthClient } = app['credentials'] as { oauthClient: { client_id: string; client_secret: string } };
  client = { id: oauthClient.client_id, secret: oauthClient.client_secret };
  issuer = `${emulator.url}/oauth2/${server.id}`;
});
afterAll(() => emulator.close());

async function tokenFor(scope: string): Promise<string> {
  const credentials = Buffer.from(`${client.id}:${client.secret}`).toString('base64');
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope });
  const response = await fetch(`${issuer}/v1/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${credentials}` },
    body,
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** The guard as it stands in the example, with the SDK of this source in place of the installed one. */
function requireToken(settings: Parameters<Guard>[0]): Handler {
  const source = readFileSync(`${EXAMPLE}/require-token.js`, 'utf8');
  const body = source.replace(/^import .*$/m, '').replace('export function', 'return function');
  const guard = new Function('okta', body)(okta) as Guard;
  return guard(settings);
}

/** An app that is guarded as the example's is. */
async function ask(token: string | undefined, audience?: string) {
  const app = express();
  const rules = { issuer, scope: 'such_scope', ...(audience && { audience }) };
  app.get('/', requireToken(rules), (_, response) => response.json('in'));
  const server = app.listen(0);
  onTestFinished(() => void server.close());
  await new Promise((done) => server.once('listening', done));
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers });
  return { status: answer.status, challenge: answer.headers.get('www-authenticate') };
}

describe('what guards the Express example', () => {
  it('lets a client in that the authorization server of the README gave a token', async () => {
    expect(await ask(await tokenFor('such_scope'))).toEqual({ status: 200, challenge: null });
  });

  it('answers 401 without a token and to one that was changed', async () => {
    expect(await ask(undefined)).toMatchObject({ status: 401, challenge: expect.stringMatching(/^Bearer /) });
    const [head, body = '', signature] = (await tokenFor('such_scope')).split('.');
    expect(await ask([head, body.replace(/.$/, 'x'), signature].join('.'))).toMatchObject({ status: 401 });
  });

  it('answers 403 to a token without the scope, and names the scope', async () => {
    const { status, challenge } = await ask(await tokenFor('other_scope'));
    expect([status, challenge]).toEqual([403, expect.stringContaining('scope="such_scope"')]);
  });

  it('checks the audience if one is set', async () => {
    const token = await tokenFor('such_scope');
    expect(await ask(token, AUDIENCE)).toMatchObject({ status: 200 });
    expect(await ask(token, 'https://elsewhere.example.com')).toMatchObject({ status: 401 });
  });
});

describe('settings of the Express example', () => {
  it('are the four names of the file, with port 3000 and no audience unless they are set', () => {
    const program = "import('./settings.js').then(({ settings }) => console.log(JSON.stringify(settings)))";
    const env = {
      PATH: process.env['PATH'],
      ISSUER: 'https://dev-123456.oktapreview.com/oauth2/abc',
      DEFAULT_SCOPE: 'such_scope',
      TEST_CLIENT_ID: 'id',
      TEST_CLIENT_SECRET: 'secret',
    };
    const printed = execFileSync(process.execPath, ['-e', program], { cwd: EXAMPLE, encoding: 'utf8', env });
    expect(JSON.parse(printed)).toEqual({
      issuer: 'https://dev-123456.oktapreview.com/oauth2/abc',
      scope: 'such_scope',
      clientId: 'id',
      clientSecret: 'secret',
      port: 3000,
    });
  });
});
