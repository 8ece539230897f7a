import type { Handler, Middleware } from '../http/message.js';

/**
 * Chains middleware around a handler; the first is outermost.
 *
 * @param middleware - steps in the order a request passes them
 * @param handler - what the last step calls, normally a transport
 * @returns the whole as one handler
 */
export function compose(middleware: readonly Middleware[], handler: Handler): Handler {
  return middleware.reduceRight<Handler>((next, step) => (request) => step(request, next), handler);
}
