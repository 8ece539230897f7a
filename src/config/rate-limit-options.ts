import type { GovernorOptions } from '../pipeline/throttle/governor-options.js';

/** How a client deals with rate limits. */
export interface RateLimitOptions extends Pick<GovernorOptions, 'adaptive' | 'store'> {
  /** Attempts after the first when the rate limit or something that passes got in the way; 2 unless given. */
  readonly maxRetries?: number;
  /** Part of each rate limit that may be used, in percent; the rest is left for others. */
  readonly maxCapacityPercent?: number;
  /** Most requests in flight; 0 leaves it open. */
  readonly maxConcurrency?: number;
}
