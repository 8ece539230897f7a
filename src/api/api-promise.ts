import type { ResponseInfo } from '../response/response-info.js';

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

/**
 * Makes an {@link ApiPromise} of a call under way.
 *
 * @param call - resolves to the value and its answer
 * @returns the promise
 */
export function apiPromise<T>(call: Promise<WithResponse<T>>): ApiPromise<T> {
  const value = call.then(({ data }) => data);
  const withResponse = () => {
    // Who asks for the answer gets the failure there; the value, which nobody waits for, must not fail unhandled.
    value.catch(() => undefined);
    return call;
  };
  return Object.assign(value, { withResponse });
}
