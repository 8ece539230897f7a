import type { Answer } from '../answers/answer.js';
import { Refusal } from '../answers/refusal.js';

/** Error codes of the OAuth endpoints. Source: RFC 6749, sections 4.1.2.1 and 5.2; RFC 9449, sections 5 and 8;
 * OpenID Connect Core 1.0, section 3.1.2.6 */
export type OAuthErrorCode =
  | 'access_denied'
  | 'invalid_client'
  | 'invalid_dpop_proof'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'invalid_token'
  | 'login_required'
  | 'server_error'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'use_dpop_nonce';

/** An error answer of an OAuth endpoint. */
export class OAuthRefusal extends Refusal {
  readonly error: OAuthErrorCode;

  constructor(error: OAuthErrorCode, answer: Answer) {
    super(answer);
    this.error = error;
  }
}

const statuses: Readonly<Partial<Record<OAuthErrorCode, number>>> = { invalid_client: 401, server_error: 501 };

/**
 * Makes an error answer of an OAuth endpoint.
 *
 * @param error - its code
 * @param description - what is wrong
 * @param headers - further headers
 * @returns the error, to be thrown
 * @example `throw refuse('invalid_scope', 'At least one scope must be requested.')`
 * @see RFC 6749, section 5.2
 */
export function refuse(
  error: OAuthErrorCode,
  description: string,
  headers: Readonly<Record<string, string>> = {},
): OAuthRefusal {
  const body = { error, error_description: description };
  return new OAuthRefusal(error, { status: statuses[error] ?? 400, body, headers });
}
