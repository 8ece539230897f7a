import type { Clock } from '../../clock.js';
import type { HttpResponse } from '../../http/message.js';

/** Window of Okta's rate limits; no wait that makes sense is much longer. */
const LONGEST_WAIT_MS = 120_000;
/** The clocks of two answers may differ by less than a second. */
const MARGIN_MS = 1000;
const FIRST_BACKOFF_MS = 250;
const LONGEST_BACKOFF_MS = 10_000;

/**
 * How long to wait after an attempt that failed.
 *
 * @param attempt - 1 after the first
 * @param response - the answer, if there was one
 * @param clock - for chance, and for time if the answer has none
 * @returns milliseconds, above 0
 */
export function delayAfter(attempt: number, response: HttpResponse | undefined, clock: Clock): number {
  const asked =
    response?.status === 429 && !isConcurrencyLimit(response)
      ? askedWait(response, clock)
      : retryAfter(response, clock);
  return asked === undefined
    ? backoff(attempt, clock)
    : Math.min(Math.max(asked, MARGIN_MS), LONGEST_WAIT_MS) + jitter(clock);
}

/**
 * Whether too many requests ran at the same time, which ends with any of them and not with a window.
 *
 * @param response - 429
 * @returns true for a limit of 0
 * @see https://developer.okta.com/docs/reference/rl-additional-limits/#concurrent-rate-limits
 */
export function isConcurrencyLimit({ headers }: HttpResponse): boolean {
  return (
    firstNumber(headers.get('x-rate-limit-limit')) === 0 && firstNumber(headers.get('x-rate-limit-remaining')) === 0
  );
}

/** `Retry-After`, or else until the window ends, by the server's own clock. */
function askedWait(response: HttpResponse, clock: Clock): number | undefined {
  const reset = firstNumber(response.headers.get('x-rate-limit-reset'));
  const wait = reset === undefined ? undefined : reset * 1000 - serverTime(response, clock) + MARGIN_MS;
  const isSensible = wait !== undefined && wait > -LONGEST_WAIT_MS && wait <= LONGEST_WAIT_MS;
  return retryAfter(response, clock) ?? (isSensible ? wait : undefined);
}

/** Seconds, or a date. Source: RFC 9110, section 10.2.3 */
function retryAfter(response: HttpResponse | undefined, clock: Clock): number | undefined {
  const text = response?.headers.get('retry-after')?.trim();
  if (response === undefined || !text) return undefined;
  const seconds = Number(text);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - serverTime(response, clock);
  return Number.isFinite(wait) && wait >= 0 && wait <= LONGEST_WAIT_MS ? wait : undefined;
}

function serverTime({ headers }: HttpResponse, clock: Clock): number {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? clock.now() : date;
}

/** A header that was sent twice is joined by a comma; the copies say the same. */
function firstNumber(text: string | null): number | undefined {
  const [first = ''] = text?.split(',') ?? [];
  const number = Number(first);
  return first.trim() !== '' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** Twice as long each time, and at random, so that those who failed together do not come back together. */
function backoff(attempt: number, clock: Clock): number {
  const longest = Math.min(FIRST_BACKOFF_MS * 2 ** (attempt - 1), LONGEST_BACKOFF_MS);
  return Math.round(longest * (0.5 + clock.random() / 2));
}

function jitter(clock: Clock): number {
  return Math.round(clock.random() * 250);
}
