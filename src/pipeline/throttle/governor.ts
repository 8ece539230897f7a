import { systemClock } from '../../clock.js';
import { AbortError, TimeoutError } from '../../errors/network-errors.js';
import type { Handler, HttpRequest, HttpResponse, Middleware } from '../../http/message.js';
import { platformLogger } from '../../platform/warn.js';
import { isConcurrencyLimit } from '../retry/delay.js';
import { bucketKey } from './bucket-key.js';
import { ConcurrencyWindow, type Slot } from './concurrency-window.js';
import { checkedRules, type GovernorOptions } from './governor-options.js';
import { guardedStore } from './guarded-store.js';
import { Lane, type LaneParts } from './lane.js';
import { limitSeen } from './limit-seen.js';
import { MemoryRateLimitStore } from './memory-rate-limit-store.js';

/** Paths that are not recognised as alike must not fill the memory. */
const MOST_LANES = 1000;

interface Entered {
  readonly lane: Lane;
  readonly bucket: string;
  readonly slot: Slot;
}

/**
 * Keeps requests below the rate limits of an org: it learns them from the answers, sends at full speed while much is
 * left, then spreads requests over the rest of the minute, and keeps a part for others. One governor serves one org, and
 * any number of clients: give it to all of them.
 *
 * @example
 * ```ts
 * const governor = new okta.Governor({ maxCapacityPercent: 80 });
 * const reports = new okta.Client({ orgUrl, token, rateLimit: governor });
 * const imports = new okta.Client({ orgUrl, token, rateLimit: governor });
 * ```
 * @see https://developer.okta.com/docs/reference/rl-best-practices/
 */
export class Governor {
  /** Attempts after the first, for clients that are given this governor. */
  readonly maxRetries: number | undefined;
  readonly #parts: LaneParts;
  readonly #lanes = new Map<string, Lane>();

  /**
   * @param options - how much may be used, and with whom limits are shared
   * @throws RangeError for a number that makes no sense
   */
  constructor(options: GovernorOptions = {}) {
    const { clock = systemClock, adaptive = true, store, logger = platformLogger, maxRetries } = options;
    const { maxCapacityPercent, maxConcurrency } = checkedRules(options);
    const warn = (error: unknown) => logger.warn(`The shared store of rate limits failed: ${reason(error)}`);
    this.maxRetries = maxRetries;
    this.#parts = {
      clock,
      maxCapacityPercent,
      window: new ConcurrencyWindow({ most: maxConcurrency, adaptive, clock }),
      store: store === undefined ? new MemoryRateLimitStore(clock) : guardedStore(store, clock, warn),
    };
  }

  /** Requests in flight. */
  get inFlight(): number {
    return this.#parts.window.inFlight;
  }

  /** Requests that may be in flight now: `maxConcurrency`, or fewer if the service took fewer. */
  get concurrency(): number {
    return this.#parts.window.size;
  }

  /** Requests that wait for their turn. */
  get waiting(): number {
    return [...this.#lanes.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /**
   * The step of the pipeline: holds each attempt back until it may be sent, and learns from its answer.
   *
   * @returns the step, for pipelines of one's own
   * @throws {@link AbortError} if the caller's signal ends the wait, {@link TimeoutError} if the call's time does
   * @example `const response = await governor.throttle(request, send);`
   */
  get throttle(): Middleware {
    return (request, next) => this.#throttle(request, next);
  }

  async #throttle(request: HttpRequest, next: Handler): Promise<HttpResponse> {
    const bucket = bucketKey(request);
    const lane = this.#laneOf(bucket);
    const slot = await lane.enter(request.call?.priority ?? 0, request.signal).catch((cause: unknown) => {
      throw abandoned(request, cause);
    });
    const response = await next(request).catch((error: unknown) => {
      this.#parts.window.leave(slot, 'failed');
      lane.endProbe(false);
      throw error;
    });
    this.#learn({ lane, bucket, slot }, response);
    return response;
  }

  #learn({ lane, bucket, slot }: Entered, response: HttpResponse): void {
    const { window, store, clock } = this.#parts;
    const isCrowded = response.status === 429 && isConcurrencyLimit(response);
    window.leave(slot, isCrowded ? 'crowded' : 'good');
    const seen = isCrowded ? undefined : limitSeen(response, clock);
    const learned = seen === undefined ? Promise.resolve() : store.learn(bucket, seen);
    void learned.then(() => lane.endProbe(!isCrowded));
  }

  #laneOf(bucket: string): Lane {
    const known = this.#lanes.get(bucket);
    if (known) return known;
    if (this.#lanes.size >= MOST_LANES) this.#forgetIdle();
    const lane = new Lane(bucket, this.#parts);
    this.#lanes.set(bucket, lane);
    return lane;
  }

  #forgetIdle(): void {
    for (const [bucket, { length }] of this.#lanes) if (length === 0) this.#lanes.delete(bucket);
  }
}

function abandoned(request: HttpRequest, cause: unknown): unknown {
  return request.signal?.aborted && !(cause instanceof TimeoutError) ? new AbortError(request, cause) : cause;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
