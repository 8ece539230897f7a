import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { collect } from '../../../src/config/collect.js';
import type { ConfigurationOptions } from '../../../src/config/options.js';
import { Client } from '../../../src/sdk.js';
import { makeKey } from '../../oauth/keys.js';
import { localServer, sendJson } from '../../support/local-server.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** Settings as they are in force, without where they came from; a warning fails the test. */
function settingsOf(options: ConfigurationOptions): Record<string, unknown> {
  const warn = (message: string) => expect.unreachable(message);
  const { settings, faults } = collect({ logger: { warn }, ...options });
  expect(faults).toEqual([]);
  return Object.fromEntries(Object.entries(settings).map(([name, { value }]) => [name, value]));
}

/** Every variable of the document, with a value and what it sets. */
const variables: readonly (readonly [variable: string, text: string, name: string, value: unknown])[] = [
  ['OKTA_CLIENT_TOKEN', '00t', 'token', '00t'],
  ['OKTA_CLIENT_AUTHORIZATION_MODE', 'PrivateKey', 'authorizationMode', 'PrivateKey'],
  ['OKTA_CLIENT_ORG_URL', 'https://acme.okta.com', 'orgUrl', 'https://acme.okta.com'],
  ['OKTA_CLIENT_CLIENT_ID', '0oa1', 'clientId', '0oa1'],
  ['OKTA_CLIENT_SCOPES', 'okta.users.read,okta.apps.read', 'scopes', ['okta.users.read', 'okta.apps.read']],
  ['OKTA_CLIENT_PRIVATE_KEY', '{"kty":"RSA"}', 'privateKey', '{"kty":"RSA"}'],
  ['OKTA_CLIENT_USER_AGENT', 'mine/1', 'userAgent', 'mine/1'],
  ['OKTA_CLIENT_CONNECTIONTIMEOUT', '30', 'connectionTimeout', 30],
  ['OKTA_CLIENT_REQUESTTIMEOUT', '0', 'requestTimeout', 0],
  ['OKTA_CLIENT_CACHE_ENABLED', 'False', 'cache.enabled', false],
  ['OKTA_CLIENT_CACHE_DEFAULT_TTI', '300', 'cache.defaultTti', 300],
  ['OKTA_CLIENT_CACHE_DEFAULT_TTL', '300', 'cache.defaultTtl', 300],
  ['OKTA_CLIENT_PROXY_PORT', '3128', 'proxy.port', 3128],
  ['OKTA_CLIENT_PROXY_HOST', 'proxy.example.com', 'proxy.host', 'proxy.example.com'],
  ['OKTA_CLIENT_PROXY_USERNAME', 'ada', 'proxy.username', 'ada'],
  ['OKTA_CLIENT_PROXY_PASSWORD', 'secret', 'proxy.password', 'secret'],
  ['OKTA_CLIENT_RATE_LIMIT_MAX_RETRIES', '4', 'rateLimit.maxRetries', 4],
  ['OKTA_TESTING_TESTING_DISABLE_HTTPS_CHECK', 'true', 'testing.disableHttpsCheck', true],
  ['OKTA_CLIENT_LOGGING_ENABLED', 'True', 'logging.enabled', true],
  ['OKTA_CLIENT_LOGGING_LOGLEVEL', 'INFO', 'logging.logLevel', 'info'],
];

describe('settings as the SDK for Python has them', () => {
  it.each(variables)('%s=%s sets %s', (variable, text, name, value) => {
    expect(settingsOf({ environment: { [variable]: text } })).toEqual({ [name]: value });
  });

  it('the home folder is weaker than the current one, that than the environment, that than the argument', () => {
    const [home, current] = [temporaryFolder(), temporaryFolder()];
    const yaml = (text: string) => `okta:\n  client:\n${text}`;
    mkdirSync(join(home, '.okta'));
    const four = (text: string) =>
      ['orgUrl', 'token', 'clientId', 'userAgent'].map((name) => `    ${name}: ${text}\n`).join('');
    writeFileSync(join(home, '.okta', 'okta.yaml'), yaml(four('home')));
    writeFileSync(join(current, 'okta.yaml'), yaml(four('current').replace(/ +orgUrl.*\n/, '')));
    vi.stubEnv('HOME', home);
    vi.stubEnv('USERPROFILE', home);
    vi.spyOn(process, 'cwd').mockReturnValue(current);
    vi.stubEnv('OKTA_CLIENT_CLIENTID', 'environment');
    vi.stubEnv('OKTA_CLIENT_USERAGENT', 'environment');
    expect(settingsOf({ userAgent: 'argument' })).toMatchObject({
      orgUrl: 'home',
      token: 'current',
      clientId: 'environment',
      userAgent: 'argument',
    });
  });

  it('a file for a service app, with the key as a block of PEM, sends no API token', async () => {
    const { privateKey } = makeKey('RS256');
    const pem = String(privateKey.export({ format: 'pem', type: 'pkcs1' })).trimEnd();
    const server = await localServer(({ url }, response) =>
      sendJson(response, url.includes('/token') ? { token_type: 'Bearer', access_token: 'from the server' } : {}),
    );
    const file = join(temporaryFolder(), 'okta.yaml');
    writeFileSync(
      file,
      `okta:
  client:
    connectionTimeout: 30 # seconds
    orgUrl: "${server.url}"
    authorizationMode: "PrivateKey"
    clientId: "0oa1"
    scopes:
      - scope.1
      - scope.2
    privateKey: |
${pem.replace(/^/gm, '        ')}
    requestTimeout: 0 # seconds
    rateLimit:
      maxRetries: 4
`,
    );
    await new Client({ environment: {}, yamlFiles: [file] }).userApi.getUser({ userId: 'me' });
    const [token, call] = server.requests;
    expect(new URLSearchParams(token?.body.toString()).get('scope')).toBe('scope.1 scope.2');
    expect(call?.headers.authorization).toBe('Bearer from the server');
  });
});
