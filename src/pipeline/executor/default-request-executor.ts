import { type Clock, systemClock } from '../../clock.js';
import { type ExecutorRequest, type ExecutorResponse, plainResponse, type Repetition, repeatedly } from './exchange.js';
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
  readonly #repetition: Repetition;

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
    this.#repetition = {
      send: async (attempt) => plainResponse(await super.fetch(attempt)),
      rules: { maxRetries: most, clock },
      limit: { ms: requestTimeout === 0 ? undefined : requestTimeout, of: 'call' },
      listener: {
        onBackoff: ({ request, response, requestId, delayMs }) =>
          this.emit('backoff', request, response, requestId, delayMs),
        onResume: ({ request, requestId }) => this.emit('resume', request, requestId),
      },
    };
  }

  override fetch(request: ExecutorRequest): Promise<ExecutorResponse> {
    return repeatedly(request, this.#repetition);
  }
}
