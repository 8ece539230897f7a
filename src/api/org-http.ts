import type { Configuration } from '../config/configuration.js';
import type { HttpHeaders } from '../http/headers.js';
import type { HttpRequest, HttpResponse, OperationName } from '../http/message.js';
import { errorFrom } from '../response/error-from.js';
import { readJson } from '../response/read-json.js';
import { buildRawRequest, type RawRequest } from './raw-request.js';

/** What `client.http` takes beside the URL, in the manner of `fetch`. */
export type HttpInit = Omit<RawRequest, 'path' | 'params' | 'accept' | 'prefetch'>;

/** An answer in the manner of `fetch`. Its body can be read any number of times. */
export interface FetchResponse {
  readonly status: number;
  /** Always true: other answers are thrown. */
  readonly ok: boolean;
  readonly url: string;
  readonly headers: HttpHeaders;
  text(): Promise<string>;
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
  bytes(): Promise<Uint8Array>;
}

const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' };

/**
 * Requests to any URL of the org, in the manner of `fetch` and of version 4 of this SDK: with the client's credentials,
 * retries, time limits and hooks, and with its errors for answers that are no success.
 *
 * @example
 * ```ts
 * const response = await client.http.http('/api/v1/apps/0oa1/sso/saml/metadata', { headers: { Accept: 'application/xml' } });
 * console.log(await response.text());
 * ```
 */
export class OrgHttp {
  readonly #configuration: Configuration;

  /** @param configuration - of the client */
  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  /**
   * Sends a request.
   *
   * @param uri - path from the root of the org, or absolute URL in the org
   * @param init - verb (GET unless given), headers, query, body and options of the call
   * @returns the answer
   * @throws {@link ParameterError} for a URL of another origin, {@link OktaApiError} or {@link HttpError} for an answer
   * that is no success, and what every call may fail with
   */
  http(uri: string, init: HttpInit = {}): Promise<FetchResponse> {
    return this.#send('http', uri, init);
  }

  /** As {@link OrgHttp.http} with GET. */
  get(uri: string, init: HttpInit = {}): Promise<FetchResponse> {
    return this.#send('get', uri, { ...init, method: 'GET' });
  }

  /** As {@link OrgHttp.http} with POST. */
  post(uri: string, init: HttpInit = {}): Promise<FetchResponse> {
    return this.#send('post', uri, { ...init, method: 'POST' });
  }

  /** As {@link OrgHttp.http} with PUT. */
  put(uri: string, init: HttpInit = {}): Promise<FetchResponse> {
    return this.#send('put', uri, { ...init, method: 'PUT' });
  }

  /** As {@link OrgHttp.http} with PATCH. */
  patch(uri: string, init: HttpInit = {}): Promise<FetchResponse> {
    return this.#send('patch', uri, { ...init, method: 'PATCH' });
  }

  /** As {@link OrgHttp.http} with DELETE. */
  delete(uri: string, init: HttpInit = {}): Promise<FetchResponse> {
    return this.#send('delete', uri, { ...init, method: 'DELETE' });
  }

  /** As {@link OrgHttp.http}, with headers for JSON; gives the parsed body. */
  json(uri: string, init: HttpInit = {}): Promise<unknown> {
    return this.#json('json', uri, init);
  }

  /** As {@link OrgHttp.json} with GET. */
  getJson(uri: string, init: HttpInit = {}): Promise<unknown> {
    return this.#json('getJson', uri, { ...init, method: 'GET' });
  }

  /** As {@link OrgHttp.json} with POST. */
  postJson(uri: string, init: HttpInit = {}): Promise<unknown> {
    return this.#json('postJson', uri, { ...init, method: 'POST' });
  }

  /** As {@link OrgHttp.json} with PUT. */
  putJson(uri: string, init: HttpInit = {}): Promise<unknown> {
    return this.#json('putJson', uri, { ...init, method: 'PUT' });
  }

  async #json(method: string, uri: string, init: HttpInit): Promise<unknown> {
    const response = await this.#send(method, uri, { ...init, headers: { ...JSON_HEADERS, ...init.headers } });
    return response.json();
  }

  async #send(method: string, uri: string, init: HttpInit): Promise<FetchResponse> {
    const operation: OperationName = { api: 'Client.http', method };
    const { request } = await buildRawRequest(
      { accept: '*/*', ...init, path: uri },
      this.#configuration.baseUrl,
      operation,
    );
    const response = await this.#configuration.send(request);
    if (response.status < 200 || response.status > 299) throw await errorFrom(request, response);
    return fetchResponse(request, response);
  }
}

/**
 * An answer in the manner of `fetch`.
 *
 * @param request - what was sent
 * @param response - an answer that is a success
 * @returns the same with the members that `fetch` gives
 */
export function fetchResponse(request: HttpRequest, response: HttpResponse): FetchResponse {
  const { status, headers } = response;
  return {
    status,
    ok: true,
    url: request.url,
    headers,
    json: async () => readJson(await response.text(), { request, response }),
    text: () => response.text(),
    bytes: () => response.bytes(),
    arrayBuffer: async () => Uint8Array.from(await response.bytes()).buffer,
  };
}
