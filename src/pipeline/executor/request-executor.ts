import { Emitter } from './emitter.js';
import { type ExecutorRequest, type ExecutorResponse, sendThrough } from './exchange.js';

/** Events of the base executor, with what listeners get. */
export interface ExecutorEvents {
  request: [request: ExecutorRequest];
  response: [response: ExecutorResponse];
  /** A wait before another attempt begins; `delayMs` is how long it takes. */
  backoff: [
    request: ExecutorRequest,
    response: ExecutorResponse | undefined,
    requestId: string | undefined,
    delayMs: number,
  ];
  /** The wait is over. */
  resume: [request: ExecutorRequest, requestId: string | undefined];
}

/**
 * Sends each request once, and tells about it. Extend it, or {@link DefaultRequestExecutor}, to do something around
 * every call: implement `fetch` and call `super.fetch`.
 *
 * @example
 * ```ts
 * class Timed extends okta.DefaultRequestExecutor {
 *   async fetch(request) {
 *     const start = performance.now();
 *     try { return await super.fetch(request); }
 *     finally { console.log(request.url, performance.now() - start); }
 *   }
 * }
 * const client = new okta.Client({ requestExecutor: new Timed() });
 * ```
 * @see https://developer.okta.com/docs/reference/rl-best-practices/
 */
export class RequestExecutor extends Emitter<ExecutorEvents> {
  /**
   * Sends a request.
   *
   * @param request - without credentials; they are added further inside, for every attempt
   * @returns the answer, whatever its status
   * @throws {@link ConnectionError}, {@link TimeoutError}, {@link AbortError}
   */
  async fetch(request: ExecutorRequest): Promise<ExecutorResponse> {
    this.emit('request', request);
    const response = await sendThrough(request);
    this.emit('response', response);
    return response;
  }
}
