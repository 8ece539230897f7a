import { type Exchange, ResponseError } from './response-error.js';

/** One cause inside an error of Okta's; newer services add more members than the summary. */
export interface OktaErrorCause {
  readonly errorSummary?: string;
  readonly [member: string]: unknown;
}

/** The error object that the Okta API sends. Source: https://developer.okta.com/docs/reference/error-codes/ */
export interface OktaErrorBody {
  readonly errorCode: string;
  readonly errorSummary?: string;
  readonly errorLink?: string;
  readonly errorId?: string;
  readonly errorCauses?: readonly OktaErrorCause[] | null;
}

/**
 * An error that the Okta API reported. The message reads `Okta HTTP 404 E0000007 Not found: …`.
 *
 * @example
 * ```ts
 * const user = await userApi.getUser({ userId }).catch((error) => {
 *   if (error instanceof okta.OktaApiError && error.errorCode === 'E0000007') return undefined;
 *   throw error;
 * });
 * ```
 * @see https://developer.okta.com/docs/reference/error-codes/
 */
export class OktaApiError extends ResponseError {
  /** Okta's code, e.g. `E0000007`. */
  readonly errorCode: string;
  readonly errorSummary: string;
  readonly errorLink: string | undefined;
  /** Identifier of this occurrence, to quote to Okta's support. */
  readonly errorId: string | undefined;
  /** Empty if the service named none. */
  readonly errorCauses: readonly OktaErrorCause[];

  constructor(exchange: Exchange, body: OktaErrorBody) {
    super('OKTA_API', describe(exchange.response.status, body), { exchange });
    this.errorCode = body.errorCode;
    this.errorSummary = body.errorSummary ?? '';
    this.errorLink = body.errorLink;
    this.errorId = body.errorId;
    this.errorCauses = causesOf(body);
  }
}

OktaApiError.prototype.name = 'OktaApiError';

function describe(status: number, body: OktaErrorBody): string {
  const causes = causesOf(body).flatMap(({ errorSummary }) => (errorSummary ? [errorSummary] : []));
  const head = ['Okta HTTP', status, body.errorCode, body.errorSummary].filter(Boolean).join(' ');
  return causes.length === 0 ? head : `${head.replace(/\.$/, '')}. ${causes.join(', ')}`;
}

function causesOf({ errorCauses }: OktaErrorBody): readonly OktaErrorCause[] {
  return Array.isArray(errorCauses) ? errorCauses.filter((cause) => typeof cause === 'object' && cause !== null) : [];
}
