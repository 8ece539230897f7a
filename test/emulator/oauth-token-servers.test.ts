import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { emulate } from './client.js';
import { newKey, publicJwk, requestToken, sendForm, serviceApp, tokenIn } from './oauth-clients.js';

describe('an app that comes with the seed', () => {
  it('gets tokens at once, and keeps them through a reset', async () => {
    const key = newKey();
    const app = {
      name: 'oidc_client',
      label: 'Seeded robot',
      signOnMode: 'OPENID_CONNECT',
      credentials: { oauthClient: { token_endpoint_auth_method: 'private_key_jwt' } },
      settings: {
        oauthClient: {
          application_type: 'service',
          grant_types: ['client_credentials'],
          jwks: { keys: [publicJwk(key, 'k')] },
        },
      },
    };
    const seed = { apps: [{ id: 'my-robot', app, grants: ['okta.groups.read'] }] };
    const client = await emulate('in process', { seed });
    const robot = { id: 'my-robot', key, kid: 'k' };
    const token = tokenIn(await requestToken(client, robot, { scope: 'okta.groups.read' }));
    client.emulator.reset();
    const reply = await client.send('GET', '/api/v1/groups', { headers: { Authorization: `Bearer ${token}` } });
    expect(reply.status).toBe(200);
  });

  it('is let in by an authorization server of the seed, with claims', async () => {
    const oauthClient = { application_type: 'service', grant_types: ['client_credentials'] };
    const credentials = { oauthClient: { client_secret: 'a-secret-of-mine' } };
    const app = { name: 'oidc_client', label: 'Robot', credentials, settings: { oauthClient } };
    const claims = [{ name: 'tier', value: '"gold"', claimType: 'RESOURCE', valueType: 'EXPRESSION' }];
    const orders = {
      id: 'aus-orders',
      server: { name: 'Orders', audiences: ['api://orders'] },
      scopes: [{ name: 'orders' }],
      claims,
      clients: ['my-robot'],
    };
    const seed = {
      apps: ['my-robot', 'other'].map((id) => ({ id, app })),
      authorizationServers: [orders, { id: 'default', scopes: [{ name: 'bills' }] }],
    };
    const client = await emulate('in process', { seed });
    const ask = (client_id: string, server: string, scope: string) =>
      sendForm(client, `/oauth2/${server}/v1/token`, {
        grant_type: 'client_credentials',
        scope,
        client_id,
        client_secret: 'a-secret-of-mine',
      });
    expect(decodeJwt(tokenIn(await ask('my-robot', 'aus-orders', 'orders')))).toMatchObject({
      iss: `${client.emulator.url}/oauth2/aus-orders`,
      aud: 'api://orders',
      tier: 'gold',
    });
    expect(await ask('other', 'aus-orders', 'orders')).toMatchObject({ status: 400, body: { error: 'access_denied' } });
    expect(await ask('other', 'default', 'bills')).toMatchObject({ status: 200 });
  });

  it('must not be granted what does not exist', async () => {
    const app = { name: 'bookmark', label: 'B', settings: { app: { url: 'https://a.test' } } };
    const seed = { apps: [{ app, grants: ['okta.nonsense.read'] }] };
    await expect(emulate('in process', { seed })).rejects.toThrow(
      "Seed apps[0]: there is no scope 'okta.nonsense.read'",
    );
  });
});

describe('tokens of custom authorization servers', () => {
  it('are issued by the default one for its own scopes, with another kind of header', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client);
    await client.post('/api/v1/authorizationServers/default/scopes', { name: 'orders' });
    const reply = await requestToken(client, app, { path: '/oauth2/default/v1/token', scope: 'orders' });
    expect(reply.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'orders' });
    const issuer = `${client.emulator.url}/oauth2/default`;
    const keys = (await client.get('/oauth2/default/v1/keys')).body as JSONWebKeySet;
    const currentDate = new Date(client.clock.now());
    const { payload } = await jwtVerify(tokenIn(reply), createLocalJWKSet(keys), { issuer, currentDate });
    expect(payload).toMatchObject({ ver: 1, aud: 'api://default', sub: app.id, cid: app.id, scp: ['orders'] });
    expect(decodeProtectedHeader(tokenIn(reply))).not.toHaveProperty('typ');
  });

  it('accept secrets, sent either way or used for signing', async () => {
    const client = await emulate('in process');
    await client.post('/api/v1/authorizationServers/default/scopes', { name: 'orders', default: true });
    const client_secret = 'a-secret-of-mine-that-is-long-enough';
    const app = await serviceApp(client, {
      credentials: { token_endpoint_auth_method: 'client_secret_post', client_secret },
    });
    const path = '/oauth2/default/v1/token';
    const form = { grant_type: 'client_credentials' };
    const basic = (secret: string) => ({
      Authorization: `Basic ${Buffer.from(`${app.id}:${secret}`).toString('base64')}`,
    });
    expect(await sendForm(client, path, { ...form, client_id: app.id, client_secret })).toMatchObject({ status: 200 });
    expect(await sendForm(client, path, form, basic(client_secret))).toMatchObject({ status: 200 });
    expect(await sendForm(client, path, form, basic('wrong'))).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
    const signing = await serviceApp(client, {
      credentials: { token_endpoint_auth_method: 'client_secret_jwt', client_secret },
    });
    const secretKey = { header: { alg: 'HS256' }, key: new TextEncoder().encode(client_secret) };
    expect(await requestToken(client, signing, { path, ...secretKey, scope: '' })).toMatchObject({ status: 200 });
  });
});
