import type { HttpRequest } from '../http/message.js';
import { redactUrl } from '../http/redact-url.js';
import { OktaError } from './okta-error.js';

/**
 * No answer came: connection refused or reset, name not found, TLS refused, body cut short. `cause` is the transport's
 * own error.
 *
 * @example `if (error instanceof okta.ConnectionError) console.error(error.cause);`
 */
export class ConnectionError extends OktaError {
  readonly method: string;
  readonly url: string;

  constructor(request: HttpRequest, cause: unknown) {
    super('OKTA_CONNECTION', `No answer from ${target(request)}: ${reasonOf(cause)}`, { cause });
    this.method = request.method;
    this.url = redactUrl(request.url);
  }
}

ConnectionError.prototype.name = 'ConnectionError';

/**
 * The caller's signal ended the call. `cause` is the signal's reason.
 *
 * @example `userApi.getUser({ userId }, { signal: AbortSignal.timeout(500) })`
 */
export class AbortError extends OktaError {
  constructor(request: HttpRequest, cause: unknown) {
    super('OKTA_ABORTED', `The call was aborted: ${target(request)}`, { cause });
  }
}

AbortError.prototype.name = 'AbortError';

function target({ method, url }: HttpRequest): string {
  return `${method} ${redactUrl(url)}`;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause instanceof Error ? cause.cause : cause;
  return inner.message || inner.name;
}
