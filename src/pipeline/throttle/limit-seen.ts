import type { Clock } from '../../clock.js';
import type { HttpHeaders } from '../../http/headers.js';
import type { HttpResponse } from '../../http/message.js';
import { type RateLimit, rateLimitIn } from '../../http/rate-limit.js';
import type { LimitSeen } from './rate-limit-store.js';

/** No window that makes sense is much longer; what is further away is a mistake. */
const LONGEST_MS = 600_000;

/**
 * Reads what an answer says about its bucket.
 *
 * @param response - of the service
 * @param clock - for answers without a `Date`
 * @returns `undefined` if it says nothing, or nothing that makes sense
 * @see https://developer.okta.com/docs/reference/rl-best-practices/
 */
export function limitSeen({ status, headers }: HttpResponse, clock: Pick<Clock, 'now'>): LimitSeen | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  const now = Number.isNaN(date) ? clock.now() : date;
  const refused = status === 429;
  const said = rateLimitIn(headers) ?? (refused ? retryAfter(headers, now) : undefined);
  if (said === undefined) return undefined;
  const endsInMs = said.reset.getTime() - now;
  if (endsInMs <= 0 || endsInMs > LONGEST_MS) return undefined;
  const limit = said.limit === 0 ? undefined : said.limit;
  return { limit, remaining: refused ? 0 : said.remaining, reset: said.reset.getTime() / 1000, endsInMs, refused };
}

function retryAfter(headers: HttpHeaders, now: number): RateLimit | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const end = Math.ceil(now / 1000) + Number(text);
  return /^\d{1,6}$/.test(text) ? { limit: 0, remaining: 0, reset: new Date(end * 1000) } : undefined;
}
