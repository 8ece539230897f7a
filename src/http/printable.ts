import { isSecretHeader, REDACTED } from './headers.js';
import type { HttpRequest } from './message.js';
import { redactUrl } from './redact-url.js';

const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom');

/**
 * Makes a request that can be printed: `console.log` and `JSON.stringify` show neither credentials nor the body, which
 * may hold passwords. Both are ordinary members, so that copies made by spreading are safe, too.
 *
 * @param request - any request
 * @returns the same request
 */
export function printable(request: HttpRequest): HttpRequest {
  const shown: HttpRequest & { toJSON?: () => object; [INSPECT]?: () => object } = request;
  shown.toJSON = toJSON;
  shown[INSPECT] = toJSON;
  return shown;
}

function toJSON(this: HttpRequest): object {
  const { method, url, headers, body, operation } = this;
  const shown = Object.entries(headers).map(([name, value]) => [name, isSecretHeader(name) ? REDACTED : value]);
  return {
    method,
    url: redactUrl(url),
    headers: Object.fromEntries(shown),
    ...(operation && { operation }),
    ...(body === undefined ? {} : { body: `[${body.length} ${typeof body === 'string' ? 'characters' : 'bytes'}]` }),
  };
}
