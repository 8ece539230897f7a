import { type Clock, systemClock } from '../clock.js';
import { ConfigError, type ConfigFault } from '../errors/config-error.js';
import { compose } from '../pipeline/compose.js';
import { executeBy } from '../pipeline/execute.js';
import { DefaultRequestExecutor } from '../pipeline/executor/default-request-executor.js';
import { RequestExecutor } from '../pipeline/executor/request-executor.js';
import { Announcer } from '../pipeline/hooks/announcer.js';
import { watchAttempts, watchCalls } from '../pipeline/hooks/watch.js';
import { retrying } from '../pipeline/retry/retry.js';
import { timeLimit } from '../pipeline/time-limit.js';
import { userAgent } from '../pipeline/user-agent.js';
import { platformLogger } from '../platform/warn.js';
import { authorize } from './authorize.js';
import { cacheIn } from './caching.js';
import { collect } from './collect.js';
import { Configuration } from './configuration.js';
import { type Credential, readCredential } from './credential.js';
import type { Settings } from './layers.js';
import { callLimit, type Limits, limitsIn } from './limits.js';
import { missing } from './missing.js';
import { readNetwork } from './network.js';
import type { ConfigurationOptions } from './options.js';
import { checkOrgUrl } from './org-url.js';
import { governorFor } from './rate-limit.js';
import { userAgentText } from './user-agent-text.js';
import { middlewareIn } from './v7/adapt.js';

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
  return assemble(options, checked);
}

/** Settings that can work. */
interface Checked {
  readonly settings: Settings;
  readonly baseUrl: string;
  readonly credential: Credential;
  readonly network: ReturnType<typeof readNetwork>;
}

function check(options: ConfigurationOptions): Checked | { readonly faults: readonly ConfigFault[] } {
  const { settings, faults } = collect(options);
  const allowHttp = settings['testing.disableHttpsCheck']?.value === true;
  const { orgUrl } = settings;
  const baseUrl = orgUrl === undefined ? missing('orgUrl') : checkOrgUrl(orgUrl, { allowHttp });
  const reading = readCredential(settings, allowHttp);
  const network = readNetwork(options, settings);
  const isGood = typeof baseUrl === 'string' && 'credential' in reading && faults.length + network.faults.length === 0;
  if (isGood) return { settings, baseUrl, credential: reading.credential, network };
  const others = [
    ...(typeof baseUrl === 'string' ? [] : [baseUrl]),
    ...('faults' in reading ? reading.faults : []),
    ...network.faults,
  ];
  // Of a value that cannot be read it is not also said that it is missing.
  const told = new Set(faults.map(({ setting }) => setting));
  return { faults: [...faults, ...others.filter(({ setting }) => !told.has(setting))].sort(bySetting) };
}

/** The pipeline, outermost step first: what sees a call once, then what sees every attempt. */
function assemble(options: ConfigurationOptions, { settings, baseUrl, credential, network }: Checked): Configuration {
  const { clock = systemClock, hooks = {}, logger = platformLogger, tokenStore: store } = options;
  const limits = limitsIn(settings);
  const announcer = new Announcer(hooks, logger);
  const watched = watchCalls(announcer, clock);
  const attempt = compose(
    [
      watchAttempts(announcer, clock),
      userAgent(userAgentText(settings.userAgent?.value)),
      ...network.before,
      timeLimit(() => limits.attempt, clock),
      ...network.after,
    ],
    network.transport,
  );
  const send = compose([watched], retrying(attempt, { maxRetries: limits.maxRetries, clock }));
  const executor = options.requestExecutor ?? executorFor(limits, clock);
  const governor = governorFor(options, settings);
  const steps = [
    ...middlewareIn(options),
    ...cacheIn({ settings, options, credential, clock }),
    watched,
    timeLimit((request) => callLimit(request, limits), clock),
    executeBy(executor),
    ...(governor ? [governor.throttle] : []),
    authorize(credential, { baseUrl, clock, send, store }),
  ];
  return new Configuration({ baseUrl, clock, handler: compose(steps, attempt), executor });
}

/** In the configuration 0 means none, for the executor any number. */
function executorFor({ maxRetries }: Limits, clock: Clock): RequestExecutor {
  return maxRetries === 0 ? new RequestExecutor() : new DefaultRequestExecutor({ maxRetries, clock });
}

function bySetting(one: ConfigFault, other: ConfigFault): number {
  return one.setting < other.setting ? -1 : 1;
}
