import type { Clock } from '../../clock.js';
import type { ConcurrencyWindow, Slot } from './concurrency-window.js';
import type { RateLimitStore } from './rate-limit-store.js';
import { WaitingLine } from './waiting-line.js';

/** What lanes share. */
export interface LaneParts {
  readonly store: RateLimitStore;
  readonly window: ConcurrencyWindow;
  readonly clock: Clock;
  readonly maxCapacityPercent: number;
}

/** Limits may be raised, or learned to be higher, while somebody waits for a window to end. */
const LONGEST_SLEEP_MS = 5000;
/** So long the first request of an unknown bucket may take before others follow it. */
const LONGEST_PROBE_MS = 2000;

interface Caller {
  readonly priority: number;
  admit(slot: Slot): void;
  refuse(error: unknown): void;
}

/**
 * The requests of one bucket. One at a time is counted, waits for its time and then for room in the window, so that at
 * most one has been counted and not been sent. As long as nothing is known about the bucket, one request goes ahead.
 */
export class Lane {
  readonly #bucket: string;
  readonly #parts: LaneParts;
  readonly #line = new WaitingLine<Caller>();
  /** Ends the waits of the pump when nobody is left. */
  #pump: AbortController | undefined;
  #isProbed = false;
  #endProbe: (() => void) | undefined;

  /**
   * @param bucket - its name in the store
   * @param parts - shared with other lanes
   */
  constructor(bucket: string, parts: LaneParts) {
    this.#bucket = bucket;
    this.#parts = parts;
  }

  /** Requests that wait. */
  get length(): number {
    return this.#line.length;
  }

  /**
   * Waits until the request may be sent.
   *
   * @param priority - higher ones go first
   * @param signal - leaves the line at once; rejects with its reason
   * @returns its place among those in flight
   */
  enter(priority: number, signal?: AbortSignal): Promise<Slot> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const giveUp = () => {
        this.#line.leave(caller);
        if (this.#line.length === 0) this.#pump?.abort();
        reject(signal?.reason);
      };
      const settled = () => signal?.removeEventListener('abort', giveUp);
      const caller: Caller = {
        priority,
        admit: (slot) => {
          settled();
          resolve(slot);
        },
        refuse: (error) => {
          settled();
          reject(error);
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#line.join(caller);
      if (this.#pump === undefined || this.#pump.signal.aborted) void this.#run(new AbortController());
    });
  }

  /**
   * The first request of an unknown bucket has ended, so that others may follow.
   *
   * @param isAnswered - whether what the answer says has been learned
   */
  endProbe(isAnswered: boolean): void {
    this.#isProbed ||= isAnswered;
    this.#endProbe?.();
  }

  async #run(pump: AbortController): Promise<void> {
    const { signal } = pump;
    this.#pump = pump;
    try {
      while (this.#line.length > 0) await this.#admitNext(signal);
    } catch (error) {
      if (!signal.aborted) this.#refuseAll(error);
    } finally {
      if (this.#pump === pump) this.#pump = undefined;
    }
  }

  async #admitNext(signal: AbortSignal): Promise<void> {
    const { window } = this.#parts;
    const isProbe = !(await this.#turn(signal)) && !this.#isProbed;
    const slot = await window.enter(signal);
    const answered = isProbe ? this.#answered(signal) : undefined;
    const caller = this.#line.shift();
    if (caller) caller.admit(slot);
    else window.leave(slot, 'failed');
    await answered;
  }

  /** Waits until the next request may go; gives whether anything is known about the bucket. */
  async #turn(signal: AbortSignal): Promise<boolean> {
    const { store, clock, maxCapacityPercent } = this.#parts;
    for (;;) {
      const { granted, waitMs, known } = await store.take(this.#bucket, maxCapacityPercent);
      signal.throwIfAborted();
      if (waitMs > 0) await clock.sleep(granted ? waitMs : Math.min(waitMs, LONGEST_SLEEP_MS), signal);
      if (granted) return known;
    }
  }

  async #answered(signal: AbortSignal): Promise<void> {
    const probe = new AbortController();
    this.#endProbe = () => probe.abort();
    try {
      await this.#parts.clock.sleep(LONGEST_PROBE_MS, AbortSignal.any([probe.signal, signal]));
      this.#isProbed = true;
    } catch {
      // Ended by the answer, or because nobody waits any more.
    }
  }

  #refuseAll(error: unknown): void {
    for (let caller = this.#line.shift(); caller; caller = this.#line.shift()) caller.refuse(error);
  }
}
