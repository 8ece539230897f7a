import { systemClock } from '../../clock.js';
import type { Middleware } from '../../http/message.js';
import { loadedOnce } from '../../loaded-once.js';
import { unfailing } from '../../platform/warn.js';
import { type CheckedRules, checkedRules, firstSize, type GovernorOptions } from './governor-options.js';
import type { Traffic } from './traffic.js';

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
  readonly #rules: CheckedRules;
  readonly #loaded: () => Traffic | Promise<Traffic>;
  /** What keeps the order is loaded with the first request, as most clients have no governor. */
  #traffic: Traffic | undefined;

  /**
   * @param options - how much may be used, and with whom limits are shared
   * @throws RangeError for a number that makes no sense
   */
  constructor(options: GovernorOptions = {}) {
    const { clock = systemClock, store, maxRetries } = options;
    const rules = checkedRules(options);
    this.maxRetries = maxRetries;
    this.#rules = rules;
    this.#loaded = loadedOnce(async () => {
      const { Traffic } = await import('./traffic.js');
      this.#traffic = new Traffic({ rules, store, clock, logger: unfailing(options.logger) });
      return this.#traffic;
    });
  }

  /** Requests in flight. */
  get inFlight(): number {
    return this.#traffic?.inFlight ?? 0;
  }

  /** Requests that may be in flight now: `maxConcurrency`, or fewer if the service took fewer. */
  get concurrency(): number {
    return this.#traffic?.concurrency ?? firstSize(this.#rules);
  }

  /** Requests that wait for their turn. */
  get waiting(): number {
    return this.#traffic?.waiting ?? 0;
  }

  /**
   * The step of the pipeline: holds each attempt back until it may be sent, and learns from its answer.
   *
   * @returns the step, for pipelines of one's own
   * @throws {@link AbortError} if the caller's signal ends the wait, {@link TimeoutError} if the call's time does
   * @example `const response = await governor.throttle(request, send);`
   */
  get throttle(): Middleware {
    return async (request, next) => (await this.#loaded()).pass(request, next);
  }
}
