import { OktaApiError, type OktaErrorBody } from '../errors/okta-api-error.js';
import { HttpError, type ResponseError } from '../errors/response-error.js';
import type { HttpRequest, HttpResponse } from '../http/message.js';

/**
 * Makes the error for an answer that is no success.
 *
 * @param request - what was sent
 * @param response - the answer; its body is read here
 * @returns {@link OktaApiError} for a body of Okta's, {@link HttpError} for any other
 */
export async function errorFrom(request: HttpRequest, response: HttpResponse): Promise<ResponseError> {
  const body = await response.text();
  const exchange = { request, response };
  const error = parse(body);
  if (isOktaError(error)) return new OktaApiError(exchange, error);
  return new HttpError(exchange, { reason: reasonOf(response), body });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isOktaError(value: unknown): value is OktaErrorBody {
  return typeof value === 'object' && value !== null && 'errorCode' in value && typeof value.errorCode === 'string';
}

/** A missing OAuth scope is told in this header only, with an empty body. Source: RFC 6750, section 3. */
function reasonOf({ headers }: HttpResponse): string {
  const challenge = headers.get('www-authenticate') ?? '';
  const parts = ['error', 'error_description', 'scope'].flatMap((name) => {
    const value = new RegExp(`(?:^|[\\s,])${name}="([^"]*)"`).exec(challenge)?.[1];
    return value ? [`${name}: ${value}`] : [];
  });
  return parts.length > 0 ? parts.join(', ') : `without an Okta error (${headers.get('content-type') ?? 'no body'})`;
}
