import { after, type Clock } from '../clock.js';
import { AbortError, TimeoutError } from '../errors/network-errors.js';
import type { AttemptTimer, HttpRequest, HttpResponse } from '../http/message.js';

/** What a limit is for, as errors name it. */
export interface TimeLimit {
  /** Milliseconds; `undefined` for no limit. */
  readonly ms: number | undefined;
  /** `attempt` or `call`. */
  readonly of: 'attempt' | 'call';
}

/** Gives a request, with a signal that aborts in time, to what is to end in time. */
export type Limited<T> = (request: HttpRequest, next: (request: HttpRequest) => Promise<T>) => Promise<T>;

/**
 * Ends what takes too long: one attempt, or a call with all its attempts and waits.
 *
 * @param limitOf - says for each request how long it may take
 * @param clock - measures
 * @returns the middleware; rejects with {@link TimeoutError}
 */
export function timeLimit<T = HttpResponse>(limitOf: (request: HttpRequest) => TimeLimit, clock: Clock): Limited<T> {
  return (request, next) => {
    const limit = limitOf(request);
    return limit.ms === undefined ? next(request) : within(limit as Limit, { request, next, clock });
  };
}

/**
 * The same for transports that end attempts by themselves.
 *
 * @param limit - how long an attempt may take
 * @param clock - measures
 * @returns begins the time of a request, which ends with a {@link TimeoutError}; `undefined` if there is no limit
 */
export function attemptTimer(limit: TimeLimit, clock: Clock): AttemptTimer | undefined {
  const { ms } = limit;
  if (ms === undefined) return undefined;
  return (request, late) => after(clock, ms, () => late(new TimeoutError(request, { ms, of: limit.of })));
}

interface Limit extends TimeLimit {
  readonly ms: number;
}

interface Timed<T> {
  readonly request: HttpRequest;
  readonly next: (request: HttpRequest) => Promise<T>;
  readonly clock: Clock;
}

async function within<T>(limit: Limit, { request, next, clock }: Timed<T>): Promise<T> {
  const timer = new AbortController();
  const signal = request.signal === undefined ? timer.signal : AbortSignal.any([request.signal, timer.signal]);
  // Errors are made only when they are needed: to note the stack costs more than all the rest of this.
  const end = after(clock, limit.ms, () => timer.abort(new TimeoutError(request, limit)));
  try {
    if (limit.of === 'attempt') return await next({ ...request, signal });
    const deadline = clock.now() + limit.ms;
    return await next({ ...request, call: { ...request.call, deadline }, signal });
  } catch (error) {
    const isLate = timer.signal.aborted && !request.signal?.aborted;
    throw isLate && error instanceof AbortError ? new TimeoutError(request, limit) : error;
  } finally {
    end();
  }
}
