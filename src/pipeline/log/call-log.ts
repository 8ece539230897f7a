import type { HttpMethod, Middleware, OperationName } from '../../http/message.js';
import { redactUrl } from '../../http/redact-url.js';
import type { LogLevel } from '../../platform/warn.js';
import type { ErrorEvent, Hooks, ResponseEvent, RetryEvent } from '../hooks/events.js';

/** Takes the lines of a log; leaves out those whose level is of no interest. */
export type WriteLine = (level: LogLevel, line: string) => void;

/** What every line begins with. */
interface Subject {
  readonly operation?: OperationName | undefined;
  readonly method: HttpMethod;
  readonly url: string;
}

/**
 * Writes a line about every request, answer, wait and failure. Events hold no headers and no bodies, and tokens in
 * their URLs are masked, so no line shows a secret.
 *
 * @param write - takes the lines
 * @returns hooks that do it
 */
export function loggingHooks(write: WriteLine): Hooks {
  return {
    onRequest: (event) => write('debug', `${subject(event)}, attempt ${event.attempt}`),
    onResponse: (event) => write(event.status < 400 ? 'info' : 'warn', answered(event)),
    onRetry: (event) => write('warn', repeated(event)),
    onError: (event) => write('error', failed(event)),
  };
}

/**
 * Writes a line about every call that was answered without a request of its own.
 *
 * @param cache - the step of the pipeline that may do so
 * @param write - takes the lines
 * @returns the same step, watched
 */
export function loggedCache(cache: Middleware, write: WriteLine): Middleware {
  return async (request, next) => {
    let isSent = false;
    const response = await cache(request, (passed) => {
      isSent = true;
      return next(passed);
    });
    if (!isSent) write('debug', `${subject({ ...request, url: redactUrl(request.url) })}, answered without a request`);
    return response;
  };
}

function subject({ operation, method, url }: Subject): string {
  const name = operation === undefined ? 'access token' : `${operation.api}.${operation.method}`;
  return `${name}: ${method} ${url}`;
}

function answered(event: ResponseEvent): string {
  const { status, durationMs, requestId, rateLimit } = event;
  const id = requestId === undefined ? '' : `, request id ${requestId}`;
  const limit = rateLimit === undefined ? '' : `, ${rateLimit.remaining} of ${rateLimit.limit} requests left`;
  return `${subject(event)}, ${status} after ${Math.round(durationMs)} ms${id}${limit}`;
}

function repeated(event: RetryEvent): string {
  const { attempt, status, error, delayMs } = event;
  const reason = status ?? (error instanceof Error ? error.name : 'a failure');
  return `${subject(event)}, attempt ${attempt + 1} in ${Math.round(delayMs)} ms because of ${reason}`;
}

/** A message may span lines; a line of a log may not. */
function failed(event: ErrorEvent): string {
  const { error, durationMs } = event;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `${subject(event)}, failed after ${Math.round(durationMs)} ms: ${reason.replace(/\s*[\r\n]+\s*/g, ' ')}`;
}
