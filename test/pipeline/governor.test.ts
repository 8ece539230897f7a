import { createClient } from '@redis/client';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserApi } from '../../generated/management/apis/index.js';
import { type BucketWindow, learnLimit, takeTurn } from '../../src/pipeline/throttle/bucket-window.js';
import { Governor } from '../../src/pipeline/throttle/governor.js';
import type { LimitSeen } from '../../src/pipeline/throttle/rate-limit-store.js';
import { type RedisCommands, RedisRateLimitStore } from '../../src/pipeline/throttle/redis-rate-limit-store.js';
import { configure } from '../support/configure.js';
import { localServer, sendJson } from '../support/local-server.js';
import { hasRedis, startRedis, suiteRedis } from '../support/redis-server.js';
import { type Fleet, launch } from './governor/fleet.js';

const connect = (url: string) =>
  createClient({ url })
    .on('error', () => undefined)
    .connect();

describe.runIf(hasRedis)('processes that share limits through Redis', () => {
  const redis = suiteRedis();
  const fleet = { processes: 4, limit: 600, latency: 100, maxCapacityPercent: 100 };

  async function prove(setting: Omit<Fleet, 'redis'>) {
    const outcome = await launch({ ...setting, redis: redis().url });
    const { failed, done, attempts, limited, crowded, seconds, idealSeconds } = outcome;
    expect(failed).toEqual([]);
    expect(done).toBe(setting.processes * setting.calls);
    expect((limited + crowded) / attempts).toBeLessThanOrEqual(0.01);
    expect(seconds).toBeLessThanOrEqual(idealSeconds * 1.1);
    return outcome;
  }

  it('finish all their calls in the time that the limit allows, hardly ever refused', async () => {
    await prove({ ...fleet, calls: 200, speed: 10 });
  }, 60_000);

  it('leave half of the limit to others if told so', async () => {
    const { lowest } = await prove({ ...fleet, calls: 100, speed: 10, maxCapacityPercent: 50 });
    expect(lowest).toBeGreaterThanOrEqual(300);
  }, 60_000);

  // At the pace of a real org this takes a quarter of an hour.
  it.runIf(process.env['OKTA_TEST_SLOW'])(
    'do so for 8,000 calls against 600 a minute',
    async () => {
      console.log(await prove({ ...fleet, calls: 2000, speed: 1 }));
    },
    1_200_000,
  );
});

/** What may happen to a bucket: time passes, a request wants to go, an answer comes. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('take' as const), pause: fc.nat(3000), percent: fc.integer({ min: 1, max: 100 }) }),
  fc.record({
    kind: fc.constant('learn' as const),
    pause: fc.nat(3000),
    limit: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
    remaining: fc.nat(50),
    window: fc.integer({ min: -1, max: 3 }),
    endsInMs: fc.integer({ min: 1, max: 60_000 }),
    refused: fc.boolean(),
  }),
);

describe.runIf(hasRedis)('limits in Redis', () => {
  const redis = suiteRedis();
  let client: Awaited<ReturnType<typeof connect>>;
  beforeAll(async () => {
    client = await connect(redis().url);
  });
  afterAll(() => client?.close());

  it('are what they are in memory, whatever happens', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 40 }), async (happenings) => {
        let now = Date.UTC(2026, 0, 31, 8);
        const first = now / 1000;
        const store = new RedisRateLimitStore(client, { clock: { now: () => now } });
        const bucket = `bucket ${run++}`;
        let window: BucketWindow | undefined;
        for (const { pause, ...event } of happenings) {
          now += pause;
          if (event.kind === 'take') {
            const { waitMs, ...turn } = takeTurn(window, now, event.percent);
            expect(await store.take(bucket, event.percent)).toEqual({
              ...turn,
              waitMs: Math.ceil(Number(waitMs.toFixed(3))),
            });
          } else {
            const seen: LimitSeen = { ...event, reset: first + 60 * event.window };
            window = learnLimit(window, seen, now);
            await store.learn(bucket, seen);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are counted by the clock of Redis, under a name of their own, and forgotten some day', async () => {
    const store = new RedisRateLimitStore(client, { prefix: 'mine:' });
    await store.learn('b', { limit: 10, remaining: 0, reset: 1, endsInMs: 5000, refused: false });
    const { granted, waitMs } = await store.take('b', 100);
    expect([granted, waitMs > 3000 && waitMs <= 5000]).toEqual([false, true]);
    expect(await client.pTTL('mine:b')).toBeGreaterThan(600_000);
  });

  it('work through a client like that of ioredis, too', async () => {
    const commands: RedisCommands & { sendCommand(command: object): never } = {
      call: (name, ...parts) => client.sendCommand([name, ...parts]),
      sendCommand: () => {
        throw new Error('Takes a Command');
      },
    };
    const turn = await new RedisRateLimitStore(commands).take('unknown', 100);
    expect(turn).toEqual({ granted: true, waitMs: 0, known: false });
  });

  it('are missed by nobody when Redis dies', async () => {
    const mortal = await startRedis();
    const own = await connect(mortal.url);
    const warnings: string[] = [];
    const { url } = await localServer((_, response) => sendJson(response, {}));
    const logger = { warn: (message: string) => void warnings.push(message) };
    const rateLimit = new Governor({ store: new RedisRateLimitStore(own), logger });
    const users = new UserApi(configure(url, { rateLimit }));
    await users.getUser({ userId: 'before' });
    await mortal.stop();
    await Promise.all(['a', 'b', 'c'].map((userId) => users.getUser({ userId })));
    expect(warnings).toEqual([expect.stringMatching(/^The shared store of rate limits failed: /)]);
    own.destroy();
  });
});
