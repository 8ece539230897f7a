import type { Clock } from '../../clock.js';
import type { HttpRequest, HttpResponse, Middleware } from '../../http/message.js';
import { rateLimitIn } from '../../http/rate-limit.js';
import { redactUrl } from '../../http/redact-url.js';
import type { Backoff } from '../retry/retry.js';
import type { Announcer } from './announcer.js';
import type { CallEvent } from './events.js';

/** Where a call that is watched travels along: copies made by spreading keep it, printing does not show it. */
const WATCHED: unique symbol = Symbol('watched call');

/** A call that somebody is told about. */
interface WatchedCall {
  /** Key of the call in its events. */
  readonly key: object;
  attempts: number;
  readonly onRetry: (backoff: Backoff) => void;
}

type WatchedRequest = HttpRequest & { readonly [WATCHED]?: WatchedCall };

/**
 * Tells about calls: stands around the executor, so that all attempts and waits are within.
 *
 * @param announcer - told
 * @param clock - measures
 * @returns the middleware
 */
export function watchCalls(announcer: Announcer, clock: Clock): Middleware {
  return whenHeard(announcer, async (request, next) => {
    const start = clock.now();
    const call: WatchedCall = { key: {}, attempts: 0, onRetry: (backoff) => tellRetry(announcer, call, backoff) };
    const watched: WatchedRequest = { ...request, [WATCHED]: call };
    const result = () => ({ attempts: call.attempts, durationMs: clock.now() - start });
    announcer.tell('okta:call:start', () => eventOf(watched, {}));
    try {
      const response = await next(watched);
      announcer.tell('okta:call:end', () => eventOf(watched, { ...result(), ...answerIn(response) }));
      return response;
    } catch (error) {
      announcer.tell('okta:call:error', () => eventOf(watched, { ...result(), error }));
      throw error;
    }
  });
}

/**
 * Tells about attempts: stands next to the transport.
 *
 * @param announcer - told
 * @param clock - measures
 * @returns the middleware
 */
export function watchAttempts(announcer: Announcer, clock: Clock): Middleware {
  return whenHeard(announcer, async (request, next) => {
    const start = clock.now();
    const attempt = attemptOf(request);
    announcer.tell('okta:request:start', () => eventOf(request, { attempt }));
    const took = () => ({ attempt, durationMs: clock.now() - start });
    try {
      const response = await next(request);
      announcer.tell('okta:request:end', () => eventOf(request, { ...took(), ...answerIn(response) }));
      return response;
    } catch (error) {
      announcer.tell('okta:request:error', () => eventOf(request, { ...took(), error }));
      throw error;
    }
  });
}

/** A promise more for every call is what listening costs; without a listener it is not paid. */
function whenHeard(announcer: Announcer, watch: Middleware): Middleware {
  return (request, next) => (announcer.isHeard() ? watch(request, next) : next(request));
}

/**
 * Tells about a wait, if the call is watched.
 *
 * @param backoff - the wait that begins
 */
export function announceBackoff(backoff: Backoff): void {
  (backoff.request as WatchedRequest)[WATCHED]?.onRetry(backoff);
}

function tellRetry(announcer: Announcer, call: WatchedCall, backoff: Backoff): void {
  const { request, response, error, requestId, delayMs } = backoff;
  const detail = { attempt: call.attempts, delayMs, status: response?.status, error, requestId };
  announcer.tell('okta:request:retry', () => eventOf(request, detail));
}

/** A step of the user's may have passed on a request of its own making. */
function attemptOf(request: WatchedRequest): number {
  const call = request[WATCHED];
  if (call === undefined) return 1;
  call.attempts += 1;
  return call.attempts;
}

function eventOf<D extends object>(request: WatchedRequest, detail: D): Readonly<CallEvent & D> {
  const { method, operation, template } = request;
  const event = { operation, method, url: redactUrl(request.url), template, ...detail };
  Object.defineProperty(event, 'call', { value: request[WATCHED]?.key ?? {} });
  return Object.freeze(event) as unknown as Readonly<CallEvent & D>;
}

function answerIn({ status, headers }: HttpResponse) {
  return { status, requestId: headers.get('x-okta-request-id') ?? undefined, rateLimit: frozenLimit(headers) };
}

function frozenLimit(headers: HttpResponse['headers']) {
  const limit = rateLimitIn(headers);
  return limit && Object.freeze(limit);
}
