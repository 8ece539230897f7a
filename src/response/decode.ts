import type { HttpRequest, HttpResponse } from '../http/message.js';
import type { Row } from '../request/row.js';
import { reviveDates } from './dates.js';
import { errorFrom } from './error-from.js';
import { readJson } from './read-json.js';

/**
 * Turns an answer into the value of a call.
 *
 * @param row - the operation
 * @param request - what was sent; its `Accept` says whether JSON is due
 * @param response - the answer
 * @returns parsed JSON with dates, text, or bytes; `undefined` if there is nothing to read
 * @throws {@link OktaApiError} or {@link HttpError}
 */
export async function decode(row: Row, request: HttpRequest, response: HttpResponse): Promise<unknown> {
  if (response.status < 200 || response.status > 299) throw await errorFrom(request, response);
  if (row.answer === 'void' || response.status === 204) return drain(response);
  const type = mediaType(response);
  if (isJson(type) || isJson(request.headers['Accept'] ?? '')) {
    const value = readJson(await response.text(), { request, response });
    return row.dates === undefined ? value : reviveDates(value, row.dates);
  }
  return isText(type) ? response.text() : response.bytes();
}

/** An unread body would keep its connection from being used again. */
async function drain(response: HttpResponse): Promise<undefined> {
  await response.bytes();
  return undefined;
}

function mediaType({ headers }: HttpResponse): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function isJson(type: string): boolean {
  return type.startsWith('application/json') || type.endsWith('+json');
}

function isText(type: string): boolean {
  return type.startsWith('text/') || type === 'application/xml' || type.endsWith('+xml') || type.endsWith('jwt');
}
