import type { HttpHeaders } from '../http/headers.js';
import type { HttpResponse } from '../http/message.js';

/** The part of an answer that is not its value. */
export interface ResponseInfo {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** Value of `X-Okta-Request-Id`. */
  readonly requestId: string | undefined;
}

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
 * console.log(response.requestId, response.headers.get('x-rate-limit-remaining'));
 * ```
 */
export interface ApiPromise<T> extends Promise<T> {
  /** @returns the value together with status, headers and request id of the answer */
  withResponse(): Promise<WithResponse<T>>;
}

/**
 * Makes an {@link ApiPromise} of a call under way.
 *
 * @param call - resolves to the value and its answer
 * @returns the promise
 */
export function apiPromise<T>(call: Promise<WithResponse<T>>): ApiPromise<T> {
  return Object.assign(
    call.then(({ data }) => data),
    { withResponse: () => call },
  );
}

/**
 * What of an answer is told to callers.
 *
 * @param response - the answer
 * @returns status, headers, request id
 */
export function responseInfo({ status, headers }: HttpResponse): ResponseInfo {
  return { status, headers, requestId: headers.get('x-okta-request-id') ?? undefined };
}
