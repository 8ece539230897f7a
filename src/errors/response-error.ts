import type { HttpHeaders } from '../http/headers.js';
import type { HttpRequest, HttpResponse } from '../http/message.js';
import { redactUrl } from '../http/redact-url.js';
import { OktaError } from './okta-error.js';

/** The exchange that an error is about. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response: Pick<HttpResponse, 'status' | 'headers'>;
}

/**
 * The service answered, but not with success. Parent of {@link OktaApiError} (an error body of Okta's) and
 * {@link HttpError} (any other body).
 *
 * @see RFC 9110, section 15
 */
export class ResponseError extends OktaError {
  /** HTTP status code. */
  readonly status: number;
  /** Verb of the request. */
  readonly method: string;
  /** URL of the request, with tokens in its query masked. */
  readonly url: string;
  /** Value of `X-Okta-Request-Id`, to quote to Okta's support; `undefined` if the answer had none. */
  readonly requestId: string | undefined;
  /** Headers of the answer. Not enumerable. */
  declare readonly headers: HttpHeaders;

  constructor(code: string, message: string, { exchange, cause }: { exchange: Exchange; cause?: unknown }) {
    super(code, message, cause === undefined ? undefined : { cause });
    const { request, response } = exchange;
    this.status = response.status;
    this.method = request.method;
    this.url = redactUrl(request.url);
    this.requestId = response.headers.get('x-okta-request-id') ?? undefined;
    Object.defineProperty(this, 'headers', { value: response.headers, enumerable: false });
  }
}

ResponseError.prototype.name = 'ResponseError';

/**
 * The service, or something between, answered with a body that is not one of Okta's error objects, or with a success
 * whose body cannot be read.
 *
 * @example
 * ```ts
 * if (error instanceof okta.HttpError) console.error(error.status, error.body);
 * ```
 */
export class HttpError extends ResponseError {
  /** First 2,000 characters of the body. Not enumerable, because a proxy may echo credentials. */
  declare readonly body: string;

  constructor(exchange: Exchange, detail: { reason: string; body: string; cause?: unknown }) {
    const { status } = exchange.response;
    const { method, url } = exchange.request;
    const message = `HTTP ${status} ${detail.reason} (${method} ${redactUrl(url)})`;
    super('OKTA_HTTP', message, { exchange, cause: detail.cause });
    Object.defineProperty(this, 'body', { value: detail.body.slice(0, 2000), enumerable: false });
  }
}

HttpError.prototype.name = 'HttpError';
