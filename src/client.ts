import { ClientApis } from '../generated/management/client-apis.js';
import { createConfiguration } from './config/create-configuration.js';
import type { ConfigurationOptions } from './config/options.js';

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

  /**
   * @param options - settings; what is left out comes from the environment, see {@link createConfiguration}
   * @throws {@link ConfigError} listing everything that is missing or wrong
   */
  constructor(options: ConfigurationOptions = {}) {
    const configuration = createConfiguration(options);
    super(configuration);
    this.baseUrl = configuration.baseUrl;
  }
}
