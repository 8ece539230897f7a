import { ClientApis } from '../generated/management/client-apis.js';
import type { ApiPromise } from './api/api-promise.js';
import { OrgHttp } from './api/org-http.js';
import { rawCall } from './api/raw-call.js';
import { type PaginateOptions, rawList } from './api/raw-list.js';
import type { RawRequest } from './api/raw-request.js';
import type { Configuration } from './config/configuration.js';
import { createConfiguration } from './config/create-configuration.js';
import type { ConfigurationOptions } from './config/options.js';
import { SystemLog } from './log-stream/system-log.js';
import type { Executes } from './pipeline/execute.js';
import type { Collection } from './response/collection.js';

/**
 * All Apis of one org over one configuration. An Api object is made when its member is first used.
 *
 * @example
 * ```ts
 * const client = new okta.Client({ orgUrl: 'https://acme.okta.com', token });
 * const user = await client.userApi.getUser({ userId: 'ada@example.com' });
 * ```
 * @see https://developer.okta.com/docs/api/
 */
export class Client extends ClientApis {
  /** URL of the org without a trailing slash. */
  readonly baseUrl: string;
  /** Decides how, and how often, requests are sent; tells about it by events. */
  readonly requestExecutor: Executes;
  /** Requests to any URL of the org, in the manner of `fetch`. */
  readonly http: OrgHttp;
  /** The System Log as a stream. */
  readonly systemLog: SystemLog;
  readonly #configuration: Configuration;

  /**
   * @param options - settings; what is left out comes from the environment, see {@link createConfiguration}
   * @throws {@link ConfigError} listing everything that is missing or wrong
   */
  constructor(options: ConfigurationOptions = {}) {
    const configuration = createConfiguration(options);
    super(configuration);
    this.baseUrl = configuration.baseUrl;
    this.requestExecutor = configuration.requestExecutor;
    this.http = new OrgHttp(configuration);
    this.systemLog = new SystemLog(this.systemLogApi, configuration.clock);
    this.#configuration = configuration;
  }

  /**
   * Sends a request to an endpoint that the SDK need not know, with everything that other calls have: credentials,
   * retries, time limits, hooks, errors.
   *
   * @param request - verb, path, query, body, headers, options of the call
   * @returns a promise of the answer: JSON as it was sent (dates stay text), text, or bytes
   * @throws {@link ParameterError} for a path that leads out of the org, and what every call may fail with
   * @example
   * ```ts
   * const roles = await client.request({ path: '/api/v1/users/{id}/roles', params: { id }, query: { limit: 20 } });
   * ```
   */
  request<T = unknown>(request: RawRequest): ApiPromise<T> {
    return rawCall<T>(this.#configuration, request);
  }

  /**
   * A list at an endpoint that the SDK need not know, paged by `Link` headers or by `_links.next` in the answer.
   *
   * @param path - path from the root of the org, or absolute URL in the org
   * @param options - query, headers, options of the call, and the member that holds the items if it is not obvious
   * @returns the list; nothing is sent before its first item is asked for
   * @throws as {@link Client.request}, when the first page is asked for
   * @example
   * ```ts
   * for await (const role of client.paginate('/api/v1/iam/roles')) console.log(role);
   * ```
   */
  paginate<T = unknown>(path: string, options: PaginateOptions = {}): Collection<T> {
    return rawList<T>(this.#configuration, path, options);
  }
}
