import type { Clock } from '../clock.js';
import type { Handler, HttpRequest, HttpResponse } from '../http/message.js';
import type { Executes } from '../pipeline/execute.js';

/** What a {@link Configuration} is made of. */
export interface ConfigurationParts {
  readonly baseUrl: string;
  readonly clock: Clock;
  /** The assembled pipeline. */
  readonly handler: Handler;
  /** Decides how, and how often, requests are sent. */
  readonly executor: Executes;
}

/**
 * A checked configuration with its pipeline, made by `createConfiguration`. Holds no credential that could be printed.
 *
 * @example `const userApi = new okta.UserApi(okta.createConfiguration());`
 */
export class Configuration {
  /** URL of the org without a trailing slash. */
  readonly baseUrl: string;
  readonly #parts: ConfigurationParts;

  /** @param parts - checked settings and the pipeline */
  constructor(parts: ConfigurationParts) {
    this.baseUrl = parts.baseUrl;
    this.#parts = parts;
  }

  /** Decides how, and how often, requests are sent; tells about it by events. */
  get requestExecutor(): Executes {
    return this.#parts.executor;
  }

  /** Time and chance. */
  get clock(): Clock {
    return this.#parts.clock;
  }

  /**
   * Sends a request through the whole pipeline.
   *
   * @param request - without credentials; the pipeline adds them
   * @returns the answer, whatever its status
   * @throws {@link ConnectionError}, {@link AbortError}
   */
  send(request: HttpRequest): Promise<HttpResponse> {
    return this.#parts.handler(request);
  }
}
