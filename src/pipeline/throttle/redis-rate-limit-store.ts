import type { Clock } from '../../clock.js';
import type { LimitSeen, RateLimitStore, Turn } from './rate-limit-store.js';
import { LEARN, TAKE } from './redis-script.js';

/** What is needed of a Redis client: that of `redis` (`sendCommand`) or that of `ioredis` (`call`). */
export type RedisCommands =
  | { sendCommand(command: string[]): Promise<unknown> }
  | { call(command: string, ...parts: string[]): Promise<unknown> };

/** Options of {@link RedisRateLimitStore}. */
export interface RedisRateLimitStoreOptions {
  /** Begins every key; `okta:rate-limit:` unless given. */
  readonly prefix?: string;
  /** Measures windows, for tests; the clock of Redis, which all processes share, unless given. */
  readonly clock?: Pick<Clock, 'now'>;
}

/**
 * Shares rate limits between processes through Redis or Valkey: a key per bucket, changed by scripts, so that no two
 * processes count the same request. One round trip before and one after each call. Works with Redis 5 or newer, also as
 * a cluster.
 *
 * @example
 * ```ts
 * import { createClient } from 'redis';
 * const store = new okta.RedisRateLimitStore(await createClient({ url: 'redis://localhost' }).connect());
 * const client = new okta.Client({ rateLimit: { maxCapacityPercent: 80, store } });
 * ```
 * @see https://redis.io/docs/latest/develop/programmability/eval-intro/
 */
export class RedisRateLimitStore implements RateLimitStore {
  readonly #send: (command: string[]) => Promise<unknown>;
  readonly #prefix: string;
  readonly #clock: Pick<Clock, 'now'> | undefined;

  /**
   * @param client - connected; stays the caller's to close
   * @param options - names of keys
   */
  constructor(client: RedisCommands, { prefix = 'okta:rate-limit:', clock }: RedisRateLimitStoreOptions = {}) {
    this.#send = sender(client);
    this.#prefix = prefix;
    this.#clock = clock;
  }

  async take(bucket: string, maxCapacityPercent: number): Promise<Turn> {
    const [granted, waitMs, known] = (await this.#run(TAKE, bucket, [maxCapacityPercent])) as number[];
    return { granted: granted === 1, waitMs: waitMs ?? 0, known: known === 1 };
  }

  async learn(bucket: string, { limit, remaining, reset, endsInMs, refused }: LimitSeen): Promise<void> {
    await this.#run(LEARN, bucket, [limit ?? '', remaining, reset, endsInMs, refused ? 1 : 0]);
  }

  #run(script: string, bucket: string, values: readonly (string | number)[]): Promise<unknown> {
    const now = this.#clock?.now() ?? '';
    return this.#send(['EVAL', script, '1', this.#prefix + bucket, ...[now, ...values].map(String)]);
  }
}

function sender(client: RedisCommands): (command: string[]) => Promise<unknown> {
  // `ioredis` has a `sendCommand`, too, which takes something else.
  if ('call' in client) return ([name = '', ...parts]) => client.call(name, ...parts);
  return (command) => client.sendCommand(command);
}
