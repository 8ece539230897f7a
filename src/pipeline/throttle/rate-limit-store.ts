/** What an answer tells about the bucket of its request. */
export interface LimitSeen {
  /** Requests that the bucket takes in a window; `undefined` if the answer does not say. */
  readonly limit: number | undefined;
  /** Requests that are left. */
  readonly remaining: number;
  /** When the window ends by the service's clock, in seconds since 1970; names the window. */
  readonly reset: number;
  /** Until then, in milliseconds from now: at most a second too long, never too short. */
  readonly endsInMs: number;
  /** Whether the request was refused. */
  readonly refused: boolean;
}

/** Whether, and when, a request may be sent. */
export interface Turn {
  /** Whether the request has been counted and may go after the wait; if not, ask again after it. */
  readonly granted: boolean;
  /** Milliseconds. */
  readonly waitMs: number;
  /** Whether anything is known about the bucket; what is not known is not held back. */
  readonly known: boolean;
}

/**
 * Where the counts of buckets live. Processes that share a store share their limits. Both methods change a count in one
 * step: between reading and writing nobody else may get in. `RedisRateLimitStore` is one; docs/rate-limits.md has the rules
 * for a store of one's own.
 *
 * @example
 * ```ts
 * const store = new okta.RedisRateLimitStore(await createClient().connect());
 * const client = new okta.Client({ rateLimit: { maxCapacityPercent: 80, store } });
 * ```
 * @see https://developer.okta.com/docs/reference/rate-limits/
 */
export interface RateLimitStore {
  /**
   * Counts one request, if there is room for it.
   *
   * @param bucket - origin, verb and shape of the path; any text
   * @param maxCapacityPercent - of the limit that may be used, above 0, at most 100
   * @returns whether and when it may be sent
   */
  take(bucket: string, maxCapacityPercent: number): Promise<Turn>;
  /**
   * Learns from an answer.
   *
   * @param bucket - as for `take`
   * @param seen - what the answer says
   */
  learn(bucket: string, seen: LimitSeen): Promise<void>;
}
