import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserApi } from '../../../generated/management/apis/index.js';
import { createConfiguration } from '../../../src/config/create-configuration.js';
import type { ConfigurationOptions } from '../../../src/config/options.js';
import { ConfigError } from '../../../src/errors/config-error.js';
import { localServer, sendJson } from '../../support/local-server.js';

const TOKEN = '00aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcd';
const create = (options: ConfigurationOptions) => createConfiguration({ token: TOKEN, environment: {}, ...options });

function faultsOf(options: ConfigurationOptions) {
  try {
    create(options);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('orgUrl', () => {
  it.each([
    ['https://acme.okta.com', 'https://acme.okta.com'],
    ['https://acme.okta.com/', 'https://acme.okta.com'],
    ['https://acme.okta.com//', 'https://acme.okta.com'],
    [' https://ACME.okta.com\t', 'https://acme.okta.com'],
    ['https://acme.okta.com:8443', 'https://acme.okta.com:8443'],
    ['https://id.acme-admin.example', 'https://id.acme-admin.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
    ['http://127.1.2.3', 'http://127.1.2.3'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['http://okta.localhost', 'http://okta.localhost'],
  ])('%s is taken as %s', (orgUrl, baseUrl) => {
    expect(create({ orgUrl }).baseUrl).toBe(baseUrl);
  });

  it.each([
    ['', 'is empty'],
    ['https://{yourOktaDomain}', 'placeholder'],
    ['https://$' + '{yourOktaDomain}', 'placeholder'],
    ['https://yourOktaDomain.okta.com', 'placeholder'],
    ['acme.okta.com', 'must begin with https://'],
    ['ftp://acme.okta.com', 'must begin with https://'],
    ['https://', 'is not a URL'],
    ['https://ac me.okta.com', 'is not a URL'],
    ['https://%@acme.okta.com', 'is not a URL'],
    ['https://acme-admin.okta.com', '-admin'],
    ['https://acme-admin.oktapreview.com/', '-admin'],
    ['https://acme.okta.com.com', 'twice'],
    ['https://acme.okta.com/api/v1', 'must not have a path'],
    ['https://acme.okta.com?x=1', 'must not have a query'],
    ['https://user:s3cret@acme.okta.com', 'user name or password'],
    ['http://acme.okta.com', 'must use https'],
    ['http://127.0.0.1.evil.example', 'must use https'],
    ['http://localhost.evil.example', 'must use https'],
  ])('%s is refused', (orgUrl, reason) => {
    expect(faultsOf({ orgUrl })).toEqual([
      { setting: 'orgUrl', source: 'argument', reason: expect.stringContaining(reason) },
    ]);
  });

  it('may be http where a test allows it', () => {
    expect(create({ orgUrl: 'http://okta.test', testing: { disableHttpsCheck: true } }).baseUrl).toBe(
      'http://okta.test',
    );
  });

  it('of whatever text gives a base URL that parses, or a ConfigError', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `https://${text}`),
        ),
        (orgUrl) => {
          try {
            const { baseUrl } = create({ orgUrl });
            expect(new URL(baseUrl).origin).toBe(new URL(orgUrl.trim()).origin);
          } catch (error) {
            expect(error).toBeInstanceOf(ConfigError);
          }
        },
      ),
    );
  });
});

describe('token', () => {
  it.each([
    ['', 'is empty'],
    ['{apiToken}', 'placeholder'],
    ['YOUR_API_TOKEN', 'placeholder'],
    [`SSWS ${TOKEN}`, 'without the word SSWS'],
    [`${TOKEN}\n`, 'white space'],
    ['00tokén', 'characters that no token has'],
  ])('%j is refused without being shown', (token, reason) => {
    const [fault] = faultsOf({ orgUrl: 'https://acme.okta.com', token });
    expect(fault).toMatchObject({ setting: 'token', source: 'argument', reason: expect.stringContaining(reason) });
    expect(fault?.reason).not.toContain(TOKEN);
  });
});

describe('settings', () => {
  it('come from the environment, and the argument wins', () => {
    const environment = { OKTA_CLIENT_ORGURL: 'https://env.okta.com', OKTA_CLIENT_TOKEN: TOKEN };
    expect(createConfiguration({ environment }).baseUrl).toBe('https://env.okta.com');
    expect(createConfiguration({ environment, orgUrl: 'https://arg.okta.com' }).baseUrl).toBe('https://arg.okta.com');
  });

  it('that are missing are all told in one error, with every way to give them', () => {
    expect(() => createConfiguration({ environment: {} })).toThrow(
      'The configuration cannot be used:\n' +
        '  - orgUrl (nowhere): is missing; pass `orgUrl`, set OKTA_CLIENT_ORGURL or OKTA_CLIENT_ORG_URL, or write `okta.client.orgUrl` into okta.yaml\n' +
        '  - token (nowhere): is missing; pass `token`, set OKTA_CLIENT_TOKEN, or write `okta.client.token` into okta.yaml; ' +
        'or give a service app by `clientId`, `scopes` and `privateKey`, or an `accessToken`',
    );
  });

  it('that are wrong name the variable they came from', () => {
    const environment = { OKTA_CLIENT_ORG_URL: 'acme', OKTA_CLIENT_TOKEN: 'a b' };
    expect(() => createConfiguration({ environment })).toThrow(
      /orgUrl \(OKTA_CLIENT_ORG_URL\).*\n.*token \(OKTA_CLIENT_TOKEN\)/,
    );
  });

  it('hold no secret that could be printed', () => {
    const configuration = create({ orgUrl: 'https://acme.okta.com' });
    const printed =
      inspect(configuration, { depth: 9, showHidden: true }) +
      JSON.stringify(configuration) +
      inspect(new UserApi(configuration), { depth: 9, showHidden: true });
    expect(printed).not.toContain(TOKEN);
  });
});

describe('authorization', () => {
  it.each<[string, ConfigurationOptions, string]>([
    ['an API token', {}, `SSWS ${TOKEN}`],
    ['an access token', { accessToken: 'eyJ.a-b_c.d=' }, 'Bearer eyJ.a-b_c.d='],
    ['a function that gets one', { accessToken: async () => 'fresh' }, 'Bearer fresh'],
  ])('by %s', async (_, options, header) => {
    const server = await localServer((_seen, response) => sendJson(response, {}));
    await new UserApi(create({ orgUrl: server.url, ...options })).getUser({ userId: 'u' });
    expect(server.requests[0]?.headers.authorization).toBe(header);
  });

  it('refuses an access token that is none', () => {
    expect(faultsOf({ orgUrl: 'https://acme.okta.com', accessToken: 'Bearer x' })[0]?.reason).toContain(
      'without the word Bearer',
    );
  });

  it('fails the call when no token can be got, and sends nothing', async () => {
    const server = await localServer((_, response) => sendJson(response, {}));
    const accessToken = () => Promise.reject(new Error('vault sealed'));
    await expect(new UserApi(create({ orgUrl: server.url, accessToken })).getUser({ userId: 'u' })).rejects.toThrow(
      'vault sealed',
    );
    expect(server.requests).toHaveLength(0);
  });
});

describe('middleware', () => {
  it('sees each call before the credentials are added, outermost first', async () => {
    const server = await localServer((_, response) => sendJson(response, {}));
    const order: string[] = [];
    const step =
      (name: string): NonNullable<ConfigurationOptions['middleware']>[number] =>
      async (request, next) => {
        order.push(`${name} ${'Authorization' in request.headers}`);
        const response = await next({ ...request, headers: { ...request.headers, [`X-${name}`]: '1' } });
        order.push(`${name} ${response.status}`);
        return response;
      };
    await new UserApi(create({ orgUrl: server.url, middleware: [step('a'), step('b')] })).getUser({ userId: 'u' });
    expect(order).toEqual(['a false', 'b false', 'b 200', 'a 200']);
    expect(server.requests[0]?.headers).toMatchObject({ 'x-a': '1', 'x-b': '1' });
  });
});
