import { type Clock, systemClock } from '../../clock.js';
import { type RetryRules, retrying } from '../retry/retry.js';
import { type TimeLimit, timeLimit } from '../time-limit.js';
import { type ExecutorRequest, type ExecutorResponse, plainResponse } from './exchange.js';
import { RequestExecutor } from './request-executor.js';

/** Options of {@link DefaultRequestExecutor}. */
export interface RequestExecutorOptions {
  /** Attempts after the first, 2 unless given; 0 for any number, as long as `requestTimeout` allows. */
  readonly maxRetries?: number;
  /** Milliseconds for a call with all its attempts and waits; 0, the default, for no limit. */
  readonly requestTimeout?: number;
  /** Time and chance, for tests. */
  readonly clock?: Clock;
}

const STANDARD_RETRIES = 2;

/**
 * Sends a request again when the rate limit, or something that passes, got in the way: 429 for every verb; 502, 503,
 * 504, and connections that were refused, reset or timed out for verbs that may be repeated.
 *
 * @example
 * ```ts
 * const requestExecutor = new okta.DefaultRequestExecutor({ maxRetries: 5, requestTimeout: 60_000 });
 * requestExecutor.on('backoff', (request, response, requestId, delayMs) => console.log(request.url, delayMs));
 * const client = new okta.Client({ requestExecutor });
 * ```
 * @see https://developer.okta.com/docs/reference/rl-best-practices/
 */
export class DefaultRequestExecutor extends RequestExecutor {
  readonly #rules: RetryRules;
  readonly #limit: TimeLimit;

  /**
   * @param options - how often and how long
   * @throws RangeError for a negative number
   */
  constructor({ maxRetries = STANDARD_RETRIES, requestTimeout = 0, clock = systemClock }: RequestExecutorOptions = {}) {
    super();
    for (const [name, value] of Object.entries({ maxRetries, requestTimeout })) {
      if (!(value >= 0)) throw new RangeError(`\`${name}\` must be 0 or more`);
    }
    const most = maxRetries === 0 ? Number.POSITIVE_INFINITY : maxRetries;
    this.#rules = { maxRetries: most, clock };
    this.#limit = { ms: requestTimeout === 0 ? undefined : requestTimeout, of: 'call' };
  }

  override async fetch(request: ExecutorRequest): Promise<ExecutorResponse> {
    const send = async (attempt: ExecutorRequest) => plainResponse(await super.fetch(attempt));
    const retry = retrying(send, this.#rules, {
      onBackoff: ({ request: sent, response, requestId, delayMs }) =>
        this.emit('backoff', sent, response, requestId, delayMs),
      onResume: ({ request: sent, requestId }) => this.emit('resume', sent, requestId),
    });
    return timeLimit(() => this.#limit, this.#rules.clock)(request, retry);
  }
}
