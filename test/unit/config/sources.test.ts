import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/config/collect.js';
import { createConfiguration } from '../../../src/config/create-configuration.js';
import type { ConfigurationOptions } from '../../../src/config/options.js';
import { environmentNames, type SettingName, settingNames, settings } from '../../../src/config/settings.js';
import { ConfigError } from '../../../src/errors/config-error.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const EXAMPLES: Readonly<Record<string, readonly [text: string, value: unknown]>> = {
  text: ['some text', 'some text'],
  credential: ['00secret', '00secret'],
  words: ['okta.users.read, okta.groups.read', ['okta.users.read', 'okta.groups.read']],
  switch: ['TRUE', true],
  count: ['4', 4],
  seconds: ['30', 30],
  port: ['8080', 8080],
  percent: ['80', 80],
  automatic: ['Auto', 'auto'],
  level: ['WARNING', 'warn'],
  mode: ['PrivateKey', 'PrivateKey'],
  key: ['{"kty":"RSA"}', '{"kty":"RSA"}'],
};

function yamlFile(text: string): string {
  const path = join(temporaryFolder(), 'okta.yaml');
  writeFileSync(path, text);
  return path;
}

const sourcedValue = (name: SettingName, options: ConfigurationOptions) => collect(options).settings[name];

describe('the environment', () => {
  const spellings = settingNames.flatMap((name) => environmentNames(name).map((variable) => [variable, name] as const));

  it.each(spellings)('%s gives %s', (variable, name) => {
    const [text, value] = EXAMPLES[settings[name]] ?? [];
    expect(sourcedValue(name, { environment: { [variable]: text } })).toEqual({ value, source: variable });
  });

  it.each([
    'OKTA_CLIENT_ORGURL',
    'OKTA_CLIENT_ORG_URL',
    'OKTA_CLIENT_TOKEN',
    'OKTA_CLIENT_AUTHORIZATIONMODE',
    'OKTA_CLIENT_AUTHORIZATION_MODE',
    'OKTA_CLIENT_CLIENTID',
    'OKTA_CLIENT_CLIENT_ID',
    'OKTA_CLIENT_SCOPES',
    'OKTA_CLIENT_PRIVATEKEY',
    'OKTA_CLIENT_PRIVATE_KEY',
    'OKTA_CLIENT_USER_AGENT',
    'OKTA_CLIENT_CONNECTIONTIMEOUT',
    'OKTA_CLIENT_CONNECTION_TIMEOUT',
    'OKTA_CLIENT_REQUESTTIMEOUT',
    'OKTA_CLIENT_REQUEST_TIMEOUT',
    'OKTA_CLIENT_CACHE_ENABLED',
    'OKTA_CLIENT_CACHE_DEFAULT_TTI',
    'OKTA_CLIENT_CACHE_DEFAULT_TTL',
    'OKTA_CLIENT_PROXY_PORT',
    'OKTA_CLIENT_PROXY_HOST',
    'OKTA_CLIENT_PROXY_USERNAME',
    'OKTA_CLIENT_PROXY_PASSWORD',
    'OKTA_CLIENT_RATE_LIMIT_MAX_RETRIES',
    'OKTA_TESTING_DISABLE_HTTPS_CHECK',
    'OKTA_TESTING_TESTING_DISABLE_HTTPS_CHECK',
  ])('%s is a name that the older SDKs document', (variable) => {
    expect(spellings.map(([known]) => known)).toContain(variable);
  });

  it('counts an empty variable as not set', () => {
    expect(
      sourcedValue('userAgent', { environment: { OKTA_CLIENT_USERAGENT: '', OKTA_CLIENT_USER_AGENT: 'me/1' } }),
    ).toEqual({
      value: 'me/1',
      source: 'OKTA_CLIENT_USER_AGENT',
    });
  });
});

describe('a file', () => {
  it('gives every setting by its path below okta.client, those of testing beside it', () => {
    const file = yamlFile(`okta:
  client:
    orgUrl: https://acme.okta.com
    connectionTimeout: 30 # seconds
    authorizationMode: "PrivateKey"
    clientId: 0oa1
    scopes:
      - okta.users.read
      - okta.groups.read
    privateKey: |
      -----BEGIN PRIVATE KEY-----
    rateLimit:
      maxRetries: 4
    proxy: { host: proxy.test, port: 8080, username: ada, password: s3cret }
    cache: { enabled: false, defaultTtl: 60, defaultTti: 30 }
  testing:
    disableHttpsCheck: true
`);
    const found = collect({ yamlFiles: [file], environment: {} });
    const values = Object.fromEntries(Object.entries(found.settings).map(([name, { value }]) => [name, value]));
    expect(found.faults).toEqual([]);
    expect(values).toEqual({
      orgUrl: 'https://acme.okta.com',
      connectionTimeout: 30,
      authorizationMode: 'PrivateKey',
      clientId: '0oa1',
      scopes: ['okta.users.read', 'okta.groups.read'],
      privateKey: '-----BEGIN PRIVATE KEY-----\n',
      'rateLimit.maxRetries': 4,
      'proxy.host': 'proxy.test',
      'proxy.port': 8080,
      'proxy.username': 'ada',
      'proxy.password': 's3cret',
      'cache.enabled': false,
      'cache.defaultTtl': 60,
      'cache.defaultTti': 30,
      'testing.disableHttpsCheck': true,
    });
  });

  it.each([
    ['', ':', 'is empty'],
    ['# nothing yet', ':', 'is empty'],
    ['okta:\n  client: [\n', ':', 'is not YAML'],
    ['okta:\n  client:\n\ttoken: 00s3cret\n', ':3', 'is not YAML'],
    ['client:\n  token: 00s3cret', ':', '`okta:` at its top'],
    ['okta:\n  client: 00s3cret', ':', '`okta.client` must be a mapping'],
    ['- 00s3cret', ':', '`okta:` at its top'],
  ])('that is broken is named with line and reason: %j', (text, line, reason) => {
    const path = yamlFile(text);
    const message = messageOf({ yamlFiles: [path], environment: {}, token: '00a', orgUrl: 'https://acme.okta.com' });
    expect(message).toContain(path + (line === ':' ? '' : line));
    expect(message).toContain(reason);
    expect(message).not.toContain('s3cret');
  });

  it('that cannot be read is a fault, one that is not there is none', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'okta.yaml'));
    expect(collect({ yamlFiles: [join(folder, 'okta.yaml')], environment: {} }).faults).toMatchObject([
      { reason: expect.stringContaining('cannot be read') },
    ]);
    expect(collect({ yamlFiles: [join(folder, 'other.yaml')], environment: {} }).faults).toEqual([]);
  });
});

describe('of several sources', () => {
  it('the later one wins: files, environment, argument', () => {
    const [home, here] = [
      yamlFile('okta: { client: { userAgent: home, keyId: home, clientId: home, token: home } }'),
      yamlFile('okta: { client: { keyId: here, clientId: here, token: here } }'),
    ];
    const environment = { OKTA_CLIENT_CLIENTID: 'environment', OKTA_CLIENT_TOKEN: 'environment' };
    const found = collect({ yamlFiles: [home, here], environment, token: 'argument' }).settings;
    expect([found.userAgent, found.keyId, found.clientId, found.token].map((sourced) => sourced?.value)).toEqual([
      'home',
      'here',
      'environment',
      'argument',
    ]);
    expect([found.userAgent?.source, found.keyId?.source, found.clientId?.source]).toEqual([
      home,
      here,
      'OKTA_CLIENT_CLIENTID',
    ]);
  });

  it('the credential that stands in code wins over one in the environment', () => {
    const environment = { OKTA_CLIENT_TOKEN: '00fromTheEnvironment' };
    const message = messageOf({ orgUrl: 'https://acme.okta.com', environment, clientId: '0oa1', privateKey: 'x' });
    expect(message).toContain('scopes (nowhere)');
    expect(message).toContain('privateKey (argument)');
  });
});

describe('faults', () => {
  it('are told all at once, each with its source and what is accepted', () => {
    const environment = {
      OKTA_CLIENT_REQUESTTIMEOUT: 'soon',
      OKTA_CLIENT_PROXY_PORT: '0',
      OKTA_CLIENT_AUTHORIZATION_MODE: 'Basic',
    };
    const message = messageOf({ orgUrl: 'acme', environment, testing: { disableHttpsCheck: 'maybe' as never } });
    expect(message.split('\n').slice(1)).toEqual([
      '  - authorizationMode (OKTA_CLIENT_AUTHORIZATION_MODE): must be one of SSWS, PrivateKey, Bearer, or a middleware function',
      '  - orgUrl (argument): must begin with https://, e.g. https://acme.okta.com',
      '  - proxy.port (OKTA_CLIENT_PROXY_PORT): must be a port number from 1 to 65535',
      '  - requestTimeout (OKTA_CLIENT_REQUESTTIMEOUT): must be a number of seconds; 0 or less means none',
      '  - testing.disableHttpsCheck (argument): must be true or false',
    ]);
  });

  it('are all that comes of any value', () => {
    const record = fc.record(Object.fromEntries(settingNames.map((name) => [name, fc.anything()])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(record, (options) => {
        try {
          createConfiguration({ ...options, environment: {}, logger: { warn: () => {} } } as ConfigurationOptions);
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
        }
      }),
    );
  });
});

describe('names that nothing is known about', () => {
  const warningsOf = (options: object): string[] => {
    const warnings: string[] = [];
    collect({ environment: {}, logger: { warn: (message) => warnings.push(message) }, ...options });
    return warnings;
  };

  it.each([
    [{ orgURL: 'x' }, '`orgURL`; did you mean `orgUrl`?'],
    [{ ratelimit: {} }, '`ratelimit`'],
    [{ proxy: { hots: 'x' } }, '`proxy.hots`; did you mean `proxy.host`?'],
    [{ tokn: 'x' }, 'did you mean `token`?'],
    [{ colour: 'red' }, 'nothing is known about `colour`'],
  ])('%j are warned about', (options, text) => {
    expect(warningsOf(options)).toEqual([expect.stringContaining(text)]);
  });

  it('are none among the documented ones', () => {
    expect(
      warningsOf({ orgUrl: 'x', middleware: [], transport: async () => {}, clock: {}, proxy: { host: 'x' } }),
    ).toEqual([]);
  });

  it('and a timeout that looks like milliseconds is asked about', () => {
    expect(warningsOf({ requestTimeout: 30_000 })).toEqual([expect.stringContaining('`requestTimeout` is in seconds')]);
  });
});

function messageOf(options: ConfigurationOptions): string {
  try {
    createConfiguration(options);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the configuration was accepted');
}
