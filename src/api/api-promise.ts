import type { HttpResponse } from '../http/message.js';
import { type ResponseInfo, responseInfo } from '../response/response-info.js';

export type { ResponseInfo } from '../response/response-info.js';

/** A value with the answer it came in. */
export interface WithResponse<T> {
  readonly data: T;
  readonly response: ResponseInfo;
}

/**
 * What every method returns: a promise of the value, which can also tell about the answer.
 *
 * @example
 * ```ts
 * const { data: user, response } = await userApi.getUser({ userId }).withResponse();
 * console.log(response.requestId, response.rateLimit?.remaining);
 * ```
 */
export interface ApiPromise<T> extends Promise<T> {
  /** @returns the value together with status, headers, request id and rate limit of the answer */
  withResponse(): Promise<WithResponse<T>>;
}

/** The answer to a call, and the value in it. */
export interface Answered {
  readonly response: HttpResponse;
  readonly body: unknown;
}

/**
 * Makes an {@link ApiPromise} of a call under way.
 *
 * @param call - resolves to the value and its answer
 * @returns the promise
 */
export function apiPromise<T>(call: Promise<Answered>): ApiPromise<T> {
  const value = call.then(({ body }) => body as T);
  const withResponse = async () => {
    // Who asks for the answer gets the failure there; the value, which nobody waits for, must not fail unhandled.
    value.catch(() => undefined);
    const { body, response } = await call;
    return { data: body as T, response: responseInfo(response) };
  };
  return Object.assign(value, { withResponse });
}
