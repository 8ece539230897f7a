import type { Kinds } from './kinds.js';

/**
 * Every setting that may come from a file or the environment, with the kind of what it holds, by its path in the options
 * and below `okta.client` in `okta.yaml`; those that begin with `testing.` stand below `okta` itself. What each is for
 * is told in docs/configuration.md and beside the option.
 */
export const settings = {
  orgUrl: 'text',
  token: 'credential',
  authorizationMode: 'mode',
  clientId: 'text',
  scopes: 'words',
  privateKey: 'key',
  keyId: 'text',
  issuer: 'text',
  accessToken: 'credential',
  dpop: 'automatic',
  userAgent: 'text',
  connectionTimeout: 'seconds',
  requestTimeout: 'seconds',
  'rateLimit.maxRetries': 'count',
  'rateLimit.maxCapacityPercent': 'percent',
  'rateLimit.maxConcurrency': 'count',
  'rateLimit.adaptive': 'switch',
  'proxy.host': 'text',
  'proxy.port': 'port',
  'proxy.username': 'text',
  'proxy.password': 'text',
  httpsProxy: 'text',
  maxSockets: 'count',
  'cache.enabled': 'switch',
  'cache.defaultTtl': 'seconds',
  'cache.defaultTti': 'seconds',
  'logging.enabled': 'switch',
  'logging.logLevel': 'level',
  raiseException: 'switch',
  'testing.disableHttpsCheck': 'switch',
} as const satisfies Readonly<Record<string, keyof Kinds>>;

/** Path of a setting. */
export type SettingName = keyof typeof settings;

/** All paths. */
export const settingNames = Object.keys(settings) as SettingName[];

/**
 * Names of a setting in the environment. Okta's SDKs differ in where they put underscores; all spellings are understood.
 *
 * @param name - path of a setting
 * @returns the variables that it may come from; the first that is set wins
 */
export function environmentNames(name: SettingName): readonly string[] {
  const [group = '', member] = name.split('.');
  if (member === undefined) return inClient([group.toUpperCase(), snake(group)]);
  const flat = member.toUpperCase();
  if (group === 'testing') return [snake(member), flat, `TESTING_${snake(member)}`, `TESTING${flat}`].map(inTesting);
  return inClient([`${snake(group)}_${snake(member)}`, `${group.toUpperCase()}_${flat}`, `${snake(group)}_${flat}`]);
}

/** Okta's SDK for Python says the word twice. */
const inTesting = (name: string) => `OKTA_TESTING_${name}`;

function inClient(names: readonly string[]): string[] {
  return [...new Set(names)].map((name) => `OKTA_CLIENT_${name}`);
}

/** `maxRetries` becomes `MAX_RETRIES`. */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, '_$&').toUpperCase();
}
