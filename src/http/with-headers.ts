import type { HttpRequest } from './message.js';

/**
 * A copy of a request with further headers.
 *
 * @param request - stays as it is
 * @param added - replace those of the same name
 * @returns the copy
 */
export function withHeaders<R extends HttpRequest>(request: R, added: HttpRequest['headers']): R {
  // Node 20 takes ten times as long to add members behind a spread.
  return { ...request, headers: Object.assign({}, request.headers, added) };
}
