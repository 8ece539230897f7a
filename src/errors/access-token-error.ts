import { OktaError } from './okta-error.js';

/**
 * An access token that somebody sent to your API must not be accepted. `status` and `challenge` are what to answer.
 *
 * @example
 * ```ts
 * response.status(error.status).set('WWW-Authenticate', error.challenge).end();
 * ```
 * @see RFC 6750, section 3.1
 */
export class AccessTokenError extends OktaError {
  /** 401 for a token that is missing or not valid, 403 for one without the scopes. */
  readonly status: 401 | 403;
  /** Value of the `WWW-Authenticate` header of the answer. */
  readonly challenge: string;

  constructor(
    error: 'invalid_token' | 'insufficient_scope',
    reason: string,
    detail: { scopes?: readonly string[]; cause?: unknown } = {},
  ) {
    const code = error === 'invalid_token' ? 'OKTA_TOKEN_INVALID' : 'OKTA_TOKEN_SCOPE';
    super(code, `The access token ${reason}`, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.status = error === 'invalid_token' ? 401 : 403;
    const scope = detail.scopes?.length ? `, scope="${detail.scopes.join(' ')}"` : '';
    this.challenge = `Bearer error="${error}", error_description="The access token ${reason}"${scope}`;
  }
}
AccessTokenError.prototype.name = 'AccessTokenError';
