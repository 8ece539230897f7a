import { authorization, type Credential } from '../auth/authorization.js';
import { systemClock } from '../clock.js';
import { ConfigError, type ConfigFault } from '../errors/config-error.js';
import { compose } from '../pipeline/compose.js';
import { userAgent } from '../pipeline/user-agent.js';
import { crossFetchTransport } from '../transport/cross-fetch.js';
import { VERSION } from '../version.js';
import { Configuration } from './configuration.js';
import { type EnvironmentSetting, environmentNames, fromEnvironment } from './environment.js';
import { checkRules, type Sourced } from './fault.js';
import type { ConfigurationOptions } from './options.js';
import { checkOrgUrl } from './org-url.js';
import { accessTokenRules, tokenRules } from './token.js';

/**
 * Checks the settings and assembles the pipeline. An option given here wins over the environment.
 *
 * @param options - settings; may be left out if the environment has `OKTA_CLIENT_ORGURL` and `OKTA_CLIENT_TOKEN`
 * @returns a configuration for any number of Apis
 * @throws {@link ConfigError} listing everything that is missing or wrong
 * @example
 * ```ts
 * const configuration = okta.createConfiguration({ orgUrl: 'https://acme.okta.com', token: process.env.TOKEN });
 * const userApi = new okta.UserApi(configuration);
 * ```
 * @see https://developer.okta.com/docs/guides/create-an-api-token/main/
 */
export function createConfiguration(options: ConfigurationOptions = {}): Configuration {
  const orgUrl = resolveOrgUrl(options);
  const credential = resolveCredential(options);
  const faults = [orgUrl, credential].filter(isFault);
  if (isFault(orgUrl) || isFault(credential)) throw new ConfigError(faults);
  const steps = [...(options.middleware ?? []), userAgent(userAgentText(options)), authorization(credential)];
  const handler = compose(steps, options.transport ?? crossFetchTransport());
  return new Configuration({ baseUrl: orgUrl, clock: options.clock ?? systemClock, handler });
}

function resolveOrgUrl(options: ConfigurationOptions): string | ConfigFault {
  const orgUrl = resolve('orgUrl', options);
  if (orgUrl === undefined) return missing('orgUrl');
  return checkOrgUrl(orgUrl, { allowHttp: options.testing?.disableHttpsCheck === true });
}

function resolveCredential(options: ConfigurationOptions): Credential | ConfigFault {
  const { accessToken } = options;
  if (typeof accessToken === 'function') return { scheme: 'Bearer', token: accessToken };
  if (accessToken !== undefined) {
    const fault = checkRules('accessToken', { value: accessToken, source: 'argument' }, accessTokenRules);
    return fault ?? { scheme: 'Bearer', token: accessToken };
  }
  const token = resolve('token', options);
  if (token === undefined) return missing('token');
  return checkRules('token', token, tokenRules) ?? { scheme: 'SSWS', token: token.value };
}

function resolve(setting: EnvironmentSetting, options: ConfigurationOptions): Sourced<string> | undefined {
  const value = options[setting];
  return value === undefined ? fromEnvironment(setting, options.environment) : { value, source: 'argument' };
}

function missing(setting: EnvironmentSetting): ConfigFault {
  const names = environmentNames(setting).join(' or ');
  return { setting, source: 'nowhere', reason: `is missing; pass \`${setting}\` or set ${names}` };
}

function isFault(value: unknown): value is ConfigFault {
  return typeof value === 'object' && value !== null && 'setting' in value;
}

function userAgentText({ userAgent: suffix }: ConfigurationOptions): string {
  const runtime = typeof process === 'undefined' ? [] : [`node/${process.versions.node} ${process.platform}`];
  return [`okta-sdk-nodejs/${VERSION}`, ...runtime, ...(suffix ? [suffix] : [])].join(' ');
}
