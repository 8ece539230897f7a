import type { Clock } from '../../clock.js';
import type { Logger } from '../../platform/warn.js';
import type { RateLimitStore } from './rate-limit-store.js';

/** Options of {@link Governor}. */
export interface GovernorOptions {
  /** Attempts after the first, for clients that are given the governor; 2 unless given. */
  readonly maxRetries?: number;
  /** Part of each rate limit that may be used, in percent; 100 unless given. The rest is left for others. */
  readonly maxCapacityPercent?: number;
  /** Most requests in flight in this process; 75, Okta's limit for an org, unless given. */
  readonly maxConcurrency?: number;
  /**
   * Whether fewer requests are in flight when Okta says that too many are, and more again later; true unless given.
   */
  readonly adaptive?: boolean;
  /** Shares the counts between processes; only those of this process count unless given. */
  readonly store?: RateLimitStore;
  /** Takes a warning when the store fails; `process.emitWarning` unless given. */
  readonly logger?: Logger;
  /** Time and chance, for tests. */
  readonly clock?: Clock;
}

const MOST_IN_FLIGHT = 75;

/**
 * @param options - as given
 * @returns percentage and cap
 * @throws RangeError for a number that makes no sense
 */
export function checkedRules({ maxCapacityPercent = 100, maxConcurrency = MOST_IN_FLIGHT }: GovernorOptions) {
  if (!(maxCapacityPercent > 0 && maxCapacityPercent <= 100)) {
    throw new RangeError('`maxCapacityPercent` must be above 0 and at most 100');
  }
  if (!(Number.isInteger(maxConcurrency) && maxConcurrency > 0)) {
    throw new RangeError('`maxConcurrency` must be a whole number above 0');
  }
  return { maxCapacityPercent, maxConcurrency };
}
