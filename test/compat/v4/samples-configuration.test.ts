import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as okta from '../../../src/index.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { clientOf, type Org, org } from './older.js';

describe('OAuth', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256' };

  it.each<[string, string | object]>([
    ['a JSON encoded string of a JWK', JSON.stringify(jwk)],
    ['a string in PEM format', String(privateKey.export({ format: 'pem', type: 'pkcs8' }))],
    ['a JSON object, in JWK format', jwk],
  ])('takes the private key as %s', async (_, key) => {
    const { emulator, client: admin } = org();
    const clientId = await serviceApp(admin, { ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig' });
    const client = new okta.Client({
      orgUrl: `${emulator.url}/`,
      authorizationMode: 'PrivateKey',
      clientId,
      scopes: ['okta.users.manage'],
      privateKey: key,
      fetch: emulator.fetch,
      environment: {},
    });
    const user = await client.createUser({
      profile: { firstName: 'Foo', lastName: 'Bar', email: 'a@x.com', login: 'a@x.com' },
    });
    expect(user.profile.login).toBe('a@x.com');
  });

  async function serviceApp(admin: Org['client'], key: object): Promise<string> {
    const app = await admin.createApplication({
      name: 'oidc_client',
      label: 'Service',
      signOnMode: 'OPENID_CONNECT',
      credentials: { oauthClient: { token_endpoint_auth_method: 'private_key_jwt' } },
      settings: {
        oauthClient: { application_type: 'service', grant_types: ['client_credentials'], jwks: { keys: [key] } },
      },
    });
    await app.grantConsentToScope({ issuer: admin.baseUrl, scopeId: 'okta.users.manage' });
    await admin.request({ method: 'POST', path: `/oauth2/v1/clients/${app.id}/roles`, body: { type: 'SUPER_ADMIN' } });
    return app.id;
  }
});

describe('configuration', () => {
  const yaml = (orgUrl: string) => `okta:\n  client:\n    orgUrl: '${orgUrl}'\n    token: 'xYzabc'\n`;

  function folders() {
    const home = temporaryFolder();
    const directory = temporaryFolder();
    mkdirSync(join(home, '.okta'));
    return { home: join(home, '.okta', 'okta.yaml'), here: join(directory, 'okta.yaml') };
  }

  it('comes from ~/.okta, the folder, the environment and the argument, the last one wins', () => {
    const { home, here } = folders();
    const baseUrl = (environment: Record<string, string>, options: okta.ConfigurationOptions = {}) =>
      new okta.Client({ environment, yamlFiles: [home, here], ...options }).baseUrl;
    writeFileSync(home, yaml('https://home.okta.com/'));
    expect(baseUrl({})).toBe('https://home.okta.com');
    writeFileSync(here, yaml('https://here.okta.com/'));
    expect(baseUrl({})).toBe('https://here.okta.com');
    const environment = { OKTA_CLIENT_ORGURL: 'https://dev-1234.oktapreview.com/', OKTA_CLIENT_TOKEN: 'xYzabc' };
    expect(baseUrl(environment)).toBe('https://dev-1234.oktapreview.com');
    expect(baseUrl(environment, { orgUrl: 'https://argument.okta.com/' })).toBe('https://argument.okta.com');
  });

  it('may be left out of the constructor', async () => {
    const { emulator } = org();
    const environment = { OKTA_CLIENT_ORGURL: emulator.url, OKTA_CLIENT_TOKEN: emulator.token };
    const client = new okta.Client({ environment, fetch: emulator.fetch });
    expect(await client.getUser('me')).toMatchObject({ status: 'ACTIVE' });
  });

  it('that lacks everything tells what is missing', () => {
    expect(() => new okta.Client({ environment: {}, yamlFiles: [] })).toThrow('orgUrl');
  });
});

it('is not needed a second time for values', async () => {
  const { emulator } = org();
  const user = await clientOf(emulator).getUser('me');
  expect(await user.listGroups().first()).toMatchObject({ profile: { name: 'Everyone' } });
});
