import { REDACTED } from '../http/headers.js';
import type { HttpRequest, HttpResponse } from '../http/message.js';
import { OktaError } from './okta-error.js';

/** The error object of a token endpoint. Source: RFC 6749, section 5.2 */
export interface OAuthErrorBody {
  readonly error?: unknown;
  readonly error_description?: unknown;
}

/**
 * The authorization server gave no access token. The message reads `OAuth invalid_client: …`.
 *
 * @example
 * ```ts
 * if (error instanceof okta.OAuthError && error.error === 'invalid_scope') console.error(error.error_description);
 * ```
 * @see RFC 6749, section 5.2, and https://developer.okta.com/docs/reference/api/oidc/
 */
export class OAuthError extends OktaError {
  /** Code of the server, e.g. `invalid_client`; `invalid_response` if the answer was not one of a token endpoint. */
  readonly error: string;
  /** What the server said about it. */
  readonly error_description: string | undefined;
  /** HTTP status code. */
  readonly status: number;
  /** Value of `X-Okta-Request-Id`, to quote to Okta's support; `undefined` if the answer had none. */
  readonly requestId: string | undefined;
  /** Address of the token endpoint. */
  readonly url: string;

  constructor(
    request: HttpRequest,
    response: HttpResponse,
    detail: OAuthErrorBody & { hint?: string; cause?: unknown },
  ) {
    const error = textOf(detail.error) ?? 'invalid_response';
    const description = textOf(detail.error_description);
    const said = [description, detail.hint].filter((part) => part !== undefined).join('; ');
    super('OKTA_OAUTH', `OAuth ${error}: ${said || `HTTP ${response.status}`} (${request.url})`, {
      cause: detail.cause,
    });
    this.error = error;
    this.error_description = description;
    this.status = response.status;
    this.requestId = response.headers.get('x-okta-request-id') ?? undefined;
    this.url = request.url;
  }
}
OAuthError.prototype.name = 'OAuthError';

const LONGEST = 500;
const JWT = /\beyJ[\w-]*\.[\w-]*(?:\.[\w-]*)*/g;

/** Servers quote what they were sent. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.replace(JWT, REDACTED).slice(0, LONGEST) : undefined;
}
