import { describe, expect, it } from 'vitest';
import { emulate, errorOf, onBothWires } from './client.js';

const NOBODY = { headers: {} };

onBothWires('the metadata of authorization servers', (emulateOn) => {
  it.each([
    ['', '/oauth2/v1'],
    ['/oauth2/default', '/oauth2/default/v1'],
  ])('of %j are told to everybody', async (issuer, endpoints) => {
    const client = await emulateOn();
    const origin = client.emulator.url;
    const oauth = await client.send('GET', `${issuer}/.well-known/oauth-authorization-server`, NOBODY);
    expect(oauth.status).toBe(200);
    expect(oauth.body).toMatchObject({
      issuer: origin + issuer,
      authorization_endpoint: `${origin}${endpoints}/authorize`,
      token_endpoint: `${origin}${endpoints}/token`,
      jwks_uri: `${origin}${endpoints}/keys`,
      introspection_endpoint: `${origin}${endpoints}/introspect`,
      revocation_endpoint: `${origin}${endpoints}/revoke`,
      registration_endpoint: `${origin}/oauth2/v1/clients`,
      code_challenge_methods_supported: ['S256'],
      dpop_signing_alg_values_supported: ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'],
    });
    const openid = await client.send('GET', `${issuer}/.well-known/openid-configuration`, NOBODY);
    expect(openid.body).toMatchObject({
      ...(oauth.body as object),
      userinfo_endpoint: `${origin}${endpoints}/userinfo`,
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });
});

describe('the scopes in the metadata', () => {
  it('are those of the Okta API at the org', async () => {
    const client = await emulate('in process');
    const { body } = await client.send('GET', '/.well-known/oauth-authorization-server', NOBODY);
    expect(body).toMatchObject({
      scopes_supported: expect.arrayContaining(['okta.users.read', 'okta.apps.manage', 'openid']),
    });
  });

  it('are those that a custom server wants to be known', async () => {
    const client = await emulate('in process');
    const scopes = '/api/v1/authorizationServers/default/scopes';
    await client.post(scopes, { name: 'hidden' });
    await client.post(scopes, { name: 'shown', metadataPublish: 'ALL_CLIENTS' });
    const { body } = await client.send('GET', '/oauth2/default/.well-known/oauth-authorization-server', NOBODY);
    const standard = ['openid', 'profile', 'email', 'address', 'phone', 'offline_access', 'device_sso'];
    expect(body).toMatchObject({ scopes_supported: [...standard, 'shown'] });
  });
});

describe('the metadata of the org', () => {
  it('tells its id and address to everybody', async () => {
    const client = await emulate('in process');
    const { body } = await client.send('GET', '/.well-known/okta-organization', NOBODY);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^00o/),
      pipeline: 'idx',
      _links: { organization: { href: client.emulator.url } },
    });
  });
});

describe('what is not there', () => {
  it.each([
    ['GET', '/oauth2/default/v1/logout'],
    ['POST', '/oauth2/v1/device/authorize'],
  ])('%s %s says that there are no pages', async (method, path) => {
    const client = await emulate('in process');
    const reply = await client.send(method, path, NOBODY);
    expect(reply.status).toBe(501);
    expect(reply.body).toEqual({
      error: 'server_error',
      error_description: `The emulator shows no pages to users, so it does not answer ${path}.`,
    });
  });

  it.each([
    ['GET', '/oauth2/nowhere/v1/keys'],
    ['GET', '/oauth2/nowhere/.well-known/openid-configuration'],
  ])('%s %s is not found', async (method, path) => {
    const reply = await (await emulate('in process')).send(method, path, NOBODY);
    expect(errorOf(reply)).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });

  it('is a server that was switched off', async () => {
    const client = await emulate('in process');
    await client.post('/api/v1/authorizationServers/default/lifecycle/deactivate');
    expect((await client.send('GET', '/oauth2/default/v1/keys', NOBODY)).status).toBe(404);
    await client.post('/api/v1/authorizationServers/default/lifecycle/activate');
    expect((await client.send('GET', '/oauth2/default/v1/keys', NOBODY)).status).toBe(200);
  });
});
