import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Client, emulate, itemsOf, onBothWires } from './client.js';
import {
  assertionFor,
  newKey,
  publicJwk,
  requestToken,
  seconds,
  sendForm,
  serviceApp,
  type TokenChoice,
  tokenIn,
} from './oauth-clients.js';

async function verified(client: Client, token: string) {
  const keys = (await client.get('/oauth2/v1/keys')).body as JSONWebKeySet;
  const currentDate = new Date(client.clock.now());
  return jwtVerify(token, createLocalJWKSet(keys), { issuer: client.emulator.url, currentDate });
}

onBothWires('the token endpoint of the org', (emulateOn) => {
  it('gives a service app a token that the published keys verify', async () => {
    const client = await emulateOn();
    const app = await serviceApp(client);
    const reply = await requestToken(client, app);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: expect.any(String),
      scope: 'okta.users.read',
    });
    const { payload, protectedHeader } = await verified(client, tokenIn(reply));
    expect(protectedHeader).toEqual({
      kid: expect.stringMatching(/^[\w-]{43}$/),
      typ: 'application/okta-internal-at+jwt',
      alg: 'RS256',
    });
    const now = seconds(client);
    expect(payload).toEqual({
      ver: 1,
      jti: expect.stringMatching(/^AT\.[\w-]{43}$/),
      iss: client.emulator.url,
      aud: client.emulator.url,
      sub: app.id,
      cid: app.id,
      iat: now,
      exp: now + 3600,
      scp: ['okta.users.read'],
    });
  });

  it('publishes RSA keys and nothing private', async () => {
    const reply = await (await emulateOn()).send('GET', '/oauth2/v1/keys', { headers: {} });
    expect(reply.body).toEqual({
      keys: [{ kty: 'RSA', alg: 'RS256', use: 'sig', kid: expect.any(String), e: 'AQAB', n: expect.any(String) }],
    });
  });
});

const WRONG_CLIENT: readonly [string, (client: Client) => TokenChoice][] = [
  ['an unknown client', () => ({ claims: { iss: 'nobody', sub: 'nobody' } })],
  ['another key', () => ({ key: newKey() })],
  ['an unknown kid', () => ({ header: { kid: 'other' } })],
  ['another issuer', () => ({ claims: { iss: 'somebody' } })],
  ['another subject', () => ({ claims: { sub: 'somebody' } })],
  ['another audience', () => ({ claims: { aud: 'https://example.com' } })],
  ['an end in the past', (client) => ({ claims: { exp: seconds(client) } })],
  ['no end', () => ({ claims: { exp: undefined } })],
  ['more than an hour to live', (client) => ({ claims: { exp: seconds(client) + 3601 } })],
  ['a beginning in the future', (client) => ({ claims: { iat: seconds(client) + 120 } })],
  ['another client_id in the form', () => ({ form: { client_id: 'somebody' } })],
  ['another type of assertion', () => ({ form: { client_assertion_type: 'password' } })],
  ['what is no token', () => ({ form: { client_assertion: 'nonsense' } })],
  [
    'a shared secret instead of a key',
    () => ({ header: { alg: 'HS256' }, key: new TextEncoder().encode('a-secret-of-32-characters-or-more') }),
  ],
];

describe('a client that cannot prove who it is', () => {
  it.each(WRONG_CLIENT)('is refused for %s', async (_, choose) => {
    const client = await emulate('in process');
    const reply = await requestToken(client, await serviceApp(client), choose(client));
    expect(reply.status).toBe(401);
    expect(reply.body).toEqual({ error: 'invalid_client', error_description: expect.any(String) });
  });

  it('is refused without any credentials', async () => {
    const reply = await sendForm(await emulate('in process'), '/oauth2/v1/token', { grant_type: 'client_credentials' });
    expect(reply).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });

  it('is refused while its app is not active', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client);
    await client.post(`/api/v1/apps/${app.id}/lifecycle/deactivate`);
    expect(await requestToken(client, app)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });

  it('is refused when it sends the same assertion again', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client);
    const form = { client_assertion: await assertionFor(client, app) };
    expect(await requestToken(client, app, { form })).toMatchObject({ status: 200 });
    expect(await requestToken(client, app, { form })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client', error_description: 'The client_assertion was used before.' },
    });
  });

  it('is refused at the org when it uses a secret', async () => {
    const client = await emulate('in process');
    const secret = 'a-secret-of-mine';
    const method = { token_endpoint_auth_method: 'client_secret_basic', client_secret: secret };
    const app = await serviceApp(client, { credentials: method });
    const basic = `Basic ${Buffer.from(`${app.id}:${secret}`).toString('base64')}`;
    const form = { grant_type: 'client_credentials', scope: 'okta.users.read' };
    const reply = await sendForm(client, '/oauth2/v1/token', form, { Authorization: basic });
    expect(reply).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });
});

describe('a client that is known', () => {
  it.each<[string, TokenChoice, string]>([
    ['no scope', { scope: '' }, 'invalid_scope'],
    ['a scope that was not granted', { scope: 'okta.users.read okta.groups.read' }, 'invalid_scope'],
    ['to sign somebody in', { scope: 'openid' }, 'invalid_scope'],
    ['no grant', { form: { grant_type: '' } }, 'invalid_request'],
    ['a grant of somewhere else', { form: { grant_type: 'nonsense' } }, 'unsupported_grant_type'],
    ['in two ways at once', { form: { client_secret: 'secret', client_id: 'x' } }, 'invalid_request'],
  ])('is refused when it asks for %s', async (_, choice, error) => {
    const client = await emulate('in process');
    const reply = await requestToken(client, await serviceApp(client), choice);
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({ error, error_description: expect.any(String) });
  });

  it('is refused a grant that its app does not have', async () => {
    const client = await emulate('in process');
    const settings = {
      application_type: 'web',
      grant_types: ['authorization_code'],
      redirect_uris: ['https://a.test/'],
    };
    const reply = await requestToken(client, await serviceApp(client, { settings }));
    expect(reply).toMatchObject({ status: 400, body: { error: 'unauthorized_client' } });
  });

  it('must send a form', async () => {
    const client = await emulate('in process');
    const reply = await client.post('/oauth2/v1/token', { grant_type: 'client_credentials' });
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  it('must not repeat parameters', async () => {
    const client = await emulate('in process');
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const reply = await client.send('POST', '/oauth2/v1/token', { headers, body: 'scope=a&scope=b' });
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  it('may address its assertion to the issuer, and need not number it', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client);
    const claims = { aud: client.emulator.url, jti: undefined, iat: undefined };
    expect(await requestToken(client, app, { claims })).toMatchObject({ status: 200 });
  });

  it('may publish its keys elsewhere', async () => {
    const client = await emulate('in process');
    const key = newKey();
    const keys = createServer((_, response) => response.end(JSON.stringify({ keys: [publicJwk(key, 'far')] })));
    onTestFinished(() => void keys.close());
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    const jwks_uri = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`;
    const app = await serviceApp(client, { settings: { jwks: undefined, jwks_uri } });
    expect(await requestToken(client, app, { key, header: { kid: 'far' } })).toMatchObject({ status: 200 });
    expect(await requestToken(client, app)).toMatchObject({ status: 401 });
  });

  it('is written into the log as the one who got a token', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client);
    await requestToken(client, app);
    const query = { filter: 'eventType eq "app.oauth2.token.grant.access_token"' };
    const [event, ...others] = itemsOf(await client.get('/api/v1/logs', query));
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      actor: { id: app.id, type: 'PublicClientApp', displayName: 'Robot' },
      target: [{ type: 'access_token', displayName: 'Access Token' }],
      transaction: { detail: {} },
    });
  });
});

describe('a request for a token that is refused', () => {
  it('is written into the log with the reason', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client);
    await requestToken(client, app, { scope: 'okta.apps.read' });
    await requestToken(client, app, { scope: 'unknown', path: '/oauth2/default/v1/token' });
    const filter = 'eventType eq "app.oauth2.token.grant" or eventType eq "app.oauth2.as.token.grant"';
    expect(itemsOf(await client.get('/api/v1/logs', { filter }))).toMatchObject([
      { eventType: 'app.oauth2.token.grant', outcome: { result: 'FAILURE', reason: 'invalid_scope' } },
      { actor: { id: app.id }, target: [{ type: 'AuthorizationServer' }], outcome: { reason: 'invalid_scope' } },
    ]);
  });
});
