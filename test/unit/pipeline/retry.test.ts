import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GroupApi, UserApi } from '../../../generated/management/apis/index.js';
import type { ConfigurationOptions } from '../../../src/config/options.js';
import { AbortError, ConnectionError, TimeoutError } from '../../../src/errors/network-errors.js';
import { HttpHeaders } from '../../../src/http/headers.js';
import { responseOf } from '../../../src/http/response-of.js';
import { delayAfter } from '../../../src/pipeline/retry/delay.js';
import { configure } from '../../support/configure.js';
import { type LocalServer, localServer, sendJson } from '../../support/local-server.js';

const NOW = Date.UTC(2026, 0, 31, 8);

/** A clock whose pauses take no time but are remembered. */
function patientClock() {
  let now = NOW;
  const sleeps: number[] = [];
  const sleep = async (ms: number, signal?: AbortSignal) => {
    signal?.throwIfAborted();
    sleeps.push(ms);
    now += ms;
  };
  return { sleeps, now: () => now, random: () => 0, sleep };
}

type Step = (response: ServerResponse) => void;

const answer =
  (status: number, headers: Record<string, string | string[]> = {}, body: unknown = {}) =>
  (response: ServerResponse) =>
    sendJson(response, body, { status, headers });
const drop: Step = (response) => response.destroy();
const cutShort: Step = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
  response.write('{"id":', () => response.destroy());
};
const good = answer(200, {}, { id: '00u1' });
const limited = (headers: Record<string, string | string[]> = {}) =>
  answer(429, { 'X-Okta-Request-Id': 'req1', ...headers });

/** Answers with one step after another, and then well. */
function server(...steps: Step[]): Promise<LocalServer> {
  return localServer((_seen, response, count) => (steps[count - 1] ?? good)(response));
}

async function client(steps: Step[], options: ConfigurationOptions = {}) {
  const target = await server(...steps);
  const clock = patientClock();
  const configuration = configure(target.url, { clock, ...options });
  return { users: new UserApi(configuration), groups: new GroupApi(configuration), requests: target.requests, clock };
}

const get = ({ users }: { users: UserApi }, options = {}) => users.getUser({ userId: 'me' }, options);
const create = ({ users }: { users: UserApi }) => users.createUser({ body: { profile: {} } });
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a request is sent again', () => {
  it.each<[string, Step[]]>([
    ['after 429', [limited()]],
    ['after 502', [answer(502)]],
    ['after 503', [answer(503)]],
    ['after 504', [answer(504)]],
    ['when the connection was dropped', [drop]],
    ['when the body was cut short', [cutShort]],
    ['twice', [answer(503), drop]],
  ])('%s', async (_, steps) => {
    const sdk = await client(steps);
    await expect(get(sdk)).resolves.toMatchObject({ id: '00u1' });
    expect(sdk.requests).toHaveLength(steps.length + 1);
  });

  it('after 429 for verbs that change something, too', async () => {
    const sdk = await client([limited(), limited()]);
    await expect(create(sdk)).resolves.toMatchObject({ id: '00u1' });
  });

  it('with headers that tell Okta what belongs together', async () => {
    const sdk = await client([limited(), limited({ 'X-Okta-Request-Id': 'req2' })]);
    await get(sdk);
    const marks = sdk.requests.map(({ headers }) => [headers['x-okta-retry-for'], headers['x-okta-retry-count']]);
    expect(marks).toEqual([
      [undefined, undefined],
      ['req1', '1'],
      ['req1', '2'],
    ]);
  });

  it('with the same body', async () => {
    const sdk = await client([limited()]);
    await create(sdk);
    expect(new Set(sdk.requests.map(({ body }) => body.toString()))).toEqual(new Set(['{"profile":{}}']));
  });
});

describe('a request is not sent again', () => {
  it.each<[string, Step]>([
    ['400', answer(400)],
    ['404', answer(404)],
    ['500', answer(500)],
    ['501', answer(501)],
  ])('after %s', async (_, step) => {
    const sdk = await client([step]);
    expect(await failure(get(sdk))).toBeInstanceOf(Error);
    expect(sdk.requests).toHaveLength(1);
  });

  it.each<[string, Step]>([
    ['503', answer(503)],
    ['a dropped connection', drop],
    ['a body cut short', cutShort],
  ])('after %s if it may have changed something', async (_, step) => {
    const sdk = await client([step]);
    expect(await failure(create(sdk))).toBeInstanceOf(Error);
    expect(sdk.requests).toHaveLength(1);
  });

  it.each<[string, ConfigurationOptions, object]>([
    ['by setting', { rateLimit: { maxRetries: 0 } }, {}],
    ['by option of the call', {}, { retry: false }],
    ['by number of the call', {}, { maxRetries: 0 }],
  ])('if that is switched off %s', async (_, options, call) => {
    const sdk = await client([limited()], options);
    expect(await failure(get(sdk, call))).toMatchObject({ status: 429 });
    expect(sdk.requests).toHaveLength(1);
  });

  it('more often than is allowed: 2 times, or as set, or as the call says', async () => {
    const always = Array.from({ length: 20 }, () => limited());
    for (const [options, call, count] of [
      [{}, {}, 3],
      [{ rateLimit: { maxRetries: 4 } }, {}, 5],
      [{}, { maxRetries: 1 }, 2],
    ] as const) {
      const sdk = await client(always, options);
      expect(await failure(get(sdk, call))).toMatchObject({ status: 429 });
      expect(sdk.requests).toHaveLength(count);
    }
  });

  it('if nothing listens for a POST either: then nothing was sent, and it is tried again', async () => {
    const clock = patientClock();
    const users = new UserApi(configure('http://127.0.0.1:1', { clock }));
    const error = await failure(create({ users }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ maybeSent: false });
    expect(clock.sleeps).toHaveLength(2);
  });
});

describe('the wait after 429', () => {
  const date = new Date(NOW).toUTCString();
  const reset = (seconds: number) => String(NOW / 1000 + seconds);

  it.each<[string, Record<string, string | string[]>, number]>([
    ['is what Retry-After says, in seconds', { 'Retry-After': '7', 'X-Rate-Limit-Reset': reset(30), Date: date }, 7000],
    ['is what Retry-After says, as a date', { 'Retry-After': new Date(NOW + 9000).toUTCString(), Date: date }, 9000],
    ['lasts until the window ends, and a second', { 'X-Rate-Limit-Reset': reset(30), Date: date }, 31_000],
    [
      'is measured by the clock of the server',
      { 'X-Rate-Limit-Reset': reset(630), Date: new Date(NOW + 600_000).toUTCString() },
      31_000,
    ],
    ['understands a header that was sent twice', { 'X-Rate-Limit-Reset': [reset(5), reset(5)], Date: date }, 6000],
    ['is a second at least', { 'X-Rate-Limit-Reset': reset(-1), Date: date }, 1000],
    ['is short if the window ended long ago', { 'X-Rate-Limit-Reset': reset(-4000), Date: date }, 125],
    ['is short if the window ends in a year', { 'X-Rate-Limit-Reset': reset(31_536_000), Date: date }, 125],
    ['is short if the header makes no sense', { 'X-Rate-Limit-Reset': 'soon', Date: date }, 125],
    ['is short if there is no header', {}, 125],
    [
      'is short if too many requests ran at once',
      { 'X-Rate-Limit-Limit': '0', 'X-Rate-Limit-Remaining': '0', 'X-Rate-Limit-Reset': reset(60), Date: date },
      125,
    ],
  ])('%s', async (_, headers, expected) => {
    const sdk = await client([limited(headers)]);
    await get(sdk);
    expect(sdk.clock.sleeps).toEqual([expected]);
  });

  it('is above 0 and at most two minutes and a bit, whatever the headers say', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.double().map(String),
      fc.constantFrom('', reset(60), '1,2'),
    );
    const names = ['retry-after', 'x-rate-limit-reset', 'x-rate-limit-limit', 'x-rate-limit-remaining', 'date'];
    const headers = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
    fc.assert(
      fc.property(
        headers,
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (sent, attempt, chance) => {
          const response = responseOf(429, HttpHeaders.from(Object.entries(sent)), []);
          const delay = delayAfter(attempt, response, { ...patientClock(), random: () => chance });
          expect(delay).toBeGreaterThan(0);
          expect(delay).toBeLessThanOrEqual(120_250);
        },
      ),
    );
  });
});

describe('time', () => {
  it('for one attempt ends: the attempt is repeated', async () => {
    const sdk = await client([() => {}], { connectionTimeout: 0.2 });
    await expect(get(sdk)).resolves.toMatchObject({ id: '00u1' });
    expect(sdk.requests).toHaveLength(2);
  });

  it('for one attempt ends: what may have changed something is not repeated', async () => {
    const sdk = await client([() => {}], { connectionTimeout: 0.2 });
    const error = await failure(create(sdk));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: 'OKTA_TIMEOUT', timeoutMs: 200, method: 'POST' });
  });

  it('also ends while the body drips', async () => {
    const drip: Step = (response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    const sdk = await client([drip, drip, drip], { connectionTimeout: 0.2 });
    expect(await failure(get(sdk))).toBeInstanceOf(TimeoutError);
  });

  it.each<[string, ConfigurationOptions, object]>([
    ['by setting', { requestTimeout: 0.2, connectionTimeout: 0 }, {}],
    ['by option of the call', {}, { timeoutMs: 200 }],
  ])('for the whole call ends %s', async (_, options, call) => {
    const sdk = await client([() => {}], options);
    expect(await failure(get(sdk, call))).toMatchObject({
      code: 'OKTA_TIMEOUT',
      message: expect.stringContaining('with its retries'),
    });
    expect(sdk.requests).toHaveLength(1);
  });

  it('is not spent on a wait that would end too late', async () => {
    const reset = String(NOW / 1000 + 50);
    const sdk = await client([limited({ 'X-Rate-Limit-Reset': reset, Date: new Date(NOW).toUTCString() })], {
      requestTimeout: 20,
    });
    expect(await failure(get(sdk))).toMatchObject({ status: 429 });
    expect(sdk.clock.sleeps).toEqual([]);
  });

  it('that is waited ends at once when the call is aborted', async () => {
    const target = await server(limited({ 'Retry-After': '60' }));
    const users = new UserApi(configure(target.url));
    const controller = new AbortController();
    const start = performance.now();
    setTimeout(() => controller.abort(new Error('enough')), 100);
    expect(await failure(get({ users }, { signal: controller.signal }))).toBeInstanceOf(AbortError);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
