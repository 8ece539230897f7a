import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, onBothWires } from './client.js';

const WEB = {
  application_type: 'web',
  grant_types: ['authorization_code', 'refresh_token'],
  redirect_uris: ['https://example.com/callback'],
};
const SERVICE = { application_type: 'service', grant_types: ['client_credentials'] };

function create(client: Client, oauthClient: object, credentials: object = {}) {
  return client.post('/api/v1/apps', {
    name: 'oidc_client',
    label: 'Client',
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: credentials },
    settings: { oauthClient },
  });
}

function rsaKey(modulusLength: number, kid: string) {
  return { ...generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' }), kid, use: 'sig' };
}

onBothWires('OIDC clients', (emulate) => {
  it('get an id and a secret, which only POST and PUT show', async () => {
    const client = await emulate();
    const created = await create(client, WEB);
    const id = idOf(created);
    expect(created.body).toMatchObject({
      name: 'oidc_client',
      visibility: { hide: { iOS: true, web: true }, appLinks: { oidc_client_link: true } },
      credentials: {
        oauthClient: {
          autoKeyRotation: true,
          client_id: id,
          client_secret: expect.stringMatching(/^[\w-]{64}$/),
          token_endpoint_auth_method: 'client_secret_basic',
          pkce_required: true,
        },
        signing: { kid: expect.stringMatching(/^[\w-]{43}$/) },
      },
      settings: {
        oauthClient: {
          ...WEB,
          response_types: ['code'],
          consent_method: 'TRUSTED',
          issuer_mode: 'DYNAMIC',
          wildcard_redirect: 'DISABLED',
          dpop_bound_access_tokens: false,
          idp_initiated_login: { mode: 'DISABLED', default_scope: [] },
        },
      },
      _links: { clientCredentials: [{ name: 'secrets' }] },
    });
    const read = await client.get(`/api/v1/apps/${id}`);
    expect(read.text).not.toContain('client_secret"');
    const list = await client.get('/api/v1/apps');
    expect(list.text).toContain(`"client_id":"${id}"`);
    expect(list.text).not.toContain('client_secret"');
    expect((await client.put(`/api/v1/apps/${id}`, read.body)).body).toEqual(created.body);
  });

  it('may choose both', async () => {
    const client = await emulate();
    const chosen = {
      client_id: 'my-client',
      client_secret: 'a-secret-of-mine',
      token_endpoint_auth_method: 'client_secret_post',
    };
    const created = await create(client, WEB, chosen);
    expect(created.body).toMatchObject({ credentials: { oauthClient: chosen } });
    const again = await client.put(`/api/v1/apps/${idOf(created)}`, { label: 'Other', settings: { oauthClient: WEB } });
    expect(again.body).toMatchObject({
      credentials: { oauthClient: { client_id: 'my-client', client_secret: 'a-secret-of-mine' } },
    });
  });

  it.each([
    ['none', WEB, { token_endpoint_auth_method: 'none' }],
    ['private_key_jwt', SERVICE, { token_endpoint_auth_method: 'private_key_jwt' }],
    ['being in a browser', { ...WEB, application_type: 'browser' }, {}],
    ['being native', { ...WEB, application_type: 'native' }, { pkce_required: false }],
  ])('have no secret with %s', async (_, settings, credentials) => {
    const created = await create(await emulate(), settings, credentials);
    expect(created.text).not.toContain('client_secret"');
    expect(created.body).toMatchObject({ credentials: { oauthClient: { pkce_required: true } } });
  });

  it.each([
    [
      'no application type',
      { ...WEB, application_type: undefined },
      {},
      'application_type: The field cannot be left blank',
    ],
    ['no grant', { ...WEB, grant_types: [] }, {}, 'grant_types: The field cannot be left blank'],
    ['nowhere to redirect to', { ...WEB, redirect_uris: [] }, {}, 'redirect_uris: The field cannot be left blank'],
    [
      'a service that signs users in',
      { ...WEB, application_type: 'service' },
      {},
      "grant_types: 'client_credentials' is required for the application type 'service'",
    ],
    [
      'a short secret',
      WEB,
      { client_secret: 'short' },
      'client_secret: The field must be 14 to 100 printable ASCII characters long',
    ],
    [
      'a short key',
      { ...SERVICE, jwks: { keys: [rsaKey(1024, 'a')] } },
      {},
      'jwks: An RSA key needs at least 2048 bits',
    ],
    [
      'two keys of one name',
      { ...SERVICE, jwks: { keys: [rsaKey(2048, 'a'), rsaKey(2048, 'a')] } },
      {},
      'jwks: Each key needs a kid of its own',
    ],
  ])('refuse %s', async (_, settings, credentials, cause) => {
    const reply = await create(await emulate(), settings, credentials);
    expect(errorOf(reply)).toEqual({ status: 400, errorCode: 'E0000001', causes: [cause] });
  });

  it('keep their application type', async () => {
    const client = await emulate();
    const id = idOf(await create(client, WEB));
    const settings = { oauthClient: { ...WEB, application_type: 'native' } };
    const reply = await client.put(`/api/v1/apps/${id}`, { label: 'Client', settings });
    expect(errorOf(reply).causes).toEqual(['application_type: The application type cannot be changed']);
  });
});
