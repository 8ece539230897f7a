import type { Clock } from '../../clock.js';
import { AbortError, TimeoutError } from '../../errors/network-errors.js';
import type { Handler, HttpRequest, HttpResponse } from '../../http/message.js';
import { withHeaders } from '../../http/with-headers.js';
import { announceBackoff } from '../hooks/watch.js';
import { type Outcome, reasonToRetry } from './decide.js';
import { delayAfter } from './delay.js';

/** How often. */
export interface RetryRules {
  /** Attempts after the first. */
  readonly maxRetries: number;
  readonly clock: Clock;
}

/** A wait that begins or ends. */
export interface Backoff {
  readonly request: HttpRequest;
  /** The answer that asked for it, if there was one. */
  readonly response: HttpResponse | undefined;
  /** Error that asked for it, if there was no answer. */
  readonly error: unknown;
  /** Id that Okta gave the first attempt. */
  readonly requestId: string | undefined;
  readonly delayMs: number;
  /** 1 before the second attempt. */
  readonly attempt: number;
}

/** Told about waits. */
export interface RetryListener {
  onBackoff?(backoff: Backoff): void;
  onResume?(backoff: Backoff): void;
}

/**
 * Sends a request, and again if that fails in a way that passes.
 *
 * @param send - one attempt
 * @param rules - how often; a wait that would end after the call's deadline is not begun
 * @param listener - told about waits
 * @returns a handler; the last outcome is what it gives
 * @see https://developer.okta.com/docs/reference/rl-best-practices/
 */
export function retrying(send: Handler, rules: RetryRules, listener: RetryListener = {}): Handler {
  const { clock } = rules;
  return async (request) => {
    const { retry, maxRetries = rules.maxRetries, deadline = Number.POSITIVE_INFINITY } = request.call ?? {};
    const most = retry === false ? 0 : maxRetries;
    let current = request;
    let requestId: string | undefined;
    for (let attempt = 1; ; attempt++) {
      let outcome: Outcome;
      try {
        outcome = { response: await send(current) };
      } catch (error) {
        outcome = { error };
      }
      if (attempt > most || reasonToRetry(current, outcome) === undefined) return resultOf(outcome);
      requestId ??= requestIdOf(outcome);
      const backoff = backoffFor({ request: current, outcome, attempt, requestId }, clock);
      if (clock.now() + backoff.delayMs >= deadline) return resultOf(outcome);
      announceBackoff(backoff);
      listener.onBackoff?.(backoff);
      await pause(clock, backoff.delayMs, request);
      listener.onResume?.(backoff);
      current = marked(request, requestId, attempt);
    }
  };
}

interface Attempt extends Pick<Backoff, 'request' | 'attempt' | 'requestId'> {
  readonly outcome: Outcome;
}

/** The wait before the next attempt. */
function backoffFor({ outcome, ...attempt }: Attempt, clock: Clock): Backoff {
  const response = 'response' in outcome ? outcome.response : undefined;
  const error = 'error' in outcome ? outcome.error : undefined;
  return { ...attempt, response, error, delayMs: delayAfter(attempt.attempt, response, clock) };
}

function resultOf(outcome: Outcome): HttpResponse {
  if ('response' in outcome) return outcome.response;
  throw outcome.error;
}

function requestIdOf(outcome: Outcome): string | undefined {
  return 'response' in outcome ? (outcome.response.headers.get('x-okta-request-id') ?? undefined) : undefined;
}

async function pause(clock: Clock, delayMs: number, request: HttpRequest): Promise<void> {
  try {
    await clock.sleep(delayMs, request.signal);
  } catch (cause) {
    throw cause instanceof TimeoutError ? cause : new AbortError(request, cause);
  }
}

/** Okta's support finds attempts that belong together by these headers. */
function marked(request: HttpRequest, firstId: string | undefined, count: number): HttpRequest {
  const retryFor = firstId === undefined ? {} : { 'X-Okta-Retry-For': firstId };
  return withHeaders(request, { ...retryFor, 'X-Okta-Retry-Count': String(count) });
}
