import type { Clock } from '../../clock.js';
import { AbortError, TimeoutError } from '../../errors/network-errors.js';
import type { Handler, HttpRequest, HttpResponse } from '../../http/message.js';
import type { Logger } from '../../platform/warn.js';
import { isConcurrencyLimit } from '../retry/delay.js';
import { bucketKey } from './bucket-key.js';
import { ConcurrencyWindow, type Slot } from './concurrency-window.js';
import type { CheckedRules } from './governor-options.js';
import { guardedStore } from './guarded-store.js';
import { Lane, type LaneParts } from './lane.js';
import { limitSeen } from './limit-seen.js';
import { MemoryRateLimitStore } from './memory-rate-limit-store.js';
import type { RateLimitStore } from './rate-limit-store.js';

/** Paths that are not recognised as alike must not fill the memory. */
const MOST_LANES = 1000;

interface Entered {
  readonly lane: Lane;
  readonly bucket: string;
  readonly slot: Slot;
}

/** What traffic is kept in order with. */
export interface TrafficParts {
  readonly rules: CheckedRules;
  /** Shares the counts between processes. */
  readonly store: RateLimitStore | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The requests of a governor: what waits, what is in flight, what is known about limits. */
export class Traffic {
  readonly #parts: LaneParts;
  readonly #lanes = new Map<string, Lane>();

  /** @param parts - rules, and with whom limits are shared */
  constructor({ rules, store, clock, logger }: TrafficParts) {
    const warn = (error: unknown) => logger.warn(`The shared store of rate limits failed: ${reason(error)}`);
    this.#parts = {
      clock,
      maxCapacityPercent: rules.maxCapacityPercent,
      window: new ConcurrencyWindow({ ...rules, clock }),
      store: store === undefined ? new MemoryRateLimitStore(clock) : guardedStore(store, clock, warn),
    };
  }

  /** Requests in flight. */
  get inFlight(): number {
    return this.#parts.window.inFlight;
  }

  /** Requests that may be in flight now. */
  get concurrency(): number {
    return this.#parts.window.size;
  }

  /** Requests that wait for their turn. */
  get waiting(): number {
    return [...this.#lanes.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /**
   * Holds an attempt back until it may be sent, and learns from its answer.
   *
   * @param request - the attempt
   * @param next - sends it
   * @returns the answer
   */
  async pass(request: HttpRequest, next: Handler): Promise<HttpResponse> {
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
