import type { Handler } from '../http/message.js';
import { type FetchAnswer, type FetchInit, fetchTransport } from './fetch.js';

/** What an {@link HttpClient} is to send: the second argument of `fetch`, with the URL. */
export interface HttpClientRequest extends FetchInit {
  /** Absolute URL, encoded. */
  readonly url: string;
}

/**
 * An HTTP library of one's own, as Okta's SDK for Python takes one. Retries, credentials, limits of time and redirects
 * stay with the SDK.
 *
 * @example
 * ```ts
 * class Counting implements okta.HttpClient {
 *   count = 0;
 *   sendRequest(request: okta.HttpClientRequest) {
 *     this.count += 1;
 *     return fetch(request.url, request);
 *   }
 * }
 * const client = new okta.Client({ httpClient: new Counting() });
 * ```
 * @see https://github.com/okta/okta-sdk-python for the same in Python
 */
export interface HttpClient {
  /**
   * Sends one request.
   *
   * @param request - with all its headers
   * @returns the answer, whatever its status: a `Response`, or something like it
   * @throws what it likes if there is no answer; callers get it as the cause of a {@link ConnectionError}
   */
  sendRequest(request: HttpClientRequest): Promise<FetchAnswer>;
}

/**
 * @param client - of the user
 * @returns a transport
 */
export function httpClientTransport(client: HttpClient): Handler {
  return fetchTransport(() => (url, init) => client.sendRequest({ ...init, url }));
}
