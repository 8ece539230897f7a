import type { Clock } from '../../clock.js';
import { type ConcurrencyLimits, firstSize } from './governor-options.js';

/** A request in flight. */
export interface Slot {
  /** Of the window's size: a refusal that belongs to an earlier one has been dealt with. */
  readonly round: number;
}

/** How many requests may be in flight, and by which time. */
export interface ConcurrencyRules extends ConcurrencyLimits {
  readonly clock: Pick<Clock, 'now'>;
}

/** Time between two steps of growth. */
const STEP_MS = 5000;
/** Time between two attempts to go where it was too much before. */
const PROBE_MS = 120_000;

/**
 * Caps requests in flight. An adaptive window is halved when the service says that too many run at once, and grows by
 * one as long as it is full: every few seconds up to where it was too much, then rarely.
 *
 * @see https://developer.okta.com/docs/reference/rl-additional-limits/#concurrent-rate-limits
 */
export class ConcurrencyWindow {
  readonly #rules: ConcurrencyRules;
  readonly #waiting = new Set<() => void>();
  #size: number;
  #inFlight = 0;
  #round = 0;
  #tooMuch = Number.POSITIVE_INFINITY;
  #changedAt: number;

  /** @param rules - how many */
  constructor(rules: ConcurrencyRules) {
    this.#rules = rules;
    this.#size = firstSize(rules);
    this.#changedAt = rules.clock.now();
  }

  /** Requests that may be in flight now. */
  get size(): number {
    return this.#size;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /**
   * Waits for room, in order of arrival.
   *
   * @param signal - ends the wait; rejects with its reason
   * @returns a slot to be given to {@link ConcurrencyWindow.leave}
   */
  async enter(signal: AbortSignal): Promise<Slot> {
    signal.throwIfAborted();
    if (this.#inFlight < this.#size) this.#inFlight += 1;
    else await this.#wait(signal);
    return { round: this.#round };
  }

  /**
   * Ends a request.
   *
   * @param slot - from {@link ConcurrencyWindow.enter}
   * @param outcome - `crowded` if the service refused it because too many ran, `good` if it was answered
   */
  leave(slot: Slot, outcome: 'crowded' | 'good' | 'failed'): void {
    if (this.#rules.adaptive) this.#adapt(slot, outcome);
    this.#inFlight -= 1;
    for (const admit of this.#waiting) {
      if (this.#inFlight >= this.#size) break;
      this.#waiting.delete(admit);
      admit();
    }
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const admit = () => {
        signal.removeEventListener('abort', giveUp);
        this.#inFlight += 1;
        resolve();
      };
      const giveUp = () => {
        this.#waiting.delete(admit);
        reject(signal.reason);
      };
      this.#waiting.add(admit);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  #adapt(slot: Slot, outcome: 'crowded' | 'good' | 'failed'): void {
    if (outcome === 'crowded' && slot.round === this.#round) {
      this.#tooMuch = Math.min(this.#size, this.#inFlight);
      this.#resize(Math.max(1, Math.floor(this.#tooMuch / 2)));
      this.#round += 1;
    }
    const isFull = this.#inFlight >= this.#size;
    if (outcome === 'good' && isFull && this.#size < this.#rules.most) this.#grow();
  }

  #grow(): void {
    const pause = this.#size + 1 < this.#tooMuch ? STEP_MS : PROBE_MS;
    if (this.#rules.clock.now() - this.#changedAt < pause) return;
    this.#resize(this.#size + 1);
    this.#tooMuch = this.#size >= this.#tooMuch ? this.#size + 1 : this.#tooMuch;
  }

  #resize(size: number): void {
    this.#size = size;
    this.#changedAt = this.#rules.clock.now();
  }
}
