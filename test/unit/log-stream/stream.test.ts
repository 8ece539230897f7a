import { describe, expect, it } from 'vitest';
import { Client } from '../../../src/client.js';
import { ParameterError } from '../../../src/errors/parameter-error.js';
import type { LogStreamOptions } from '../../../src/log-stream/options.js';
import { streamSystemLog } from '../../../src/log-stream/stream-system-log.js';
import { localServer, sendJson } from '../../support/local-server.js';
import { logServer } from '../../support/log-server.js';
import { manualClock } from '../../support/manual-clock.js';

/** Time that passes at once, and is counted. */
function quickClock() {
  const sleeps: number[] = [];
  let now = Date.UTC(2026, 0, 31, 8);
  const sleep = async (ms: number, signal?: AbortSignal) => {
    signal?.throwIfAborted();
    sleeps.push(ms);
    now += ms;
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { sleeps, now: () => now, random: () => 0, sleep };
}

const clientOf = (orgUrl: string, clock: LogStreamOptions['clock'] = quickClock()) =>
  new Client({ orgUrl, token: '00testToken', environment: {}, ...(clock && { clock }) });

/** Keeps the place in memory. */
function memory(text?: string) {
  const saved: string[] = text === undefined ? [] : [text];
  return { saved, load: async () => saved.at(-1), save: async (place: string) => void saved.push(place) };
}

/** Reads so many events, then ends the stream by its signal. */
async function read(client: Client, count: number, options: LogStreamOptions = {}): Promise<(string | undefined)[]> {
  const stop = new AbortController();
  const uuids: (string | undefined)[] = [];
  for await (const { uuid } of client.systemLog.stream({ ...options, signal: stop.signal })) {
    if (uuids.push(uuid) === count) stop.abort();
  }
  return uuids;
}

const uuids = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `e${from + n}`);

describe('a stream of the System Log', () => {
  it('gives all events and waits for new ones', async () => {
    let total = 25;
    const server = await logServer(() => total);
    const clock = quickClock();
    const stop = new AbortController();
    const seen: unknown[] = [];
    const stream = clientOf(server.url, clock).systemLog.stream({ limit: 10, signal: stop.signal });
    for await (const { uuid } of stream) {
      seen.push(uuid);
      if (seen.length === 25) total = 40;
      if (seen.length === 40) stop.abort();
    }
    expect(seen).toEqual(uuids(0, 40));
  });

  it('asks for what it is told to ask for, for 1,000 events at a time', async () => {
    const server = await logServer(() => 3);
    const since = new Date('2026-01-01T00:00:00Z');
    await read(clientOf(server.url), 3, { since, filter: 'eventType eq "a"', q: 'b' });
    expect(Object.fromEntries(new URL(server.requests[0]?.url ?? '', server.url).searchParams)).toEqual({
      since: '2026-01-01T00:00:00.000Z',
      filter: 'eventType eq "a"',
      q: 'b',
      limit: '1000',
    });
  });

  it('never asks more than once a second when there is nothing new', async () => {
    const server = await logServer(() => 0);
    for (const [pollInterval, expected] of [
      [undefined, 5000],
      [0, 1000],
      [2500, 2500],
    ] as const) {
      const clock = manualClock();
      const stop = new AbortController();
      const options = { signal: stop.signal, ...(pollInterval === undefined ? {} : { pollInterval }) };
      const next = clientOf(server.url, clock).systemLog.stream(options).next();
      const before = server.requests.length;
      for (let round = 1; round <= 3; round++) {
        await expect.poll(() => clock.sleeps.length).toBe(round);
        expect(server.requests).toHaveLength(before + round);
        await clock.advance(expected);
      }
      expect(clock.sleeps.slice(0, 3)).toEqual([expected, expected, expected]);
      stop.abort();
      expect(await next).toEqual({ value: undefined, done: true });
    }
  });

  it('pauses after a page that is not full and ends with a fresh event', async () => {
    let total = 0;
    const clock = quickClock();
    const server = await logServer(() => ++total, undefined, new Date(clock.now()).toISOString());
    await read(clientOf(server.url, clock), 5);
    expect(clock.sleeps).toEqual([5000, 5000, 5000, 5000]);
  });

  it('waits longer and longer for what passes, tells about it, and begins anew after a success', async () => {
    const server = await logServer(
      () => 2,
      (request) => (request <= 9 ? 'fault' : undefined),
    );
    const clock = quickClock();
    const failures: unknown[] = [];
    const onFailure = (error: unknown, delayMs: number) =>
      failures.push([(error as { status: number }).status, delayMs]);
    await read(clientOf(server.url, clock), 2, { onFailure });
    expect(failures.map((failure) => (failure as number[])[1])).toEqual([
      1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000,
    ]);
    expect(failures[0]).toEqual([500, 1000]);
  });

  it('waits until the rate limit ends', async () => {
    const clock = quickClock();
    const reset = String(clock.now() / 1000 + 40);
    const headers = { 'X-Rate-Limit-Limit': '60', 'X-Rate-Limit-Remaining': '0', 'X-Rate-Limit-Reset': reset };
    const server = await localServer((_, response, count) =>
      count === 1
        ? sendJson(response, {}, { status: 429, headers })
        : sendJson(response, [{ uuid: 'a' }], { headers: { Link: `<${server.url}/api/v1/logs?after=1>; rel="next"` } }),
    );
    const client = new Client({
      orgUrl: server.url,
      token: '00t',
      environment: {},
      clock,
      rateLimit: { maxRetries: 0 },
    });
    await read(client, 1);
    expect(clock.sleeps).toEqual([41_000]);
  });

  it('fails with what does not pass', async () => {
    const server = await localServer((_, response) => sendJson(response, { errorCode: 'E0000053' }, { status: 400 }));
    await expect(read(clientOf(server.url), 1)).rejects.toMatchObject({ status: 400, errorCode: 'E0000053' });
    expect(server.requests).toHaveLength(1);
  });

  it('is a function, too', async () => {
    const server = await logServer(() => 3);
    for await (const { uuid } of streamSystemLog(clientOf(server.url).systemLogApi)) {
      expect(uuid).toBe('e0');
      break;
    }
  });

  it('ends without an error, and at once, when its signal aborts', async () => {
    const server = await localServer(() => {});
    const stop = new AbortController();
    const next = clientOf(server.url).systemLog.stream({ signal: stop.signal }).next();
    await expect.poll(() => server.requests.length).toBe(1);
    stop.abort();
    expect(await next).toEqual({ value: undefined, done: true });
    const late = clientOf(server.url).systemLog.stream({ signal: stop.signal });
    expect(await late.next()).toEqual({ value: undefined, done: true });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a checkpoint', () => {
  it('lets another process go on where the last one was stopped, with each event once', async () => {
    const server = await logServer(() => 100);
    const checkpoint = memory();
    const all: unknown[] = [];
    for (const count of [1, 9, 10, 35, 45])
      all.push(...(await read(clientOf(server.url), count, { limit: 10, checkpoint })));
    expect(all).toEqual(uuids(0, 100));
  });

  it('gives the event at hand again after a loop that failed or was left', async () => {
    const server = await logServer(() => 30);
    const checkpoint = memory();
    const seen: unknown[] = [];
    const loop = async (fail: boolean) => {
      for await (const { uuid } of clientOf(server.url).systemLog.stream({ limit: 10, checkpoint })) {
        if (uuid === 'e14' && fail) throw new Error('database down');
        seen.push(uuid);
        if (uuid === 'e20') break;
      }
    };
    await expect(loop(true)).rejects.toThrow('database down');
    await loop(false);
    expect(seen).toEqual(uuids(0, 21));
    expect(await read(clientOf(server.url), 2, { limit: 10, checkpoint })).toEqual(['e20', 'e21']);
  });

  it('repeats at most one page after a process that was killed', async () => {
    const server = await logServer(() => 100);
    const checkpoint = memory();
    const killed = clientOf(server.url).systemLog.stream({ limit: 10, checkpoint });
    for (let n = 0; n < 37; n++) await killed.next();
    expect(await read(clientOf(server.url), 5, { limit: 10, checkpoint })).toEqual(uuids(30, 35));
  });

  it('keeps the time of the beginning until the first page was taken', async () => {
    const server = await logServer(() => 0);
    const checkpoint = memory();
    const since = '2026-01-01T00:00:00.000Z';
    const first = clientOf(server.url, manualClock()).systemLog.stream({ since, checkpoint });
    void first.next();
    await expect.poll(() => server.requests.length).toBe(1);
    const again = memory(checkpoint.saved[0]);
    void clientOf(server.url, manualClock())
      .systemLog.stream({ since: '2026-01-30T00:00:00.000Z', checkpoint: again })
      .next();
    await expect.poll(() => server.requests.length).toBe(2);
    expect(new URL(server.requests[1]?.url ?? '', server.url).searchParams.get('since')).toBe(since);
  });

  it('holds no credential and no origin, and is small', async () => {
    const server = await logServer(() => 5000);
    const checkpoint = memory();
    await read(clientOf(server.url), 2500, { checkpoint });
    for (const text of checkpoint.saved) {
      expect(text).not.toMatch(/00testToken|127\.0\.0\.1/);
      expect(text.length).toBeLessThan(50_000);
    }
  });

  it.each([
    ['no stream saved', 'hello'],
    ['no stream saved', '{"version":1,"taken":[1]}'],
    ['another `filter`', JSON.stringify({ version: 1, cursor: '/api/v1/logs?after=1', taken: [], filter: 'x' })],
    ['must lead to', JSON.stringify({ version: 1, cursor: 'https://evil.example/api/v1/logs', taken: [] })],
  ])('is refused if it is of no use: %s', async (reason, text) => {
    const server = await logServer(() => 1);
    const reading = read(clientOf(server.url), 1, { checkpoint: memory(text) });
    await expect(reading).rejects.toThrow(ParameterError);
    await expect(reading).rejects.toThrow(reason);
    expect(server.requests).toHaveLength(0);
  });

  it('that cannot save ends the stream with its error', async () => {
    const server = await logServer(() => 1);
    const save = async () => {
      throw new Error('disk full');
    };
    await expect(read(clientOf(server.url), 1, { checkpoint: { load: () => undefined, save } })).rejects.toThrow(
      'disk full',
    );
  });
});
