import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { inspect, promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Client } from '../../src/client.js';
import { createConfiguration } from '../../src/config/create-configuration.js';
import type { HttpRequest, HttpResponse, Middleware } from '../../src/http/message.js';
import { type Answer, localServer, sendJson } from '../support/local-server.js';

/** Every secret that could leak, each with a mark that is easy to find. */
const SECRETS = {
  token: '00MARKtoken',
  accessToken: 'eyMARKaccess.MARK.MARK',
  password: 'MARKpassword',
  cookie: 'sid=MARKcookie',
  proxyPassword: 'MARKproxy',
};
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = privateKey.export({ format: 'jwk' });
const keyMarks = [jwk.d ?? '', String(privateKey.export({ format: 'pem', type: 'pkcs8' })).slice(60, 90)];

function leaks(text: string): string[] {
  return [
    ...(text.match(/MARK\w+/g) ?? []),
    ...keyMarks.filter((mark) => text.includes(mark)),
    ...(text.match(/eyJ[\w-]+\.eyJ[\w-]+/g) ?? []),
  ];
}

/** Everything that people do to look at a value. */
function printed(value: unknown): string {
  const options = { depth: 20, showHidden: true, getters: true } as const;
  return [
    inspect(value, options),
    inspect(value),
    JSON.stringify(value),
    String(value),
    `${(value as Error)?.stack}`,
  ].join('\n');
}

const api: Answer = (seen, response) => {
  const headers = { 'Set-Cookie': SECRETS.cookie };
  if (!seen.url.includes('/token'))
    return sendJson(response, { errorCode: 'E0000009', errorSummary: 'no' }, { status: 500, headers });
  const fails = seen.url.includes('/oauth2/bad');
  const body = fails
    ? {
        error: 'invalid_client',
        error_description: `assertion ${new URLSearchParams(seen.body.toString()).get('client_assertion')}`,
      }
    : { access_token: SECRETS.accessToken, token_type: 'Bearer', expires_in: 3600 };
  sendJson(response, body, { status: fails ? 401 : 200, headers });
};

const credentials = {
  SSWS: { token: SECRETS.token },
  Bearer: { accessToken: SECRETS.accessToken },
  'PrivateKey as JWK': { clientId: '0oa1', scopes: ['a'], privateKey: jwk },
  'PrivateKey as KeyObject': { clientId: '0oa1', scopes: ['a'], privateKey },
  'PrivateKey that is refused': {
    clientId: '0oa1',
    scopes: ['a'],
    privateKey: JSON.stringify(jwk),
    issuer: '/oauth2/bad',
  },
};

it('the search finds what it looks for', () => {
  expect(leaks(printed({ headers: { Cookie: SECRETS.cookie }, key: jwk }))).toEqual(
    expect.arrayContaining(['MARKcookie', jwk.d]),
  );
});

describe.each(Object.entries(credentials))('with %s', (_, credential) => {
  it('nothing that can be printed shows a secret', async () => {
    const server = await localServer(api);
    const seen: unknown[] = [];
    const watch: Middleware = async (request: HttpRequest, next) => {
      seen.push(request, { ...request, headers: { ...request.headers, Cookie: SECRETS.cookie } });
      const response: HttpResponse = await next(request);
      seen.push(response, response.headers);
      return response;
    };
    const issuer = 'issuer' in credential ? { issuer: server.url + credential.issuer } : {};
    const options = {
      orgUrl: server.url,
      environment: {},
      middleware: [watch],
      proxy: { host: server.url, username: 'p', password: SECRETS.proxyPassword },
      ...credential,
      ...issuer,
    };
    const { userApi } = new Client(options);
    const body = { profile: { login: 'a@example.com' }, credentials: { password: { value: SECRETS.password } } };
    const error = await userApi
      .createUser({ body }, { headers: { Cookie: SECRETS.cookie } })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    seen.push(error, new Client(options), createConfiguration(options), userApi);
    expect(seen.flatMap((value) => leaks(printed(value)))).toEqual([]);
    expect(server.requests.length).toBeGreaterThan(0);
  });
});

describe('a process that crashes', () => {
  it('with an error of the SDK prints no secret', async () => {
    const server = await localServer(api);
    const script = `
      import { createConfiguration } from './src/config/create-configuration.ts';
      import { UserApi } from './generated/management/apis/index.ts';
      const configuration = createConfiguration({ orgUrl: '${server.url}', environment: {}, clientId: '0oa1', scopes: ['a'], privateKey: ${JSON.stringify(JSON.stringify(jwk))} });
      const body = { profile: {}, credentials: { password: { value: '${SECRETS.password}' } } };
      await new UserApi(configuration).createUser({ body });
    `;
    const run = promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    const { stderr } = await run.then(
      () => ({ stderr: '' }),
      (failure: { stderr: string }) => failure,
    );
    expect(stderr).toContain('OktaApiError');
    expect(leaks(stderr)).toEqual([]);
  });
});
