import type { ServerResponse } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { GroupApi, UserApi } from '../../../generated/management/apis/index.js';
import { type Clock, systemClock } from '../../../src/clock.js';
import type { ConfigurationOptions } from '../../../src/config/options.js';
import { AbortError, ConnectionError, TimeoutError } from '../../../src/errors/network-errors.js';
import { HttpError } from '../../../src/errors/response-error.js';
import { HttpHeaders } from '../../../src/http/headers.js';
import { responseOf } from '../../../src/http/response-of.js';
import { delayAfter } from '../../../src/pipeline/retry/delay.js';
import { Governor } from '../../../src/pipeline/throttle/governor.js';
import type { GovernorOptions } from '../../../src/pipeline/throttle/governor-options.js';
import { configure } from '../../support/configure.js';
import { localServer, sendJson, suiteServer } from '../../support/local-server.js';

/** The machine's time, fifty times as fast. */
const SPEED = 50;
function fastClock(): Clock {
  const start = Date.now();
  const sleep: Clock['sleep'] = (ms, signal) => systemClock.sleep(ms / SPEED, signal);
  return { now: () => start + (Date.now() - start) * SPEED, random: () => 0, sleep };
}

interface Limits {
  readonly limit?: number;
  /** What is left of the first window. */
  readonly remaining?: number;
}

/** An org that counts down, and opens a window with the first request after the last one. */
async function org(clock: Clock, { limit = 100, remaining = limit }: Limits = {}) {
  const times: number[] = [];
  const held: ServerResponse[] = [];
  let [left, reset, isHolding] = [remaining, 0, false];
  const server = await localServer(({ url }, response) => {
    const now = clock.now();
    times.push(now);
    if (now >= reset * 1000) {
      left = reset === 0 ? remaining : limit;
      reset = Math.floor(now / 1000) + 60;
    }
    left -= 1;
    const headers = {
      Date: new Date(now).toUTCString(),
      'X-Rate-Limit-Limit': String(limit),
      'X-Rate-Limit-Remaining': String(Math.max(0, left)),
      'X-Rate-Limit-Reset': String(reset),
    };
    if (isHolding) held.push(response);
    else sendJson(response, { id: url }, { headers, status: left < 0 ? 429 : 200 });
  });
  const answerHeld = () => held.splice(0).forEach((response) => void sendJson(response, {}));
  const hold = () => {
    isHolding = true;
  };
  return { ...server, times, hold, held, answerHeld };
}

function usersOf(url: string, clock: Clock, options: ConfigurationOptions) {
  const users = new UserApi(configure(url, { clock, connectionTimeout: 0, ...options }));
  return (userId = 'me', call = {}) => users.getUser({ userId }, { cache: false, ...call });
}

async function governed(limits: Limits, options: GovernorOptions = {}) {
  const clock = options.clock ?? fastClock();
  const target = await org(clock, limits);
  const governor = new Governor({ clock, ...options });
  return { ...target, clock, governor, get: usersOf(target.url, clock, { rateLimit: governor }) };
}

const times = <T>(count: number, act: () => Promise<T>) => Promise.all(Array.from({ length: count }, act));
const failure = (promise: Promise<unknown>) => promise.then(String, (error: unknown) => error);
const until = async (holds: () => boolean) => {
  while (!holds()) await systemClock.sleep(1);
};

describe('a governor', () => {
  const warm = suiteServer((_, response) => void sendJson(response, {}));

  beforeAll(async () => {
    // What is loaded with the first calls takes long by a clock that is fifty times as fast.
    const get = usersOf(warm().url, systemClock, { rateLimit: new Governor() });
    await times(10, () => get());
  });

  it('sends at full speed, then spreads the rest over the rest of the window, and stays below the limit', async () => {
    const { get, times: arrivals } = await governed({ limit: 40 });
    await times(36, () => get());
    const [first = 0, last = 0] = [arrivals[0], arrivals.at(-1)];
    expect(arrivals).toHaveLength(36);
    expect(last - first).toBeGreaterThan(40_000);
    expect(last - first).toBeLessThan(62_000);
  });

  it('leaves to others what maxCapacityPercent says', async () => {
    const { get, requests } = await governed({ limit: 40 }, { maxCapacityPercent: 50 });
    const calls = times(30, () => get());
    await systemClock.sleep(900);
    expect(requests.length).toBeLessThanOrEqual(20);
    await calls;
  });

  it('counts what others used', async () => {
    const { get, requests } = await governed({ limit: 1000, remaining: 4 });
    const calls = times(8, () => get());
    await systemClock.sleep(400);
    expect(requests.length).toBeLessThan(5);
    await calls;
  });

  it('lets one request to an unknown bucket go ahead, and the others once they know', async () => {
    const { get, requests, hold, held, answerHeld } = await governed({}, { clock: systemClock });
    hold();
    const calls = times(5, () => get());
    await until(() => held.length === 1);
    await systemClock.sleep(30);
    expect(requests).toHaveLength(1);
    answerHeld();
    await until(() => held.length === 4);
    answerHeld();
    await calls;
  });

  it('holds back no bucket because of another', async () => {
    const clock = fastClock();
    const { url, requests } = await org(clock, { limit: 50, remaining: 1 });
    const configuration = configure(url, { clock, rateLimit: { maxConcurrency: 10 } });
    const [users, groups] = [new UserApi(configuration), new GroupApi(configuration)];
    await users.getUser({ userId: 'me' }, { cache: false });
    const stopped = failure(users.getUser({ userId: 'me' }, { signal: AbortSignal.timeout(100), cache: false }));
    await failure(groups.getGroup({ groupId: 'g1' }, { retry: false, cache: false }));
    expect(requests.map((request) => request.url)).toEqual(['/api/v1/users/me', '/api/v1/groups/g1']);
    await stopped;
  });

  it('caps requests in flight for all clients that share it', async () => {
    const { url, clock, governor, get, hold, held, answerHeld } = await governed({}, { maxConcurrency: 3 });
    await get();
    const other = usersOf(url, clock, { rateLimit: governor });
    hold();
    const calls = [...Array.from({ length: 4 }, () => get()), ...Array.from({ length: 4 }, () => other())];
    await until(() => held.length === 3);
    await systemClock.sleep(20);
    expect([held.length, governor.inFlight, governor.waiting]).toEqual([3, 3, 5]);
    while (governor.inFlight > 0) {
      answerHeld();
      await systemClock.sleep(1);
    }
    await Promise.all(calls);
  });

  it('answers in order of arrival, those with a higher priority first', async () => {
    const { get, requests, hold, held, answerHeld } = await governed({}, { maxConcurrency: 1 });
    await get();
    hold();
    const names = ['first', 'plain1', 'plain2', 'urgent1', 'low', 'urgent2', 'plain3'];
    const priorities: Record<string, number> = { urgent1: 5, urgent2: 5, low: -1 };
    const calls = names.map((name) => get(name, { priority: priorities[name] }));
    for (const _ of names) {
      await until(() => held.length === 1);
      answerHeld();
    }
    await Promise.all(calls);
    const order = requests.slice(1).map(({ url }) => url.split('/').at(-1));
    expect(order).toEqual(['urgent1', 'urgent2', 'first', 'plain1', 'plain2', 'plain3', 'low']);
  });

  it('shrinks the window when too many requests run at once, and repeats those that were refused', async () => {
    const clock = fastClock();
    let inFlight = 0;
    let refused = 0;
    const { url } = await localServer((_, response) => {
      const isCrowded = ++inFlight > 5;
      refused += isCrowded ? 1 : 0;
      const headers = {
        'X-Rate-Limit-Limit': isCrowded ? '0' : '600',
        'X-Rate-Limit-Remaining': isCrowded ? '0' : '599',
      };
      setTimeout(() => {
        inFlight -= 1;
        sendJson(response, {}, { status: isCrowded ? 429 : 200, headers });
      }, 5);
    });
    const governor = new Governor({ clock });
    const get = usersOf(url, clock, { rateLimit: governor });
    await times(200, () => get());
    expect(governor.concurrency).toBeLessThanOrEqual(8);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(40);
  });

  it('ends a wait with the signal of its caller at once, and keeps no timer', async () => {
    const { get, governor } = await governed({ limit: 10, remaining: 1 }, { clock: systemClock });
    await get();
    const waiting = [get('me', { signal: AbortSignal.timeout(20) }), get('me', { signal: AbortSignal.timeout(40) })];
    const began = Date.now();
    expect(await Promise.all(waiting.map(failure))).toEqual([expect.any(AbortError), expect.any(AbortError)]);
    expect(Date.now() - began).toBeLessThan(1000);
    expect(governor.waiting).toBe(0);
    await systemClock.sleep(1);
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThanOrEqual(3);
  });

  it('counts its waits to the time of the call', async () => {
    const { get } = await governed({ limit: 10, remaining: 1 }, { clock: systemClock });
    await get();
    expect(await failure(get('me', { timeoutMs: 50 }))).toBeInstanceOf(TimeoutError);
  });

  it('gives the place of a request that fails to the next', async () => {
    const { url } = await localServer((_, response) => response.destroy());
    const clock = fastClock();
    const governor = new Governor({ clock, maxConcurrency: 1 });
    const get = usersOf(url, clock, { rateLimit: governor });
    const errors = await Promise.all([1, 2, 3].map(() => failure(get('me', { retry: false }))));
    for (const error of errors) expect(error).toBeInstanceOf(ConnectionError);
    expect(governor.inFlight).toBe(0);
  });

  it('goes by what it learned itself while the shared store fails, and says so once', async () => {
    const warnings: string[] = [];
    const logger = { warn: (message: string) => void warnings.push(message) };
    const broken = {
      take: () => Promise.reject(new Error('READONLY')),
      learn: () => Promise.reject(new Error('READONLY')),
    };
    const { get } = await governed({ limit: 1000 }, { store: broken, logger, clock: systemClock });
    await times(10, () => get());
    expect(warnings).toEqual(['The shared store of rate limits failed: READONLY']);
  });

  it('is not kept waiting by a store that never answers', async () => {
    const clock = fastClock();
    const hanging = { take: () => new Promise<never>(() => {}), learn: () => new Promise<never>(() => {}) };
    const quick = {
      ...clock,
      after: (ms: number, act: () => void) => {
        const timer = setTimeout(act, ms / SPEED);
        return () => clearTimeout(timer);
      },
    };
    const { get } = await governed({ limit: 1000 }, { store: hanging, logger: { warn: () => {} }, clock: quick });
    await times(10, () => get());
  });

  it.each([
    [{ maxCapacityPercent: 0 }],
    [{ maxCapacityPercent: 101 }],
    [{ maxConcurrency: 0 }],
    [{ maxConcurrency: 1.5 }],
  ])('refuses %j', (options) => {
    expect(() => new Governor(options)).toThrow(RangeError);
  });
});

describe('after too many requests ran at once', () => {
  const reset = String(Math.floor(Date.now() / 1000) + 60);
  const crowded = responseOf(
    429,
    HttpHeaders.from(
      Object.entries({ 'X-Rate-Limit-Limit': '0', 'X-Rate-Limit-Remaining': '0', 'X-Rate-Limit-Reset': reset }),
    ),
    [],
  );

  it.each([
    [1, 125, 250],
    [2, 250, 500],
    [3, 500, 1000],
  ])('attempt %i is followed by a short wait at random, not by the end of the minute', (attempt, least, most) => {
    const waits = [0, 0.3, 0.999].map((chance) =>
      delayAfter(attempt, crowded, { ...systemClock, random: () => chance }),
    );
    expect(Math.min(...waits)).toBe(least);
    expect(Math.max(...waits)).toBeLessThanOrEqual(most);
    expect(new Set(waits).size).toBe(3);
  });
});

describe('the option rateLimit', () => {
  it('adds nothing to the pipeline if only retries are said', async () => {
    const { url, requests } = await org(systemClock, { remaining: 1 });
    const get = usersOf(url, systemClock, { rateLimit: { maxRetries: 0 } });
    await get();
    expect(await failure(get())).toBeInstanceOf(HttpError);
    expect(requests).toHaveLength(2);
  });

  it('takes the number of retries of a governor', async () => {
    const { url, requests } = await org(systemClock, { remaining: 0 });
    const get = usersOf(url, systemClock, { rateLimit: new Governor({ maxRetries: 0 }) });
    expect(await failure(get())).toBeInstanceOf(HttpError);
    expect(requests).toHaveLength(1);
  });

  it('warns of nothing that it knows', () => {
    const warnings: string[] = [];
    const logger = { warn: (message: string) => void warnings.push(message) };
    configure('https://acme.okta.com', { logger, rateLimit: new Governor() });
    const store = { take: () => Promise.reject(), learn: () => Promise.reject() };
    configure('https://acme.okta.com', { logger, rateLimit: { maxCapacityPercent: 50, adaptive: true, store } });
    expect(warnings).toEqual([]);
  });

  it('comes from the environment, too', async () => {
    const clock = fastClock();
    const { url, requests } = await org(clock, { limit: 40 });
    const environment = { OKTA_CLIENT_RATE_LIMIT_MAX_CAPACITY_PERCENT: '10' };
    const get = usersOf(url, clock, { environment });
    const calls = times(8, () => get());
    await systemClock.sleep(400);
    expect(requests.length).toBeLessThanOrEqual(4);
    await calls;
  });
});
