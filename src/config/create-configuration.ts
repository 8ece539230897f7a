import { type Clock, systemClock } from '../clock.js';
import { ConfigError } from '../errors/config-error.js';
import { DefaultRequestExecutor } from '../pipeline/executor/default-request-executor.js';
import { RequestExecutor } from '../pipeline/executor/request-executor.js';
import { lazily } from '../pipeline/lazily.js';
import { check } from './check.js';
import { Configuration } from './configuration.js';
import { type Limits, limitsIn } from './limits.js';
import type { ConfigurationOptions } from './options.js';

/**
 * Checks the settings and assembles the pipeline. Settings come from `~/.okta/okta.yaml`, `./okta.yaml`, the
 * environment and the argument; later ones win.
 *
 * @param options - settings, and functions and objects of your own
 * @returns a configuration for any number of Apis
 * @throws {@link ConfigError} listing everything that is missing or wrong
 * @example
 * ```ts
 * const configuration = okta.createConfiguration({ orgUrl: 'https://acme.okta.com', token: process.env.TOKEN });
 * const userApi = new okta.UserApi(configuration);
 * ```
 * @see https://developer.okta.com/docs/guides/create-an-api-token/main/ and
 * https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/
 */
export function createConfiguration(options: ConfigurationOptions = {}): Configuration {
  const checked = check(options);
  if ('faults' in checked) throw new ConfigError(checked.faults);
  const { clock = systemClock, middleware = [], promiseMiddleware = [] } = options;
  const executor = options.requestExecutor ?? executorFor(limitsIn(checked.settings), clock);
  // What the user does to the objects later does not count.
  const parts = { ...checked, options: { ...options }, middleware: [...middleware, ...promiseMiddleware] };
  const handler = lazily(async () => {
    const { assemble } = await import('./assemble.js');
    return assemble({ ...parts, executor, clock });
  });
  return new Configuration({ baseUrl: checked.baseUrl, clock, handler, executor });
}

/** In the configuration 0 means none, for the executor any number. */
function executorFor({ maxRetries }: Limits, clock: Clock): RequestExecutor {
  return maxRetries === 0 ? new RequestExecutor() : new DefaultRequestExecutor({ maxRetries, clock });
}
