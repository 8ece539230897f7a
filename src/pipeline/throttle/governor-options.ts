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

/** An adaptive window begins here; a few processes of this size fit into the limit of a small org (35). */
const FIRST_SIZE = 16;

/** How many requests may be in flight. */
export interface ConcurrencyLimits {
  /** Never more than this. */
  readonly most: number;
  /** Whether the window shrinks and grows with what the service takes. */
  readonly adaptive: boolean;
}

/** Rules that make sense. */
export interface CheckedRules extends ConcurrencyLimits {
  readonly maxCapacityPercent: number;
}

/**
 * @param limits - how many requests may be in flight
 * @returns how many may be at first
 */
export function firstSize({ most, adaptive }: ConcurrencyLimits): number {
  return adaptive ? Math.min(FIRST_SIZE, most) : most;
}

/**
 * @param options - as given
 * @returns percentage and cap
 * @throws RangeError for a number that makes no sense
 */
export function checkedRules(options: GovernorOptions): CheckedRules {
  const { maxCapacityPercent = 100, maxConcurrency = MOST_IN_FLIGHT, adaptive = true } = options;
  if (!(maxCapacityPercent > 0 && maxCapacityPercent <= 100)) {
    throw new RangeError('`maxCapacityPercent` must be above 0 and at most 100');
  }
  if (!(Number.isInteger(maxConcurrency) && maxConcurrency > 0)) {
    throw new RangeError('`maxConcurrency` must be a whole number above 0');
  }
  return { maxCapacityPercent, most: maxConcurrency, adaptive };
}

/** Length of Okta's windows. Source: https://developer.okta.com/docs/reference/rate-limits/ */
export const WINDOW_MS = 60_000;

/** Servers that answer for one org may round the end of the same window differently. */
export const SAME_WINDOW_S = 2;

/** Up to this part of what may be used nobody waits; the rest is spread over the rest of the window. */
export const AT_ONCE = 0.5;

/** Of a limit this part is not used: requests sent at the end of a window may be counted in the next one. */
export const SPARE = 0.01;
