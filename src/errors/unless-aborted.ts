import type { HttpRequest } from '../http/message.js';
import { AbortError } from './network-errors.js';

/**
 * Waits for what a request needs no longer than its caller does. What is waited for goes on.
 *
 * @param request - whose signal ends the wait
 * @param promise - what it needs
 * @returns the same; rejects with {@link AbortError} if the signal aborts first
 */
export function unlessAborted<T>(request: HttpRequest, promise: Promise<T>): Promise<T> {
  const { signal } = request;
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new AbortError(request, signal.reason));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
