import type { Clock } from '../clock.js';
import { ConnectionError, TimeoutError } from '../errors/network-errors.js';
import { OAuthError } from '../errors/oauth-error.js';
import { ResponseError } from '../errors/response-error.js';
import { rateLimitIn } from '../http/rate-limit.js';

const LONGEST_MS = 60_000;
const SHORTEST_MS = 1000;

/**
 * Whether a stream waits and tries again: rate limits, faults of the service and of the network pass; a refused filter
 * or credential does not.
 *
 * @param error - what a page failed with, after the retries of the client
 * @returns true if it is worth waiting for
 */
export function passes(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true;
  if (!(error instanceof ResponseError || error instanceof OAuthError)) return false;
  // 200: the body was cut short or is no JSON.
  return error.status === 429 || error.status === 408 || error.status >= 500 || error.status === 200;
}

/**
 * How long a stream waits after failures in a row: until the rate limit ends, or twice as long each time.
 *
 * @param error - the last failure
 * @param failures - how many in a row, 1 or more
 * @param clock - for time and chance
 * @returns milliseconds, 1,000 to 60,000
 */
export function waitAfter(error: unknown, failures: number, clock: Clock): number {
  const isLimit = error instanceof ResponseError && error.status === 429;
  const limit = isLimit ? rateLimitIn(error.headers) : undefined;
  const asked =
    limit === undefined || limit.limit === 0 ? undefined : limit.reset.getTime() - clock.now() + SHORTEST_MS;
  const doubled = SHORTEST_MS * 2 ** Math.min(failures - 1, 6) * (1 + clock.random() / 4);
  return Math.round(Math.min(Math.max(asked ?? doubled, SHORTEST_MS), LONGEST_MS));
}
