import assert from 'node:assert';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Client } from '../../../src/client.js';
import type { ConfigurationOptions } from '../../../src/config/options.js';
import { ConfigError } from '../../../src/errors/config-error.js';
import type { Logger } from '../../../src/platform/warn.js';
import { type Answer, localServer, sendJson } from '../../support/local-server.js';

const clock = { now: () => Date.UTC(2026, 0, 1), random: () => 0, sleep: async () => {} };
const headers = { 'X-Okta-Request-Id': 'req7', 'X-Rate-Limit-Limit': '600', 'X-Rate-Limit-Remaining': '599' };
const limits = { ...headers, 'X-Rate-Limit-Reset': '1767225600' };

const user: Answer = ({ url }, response) =>
  sendJson(response, { id: url.split(/[/?]/)[4], _links: { self: { href: `http://x${url}` } } }, { headers: limits });

/** A logger that keeps its lines, without the address of the server. */
function recorder() {
  const lines: string[] = [];
  const keep = (level: string) => (line: string) =>
    void lines.push(`${level} ${line.replace(/http:\/\/[\d.:]+/g, '')}`);
  const logger = { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
  return { lines, logger };
}

async function clientOf(answer: Answer, options: ConfigurationOptions) {
  const { url } = await localServer(answer);
  return new Client({ orgUrl: url, token: '00secretToken', environment: {}, clock, ...options });
}

async function yamlFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'okta-logging-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'okta.yaml');
  writeFileSync(path, text);
  return path;
}

const GET = 'UserApi.getUser: GET /api/v1/users/me';
const ANSWERED = `info ${GET}, 200 after 0 ms, request id req7, 599 of 600 requests left`;

describe('logging', () => {
  it('is off unless it is switched on, even if there is a logger and a level', async () => {
    const { lines, logger } = recorder();
    const client = await clientOf(user, { logger, logging: { logLevel: 'debug' } });
    await client.userApi.getUser({ userId: 'me' });
    expect(lines).toEqual([]);
  });

  it('tells about answers, and with debug about requests and what the cache answers', async () => {
    const { lines, logger } = recorder();
    const client = await clientOf(user, { logger, logging: { enabled: true, logLevel: 'debug' } });
    await client.userApi.getUser({ userId: 'me' });
    await client.userApi.getUser({ userId: 'me' });
    expect(lines).toEqual([`debug ${GET}, attempt 1`, ANSWERED, `debug ${GET}, answered without a request`]);
  });

  it('tells about refusals, waits and failures', async () => {
    const { lines, logger } = recorder();
    const busy: Answer = (_, response, count) =>
      count === 1 ? sendJson(response, {}, { status: 429, headers: { 'Retry-After': '3' } }) : response.destroy();
    const client = await clientOf(busy, { logger, logging: { enabled: true }, rateLimit: { maxRetries: 2 } });
    await client.userApi.getUser({ userId: 'me' }).catch(() => undefined);
    expect(lines).toEqual([
      `warn ${GET}, 429 after 0 ms`,
      `warn ${GET}, attempt 2 in 3000 ms because of 429`,
      expect.stringMatching(/^error UserApi.getUser: GET .*, failed after 0 ms: ConnectionError: No answer from GET/),
      expect.stringMatching(/^warn UserApi.getUser: GET .*, attempt 3 in \d+ ms because of ConnectionError$/),
      expect.stringMatching(/^error /),
    ]);
  });

  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['WARNING', ['warn', 'error']],
    ['error', ['error']],
    ['50', ['error']],
  ])('shows from %s on: %s', async (level, expected) => {
    const { lines, logger } = recorder();
    const answers: Answer = (_, response, count) =>
      count === 1 ? response.destroy() : sendJson(response, {}, { status: count === 2 ? 503 : 200 });
    const environment = { OKTA_CLIENT_LOGGING_ENABLED: 'true', OKTA_CLIENT_LOGGING_LOG_LEVEL: level };
    const client = await clientOf(answers, { logger, environment });
    await client.userApi.getUser({ userId: 'me' });
    expect([...new Set(lines.map((line) => line.split(' ')[0]))].sort()).toEqual([...expected].sort());
  });

  it('comes from okta.yaml, too', async () => {
    const { lines, logger } = recorder();
    const file = await yamlFile('okta:\n  client:\n    logging:\n      enabled: true\n      logLevel: INFO\n');
    const client = await clientOf(user, { logger, yamlFiles: [file] });
    await client.userApi.getUser({ userId: 'me' });
    expect(lines).toEqual([ANSWERED]);
  });

  it('shows no credential, header, body, password or token, whatever is sent', async () => {
    const { lines, logger } = recorder();
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const answer: Answer = ({ url }, response) =>
      sendJson(response, url === '/oauth2/v1/token' ? { token_type: 'Bearer', access_token: 'verysecret' } : {});
    const client = await clientOf(answer, {
      logger,
      logging: { enabled: true, logLevel: 'debug' },
      token: undefined as never,
      ...{ clientId: '0oa1', scopes: ['okta.users.read'], privateKey, keyId: 'k' },
    });
    const body = { credentials: { password: { value: 'verysecret' } } };
    const request = { headers: { 'X-Api-Key': 'verysecret' }, query: { token: 'verysecret' }, body };
    await client.request({ method: 'POST', path: '/api/v1/authn', ...request });
    expect(lines).toEqual([
      'debug access token: POST /oauth2/v1/token, attempt 1',
      'info access token: POST /oauth2/v1/token, 200 after 0 ms',
      'debug Client.request: POST /api/v1/authn?token=[redacted], attempt 1',
      'info Client.request: POST /api/v1/authn?token=[redacted], 200 after 0 ms',
    ]);
  });

  it('goes to stderr with time and level if there is no logger', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const client = await clientOf(user, { logging: { enabled: true, logLevel: 'INFO' } });
    await client.userApi.getUser({ userId: 'me' });
    const written = write.mock.calls.map(([text]) => String(text).replace(/http:\/\/[\d.:]+/, ''));
    expect(written).toEqual([`2026-01-01T00:00:00.000Z okta ${ANSWERED.replace('info', 'INFO')}\n`]);
  });

  it('goes to `warn` of a logger that has nothing else, and leaves the hooks of the user alone', async () => {
    const lines: string[] = [];
    const onResponse = vi.fn();
    const logger = { warn: (line: string) => void lines.push(line) };
    const client = await clientOf(user, { logger, logging: { enabled: true }, hooks: { onResponse } });
    await client.userApi.getUser({ userId: 'me' });
    expect(lines).toHaveLength(1);
    expect(onResponse).toHaveBeenCalledOnce();
  });

  it('fails no call when the logger fails', async () => {
    const broken = () => {
      throw new Error('disk full');
    };
    const logger: Logger = { warn: broken, info: broken, debug: broken };
    const client = await clientOf(user, { logger, logging: { enabled: true, logLevel: 'debug' } });
    expect(await client.userApi.getUser({ userId: 'me' })).toMatchObject({ id: 'me' });
  });

  it.each<[string, ConfigurationOptions]>([
    ['a hook', { hooks: { onRequest: () => assert.fail('hook') } }],
    ['a hook, later,', { hooks: { onResponse: () => Promise.reject(new Error('hook')) } }],
    ['a cache', { cacheStore: { get: assert.fail, set: assert.fail, delete: assert.fail } }],
  ])('fails no call when the logger fails to tell of %s that failed', async (_, options) => {
    const warn = vi.fn(() => assert.fail('disk full'));
    const client = await clientOf(user, { logger: { warn }, ...options });
    expect(await client.userApi.getUser({ userId: 'me' })).toMatchObject({ id: 'me' });
    await expect.poll(() => warn.mock.calls.length).toBe(1);
  });

  it('refuses a level that does not exist', () => {
    const make = () => new Client({ orgUrl: 'https://a.okta.com', token: '0', environment: {}, ...wrong });
    const wrong = { logging: { enabled: true, logLevel: 'loud' as never } };
    expect(make).toThrow(ConfigError);
    expect(make).toThrow("logging.logLevel (argument): must be 'debug', 'info', 'warn' or 'error'");
  });
});

describe('raiseException', () => {
  const warningsFor = async (raiseException: boolean) => {
    const warnings: string[] = [];
    const logger = { warn: (text: string) => void warnings.push(text) };
    const client = await clientOf((_, response) => sendJson(response, {}, { status: 404 }), { logger, raiseException });
    await expect(client.userApi.getUser({ userId: 'me' })).rejects.toThrow();
    return warnings;
  };

  it('is accepted, as calls throw anyway', async () => {
    expect(await warningsFor(true)).toEqual([]);
  });

  it('says what to write instead if exceptions are not wanted', async () => {
    expect(await warningsFor(false)).toEqual([
      expect.stringMatching(/`raiseException` changes nothing.*okta\.settle\(/),
    ]);
  });
});

describe('objects of the user', () => {
  it('that lack a method are refused, with advice if a class was given', () => {
    class Library {
      sendRequest() {}
    }
    const options = { httpClient: Library, requestExecutor: {}, cacheManager: new Map() } as never as object;
    const make = () => new Client({ orgUrl: 'https://a.okta.com', token: '0', environment: {}, ...options });
    expect(make).toThrow('httpClient (argument): must have the method `sendRequest`; pass an object, not its class');
    expect(make).toThrow(/requestExecutor \(argument\): must have the method `fetch`$/m);
    expect(make).toThrow('cacheManager (argument): must have the methods `add`, `contains`');
  });
});
