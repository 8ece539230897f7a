import { HttpError, OktaApiError, type OktaErrorBody, ResponseError } from '../../sdk.js';
import type { Result } from './result.js';

/**
 * A failed request as oktajs tells it, in the words that programs look for.
 *
 * @param error - what the client threw
 * @returns the result, with what the service sent in `resp`
 */
export function failure<T>(error: unknown): Result<T> {
  const reason = reasonOf(error);
  const resp = respOf(error);
  return { success: false, error: reason, ...(resp === undefined ? {} : { resp: resp as T }) };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof ResponseError)) return error instanceof Error ? error.message : String(error);
  if (error.status === 401) return 'Unauthorized';
  if (error.status >= 200 && error.status < 300) return 'Returned JSON is invalid';
  return `Received HTTP Status code: ${error.status}`;
}

function respOf(error: unknown): OktaErrorBody | string | undefined {
  if (error instanceof OktaApiError) return bodyOf(error);
  return error instanceof HttpError && error.body !== '' ? error.body : undefined;
}

function bodyOf({ errorCode, errorSummary, errorLink, errorId, errorCauses }: OktaApiError): OktaErrorBody {
  return {
    errorCode,
    errorSummary,
    ...(errorLink === undefined ? {} : { errorLink }),
    ...(errorId === undefined ? {} : { errorId }),
    errorCauses,
  };
}
