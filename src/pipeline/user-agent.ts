import type { Middleware } from '../http/message.js';

/**
 * Tells the service which SDK and runtime call it.
 *
 * @param text - value of `User-Agent`
 * @returns the middleware
 * @see RFC 9110, section 10.1.5
 */
export function userAgent(text: string): Middleware {
  return (request, next) => next({ ...request, headers: { 'User-Agent': text, ...request.headers } });
}
