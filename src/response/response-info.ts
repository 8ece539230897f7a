import type { HttpHeaders } from '../http/headers.js';
import type { HttpResponse } from '../http/message.js';
import { type RateLimit, rateLimitIn } from '../http/rate-limit.js';

/** What an answer begins with. */
export type ResponseHead = Pick<HttpResponse, 'status' | 'headers'>;

/** The part of an answer that is not its value. */
export interface ResponseInfo {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** Value of `X-Okta-Request-Id`. */
  readonly requestId: string | undefined;
  /** How many requests are left; `undefined` if the answer does not say it. */
  readonly rateLimit: RateLimit | undefined;
}

/**
 * What of an answer is told to callers.
 *
 * @param head - status and headers of the answer
 * @returns status, headers, request id, rate limit
 */
export function responseInfo({ status, headers }: ResponseHead): ResponseInfo {
  const requestId = headers.get('x-okta-request-id') ?? undefined;
  return { status, headers, requestId, rateLimit: rateLimitIn(headers) };
}
