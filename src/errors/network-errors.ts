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
  /** Whether the service may have got the request; `false` if no connection was made. */
  readonly maybeSent: boolean;

  constructor(request: HttpRequest, cause: unknown, known: { maybeSent?: boolean } = {}) {
    super('OKTA_CONNECTION', `No answer from ${target(request)}: ${reasonOf(cause)}`, { cause });
    this.method = request.method;
    this.url = redactUrl(request.url);
    this.maybeSent = known.maybeSent ?? !causes(cause).some(isBeforeSending);
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

/**
 * A call, or one attempt of it, took longer than it may.
 *
 * @example `if (error instanceof okta.TimeoutError) console.error(error.timeoutMs);`
 */
export class TimeoutError extends OktaError {
  readonly method: string;
  readonly url: string;
  /** The limit, in milliseconds. */
  readonly timeoutMs: number;

  constructor(request: HttpRequest, { ms, of }: { ms: number; of: 'attempt' | 'call' }) {
    const what = of === 'call' ? 'The call, with its retries and waits,' : 'One attempt';
    super('OKTA_TIMEOUT', `${what} took longer than ${ms} ms: ${target(request)}`);
    this.method = request.method;
    this.url = redactUrl(request.url);
    this.timeoutMs = ms;
  }
}
TimeoutError.prototype.name = 'TimeoutError';

/** Failures of finding and reaching a host, as Node and undici call them. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function isBeforeSending({ code = '', syscall }: { code?: string; syscall?: string }): boolean {
  return NOT_CONNECTED.has(code) || syscall === 'connect';
}

/** The transport's error, and what it says it came from. */
function causes(cause: unknown): object[] {
  const chain: object[] = [];
  for (let error = cause; error instanceof Error && !chain.includes(error); error = error.cause) chain.push(error);
  return chain;
}

function target({ method, url }: HttpRequest): string {
  return `${method} ${redactUrl(url)}`;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause instanceof Error ? cause.cause : cause;
  return inner.message || inner.name;
}
