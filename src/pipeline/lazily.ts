import type { Handler } from '../http/message.js';
import { loadedOnce } from '../loaded-once.js';

/**
 * Makes a handler with the first request.
 *
 * @param make - loads what the handler needs, and makes it
 * @returns the handler; rejects with {@link OktaError} if it cannot be made
 */
export function lazily(make: () => Promise<Handler>): Handler {
  const get = loadedOnce(make);
  return (request) => {
    const handler = get();
    return typeof handler === 'function' ? handler(request) : handler.then((made) => made(request));
  };
}
