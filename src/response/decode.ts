import type { HttpRequest, HttpResponse, Reading } from '../http/message.js';
import type { DateTree, Row } from '../request/row.js';
import { copyOf } from './copy-of.js';
import { reviveDates } from './dates.js';
import { errorFrom } from './error-from.js';
import { longListIn } from './long-list.js';
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
    const list = response.reading === undefined ? longListIn(response) : undefined;
    if (list !== undefined) return reviveDates(list, row.dates ?? NO_DATES);
    const text = await response.text();
    const read = () => reviveDates(readJson(text, { request, response }), row.dates ?? NO_DATES);
    return response.reading === undefined ? read() : readOnce(response.reading, { text, dates: row.dates }, read);
  }
  return isText(type) ? response.text() : response.bytes();
}

const NO_DATES: DateTree = {};

/** To copy a value takes a quarter of the time of parsing it again. */
function readOnce(reading: Reading, { text, dates }: Pick<Reading, 'text' | 'dates'>, read: () => unknown): unknown {
  // A step of the user's may have put another text in its place.
  const isKnown = reading.text === text && reading.dates === dates;
  if (!isKnown) Object.assign(reading, { text, dates, value: read() });
  try {
    return copyOf(reading.value);
  } catch {
    // Nested too deeply to be copied.
    return read();
  }
}

/** An unread body would keep its connection from being used again. */
async function drain(response: HttpResponse): Promise<undefined> {
  await response.bytes();
  return undefined;
}

function mediaType({ headers }: HttpResponse): string {
  const type = headers.get('content-type');
  if (type === 'application/json') return type;
  return (type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function isJson(type: string): boolean {
  return type.startsWith('application/json') || type.endsWith('+json');
}

function isText(type: string): boolean {
  return type.startsWith('text/') || type === 'application/xml' || type.endsWith('+xml') || type.endsWith('jwt');
}
