import { ConnectionError, TimeoutError } from '../../errors/network-errors.js';
import type { HttpRequest, HttpResponse } from '../../http/message.js';

/** Sending one of these twice does what sending it once does. Source: RFC 9110, section 9.2.2 */
const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** The server, or something in front of it, did not get to the request, or not to an answer. */
const PASSING: ReadonlySet<number> = new Set([502, 503, 504]);

/** How an attempt ended. */
export type Outcome = { readonly response: HttpResponse } | { readonly error: unknown };

/** Why an attempt is worth another: `limit` when the service asked to wait, `fault` when something broke. */
export type Reason = 'limit' | 'fault';

/**
 * Decides whether a request may be sent again without doing anything twice.
 *
 * @param request - what was sent
 * @param outcome - how that ended
 * @returns the reason to try again, `undefined` if it must not be
 * @see https://developer.okta.com/docs/reference/rl-best-practices/
 */
export function reasonToRetry({ method }: HttpRequest, outcome: Outcome): Reason | undefined {
  if ('response' in outcome) {
    if (outcome.response.status === 429) return 'limit';
    return PASSING.has(outcome.response.status) && IDEMPOTENT.has(method) ? 'fault' : undefined;
  }
  const { error } = outcome;
  if (error instanceof ConnectionError) return IDEMPOTENT.has(method) || !error.maybeSent ? 'fault' : undefined;
  return error instanceof TimeoutError && IDEMPOTENT.has(method) ? 'fault' : undefined;
}
