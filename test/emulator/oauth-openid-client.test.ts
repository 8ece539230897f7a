import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as openid from 'openid-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SeedApp } from '../../src/emulator/seed/seed.js';
import { createEmulator } from '../../src/emulator.js';

/** The clock of the machine holds here, as it does for the client. */
async function listening(app: SeedApp) {
  const emulator = createEmulator({ seed: { apps: [app] } });
  onTestFinished(() => emulator.close());
  const { url } = await emulator.listen();
  const manage = (path: string, body: unknown) =>
    fetch(url + path, {
      method: 'POST',
      headers: { Authorization: `SSWS ${emulator.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { url, manage };
}

const SECRET = randomBytes(24).toString('hex');

function robot(credentials: object, settings: object = {}): SeedApp {
  const oauthClient = { application_type: 'service', grant_types: ['client_credentials'], ...settings };
  const body = { name: 'oidc_client', label: 'Robot', credentials: { oauthClient: credentials } };
  return { id: '0oarobot', app: { ...body, settings: { oauthClient } }, grants: ['okta.users.read'] };
}

const byKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwks = { keys: [{ ...byKey.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] };
const keyRobot = (settings: object = {}) =>
  robot({ token_endpoint_auth_method: 'private_key_jwt' }, { jwks, ...settings });

async function signing() {
  const pkcs8 = byKey.privateKey.export({ format: 'der', type: 'pkcs8' });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return openid.PrivateKeyJwt({
    key: await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), algorithm, false, ['sign']),
    kid: 'k1',
  });
}

function discover(issuer: string, authentication: openid.ClientAuth, algorithm: 'oauth2' | 'oidc' = 'oidc') {
  return openid.discovery(new URL(issuer), '0oarobot', undefined, authentication, {
    algorithm,
    execute: [openid.allowInsecureRequests],
  });
}

const READ_USERS = { scope: 'okta.users.read' };

describe('openid-client', () => {
  it('discovers the org, gets a token by private key, and the token holds', async () => {
    const { url } = await listening(keyRobot());
    const config = await discover(url, await signing());
    const tokens = await openid.clientCredentialsGrant(config, READ_USERS);
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope: 'okta.users.read' });
    const keys = createRemoteJWKSet(new URL(String(config.serverMetadata().jwks_uri)));
    await jwtVerify(tokens.access_token, keys, { issuer: url, audience: url });
    const users = await openid.fetchProtectedResource(
      config,
      tokens.access_token,
      new URL('/api/v1/users', url),
      'GET',
    );
    expect(users.status).toBe(200);
  });

  it('reads why it is refused', async () => {
    const { url } = await listening(keyRobot());
    const config = await discover(url, await signing());
    await expect(openid.clientCredentialsGrant(config, { scope: 'okta.apps.read' })).rejects.toMatchObject({
      error: 'invalid_scope',
      status: 400,
    });
    const { access_token } = await openid.clientCredentialsGrant(config, READ_USERS);
    const groups = openid.fetchProtectedResource(config, access_token, new URL('/api/v1/groups', url), 'GET');
    await expect(groups).rejects.toMatchObject({
      cause: [{ scheme: 'bearer', parameters: { error: 'insufficient_scope', scope: 'okta.groups.read' } }],
    });
  });

  it.each([
    ['client_secret_basic', openid.ClientSecretBasic(SECRET)],
    ['client_secret_post', openid.ClientSecretPost(SECRET)],
    ['client_secret_jwt', openid.ClientSecretJwt(SECRET)],
  ])('uses a custom server by %s: token, introspection, revocation', async (method, authentication) => {
    const app = robot({ token_endpoint_auth_method: method, client_secret: SECRET });
    const { url, manage } = await listening(app);
    await manage('/api/v1/authorizationServers/default/scopes', { name: 'orders' });
    const config = await discover(`${url}/oauth2/default`, authentication);
    const { access_token } = await openid.clientCredentialsGrant(config, { scope: 'orders' });
    expect(await openid.tokenIntrospection(config, access_token)).toMatchObject({ active: true, scope: 'orders' });
    await openid.tokenRevocation(config, access_token);
    expect(await openid.tokenIntrospection(config, access_token)).toEqual({ active: false });
  });

  it('proves possession, with the nonce that it is told', async () => {
    const { url } = await listening(keyRobot({ dpop_bound_access_tokens: true }));
    const config = await discover(url, await signing());
    const DPoP = openid.getDPoPHandle(config, await openid.randomDPoPKeyPair());
    const { access_token, token_type } = await openid.clientCredentialsGrant(config, READ_USERS, { DPoP });
    expect(token_type).toBe('dpop');
    const address = new URL('/api/v1/users?limit=1', url);
    const options = { DPoP };
    const users = await openid.fetchProtectedResource(config, access_token, address, 'GET', null, undefined, options);
    expect(users.status).toBe(200);
  });
});
