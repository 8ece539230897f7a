import type { HttpHeaders } from './headers.js';

/** What an answer says about the rate limit that the request counted against. */
export interface RateLimit {
  /** Requests of the window; 0 on a 429 for too many requests at the same time. */
  readonly limit: number;
  /** Requests that are left of them. */
  readonly remaining: number;
  /** End of the window, by the clock of the service. */
  readonly reset: Date;
}

/**
 * Reads the rate limit headers of an answer.
 *
 * @param headers - of the answer
 * @returns the limit; `undefined` if a header is missing or no number
 * @see https://developer.okta.com/docs/reference/rl-best-practices/
 */
export function rateLimitIn(headers: HttpHeaders): RateLimit | undefined {
  const limit = count(headers.get('x-rate-limit-limit'));
  const remaining = count(headers.get('x-rate-limit-remaining'));
  const reset = count(headers.get('x-rate-limit-reset'));
  if (limit === undefined || remaining === undefined || reset === undefined || reset > LATEST_S) return undefined;
  return { limit, remaining, reset: new Date(reset * 1000) };
}

/** Later times have no `Date`. */
const LATEST_S = 8.64e12;

/** A header that was sent twice is joined by a comma; the copies say the same. */
function count(text: string | null): number | undefined {
  const [first = ''] = text?.split(',') ?? [];
  return /^\s*\d+\s*$/.test(first) ? Number(first) : undefined;
}
