import type { Kinds } from './kinds.js';

/** One setting: where it may come from, and what it holds. */
export interface Setting {
  readonly kind: keyof Kinds;
  /** Names in the environment, without `OKTA_CLIENT_` or `OKTA_TESTING_`; the first that is set wins. */
  readonly environment: readonly string[];
  /** Whether the value must never be printed. */
  readonly secret?: true;
  /** What holds if nothing is said, as the documentation shows it. */
  readonly default?: string;
  /** For the table in the documentation. */
  readonly about: string;
}

/**
 * Every setting that may come from a file or the environment, by its path in the options and below `okta.client` in
 * `okta.yaml`; those that begin with `testing.` stand below `okta` itself.
 */
export const settings = {
  orgUrl: { kind: 'text', environment: ['ORGURL', 'ORG_URL'], about: 'URL of the org' },
  token: {
    kind: 'credential',
    environment: ['TOKEN'],
    secret: true,
    about: 'API token; with `Bearer` an access token',
  },
  authorizationMode: {
    kind: 'mode',
    environment: ['AUTHORIZATIONMODE', 'AUTHORIZATION_MODE'],
    default: 'follows from what is set',
    about: '`SSWS`, `PrivateKey`, `Bearer`, or a middleware',
  },
  clientId: { kind: 'text', environment: ['CLIENTID', 'CLIENT_ID'], about: 'client ID of the service app' },
  scopes: { kind: 'words', environment: ['SCOPES'], about: 'OAuth scopes to ask for' },
  privateKey: {
    kind: 'key',
    environment: ['PRIVATEKEY', 'PRIVATE_KEY'],
    secret: true,
    about: 'private key of the service app',
  },
  keyId: { kind: 'text', environment: ['KEYID', 'KEY_ID'], about: '`kid` of the key, if the key does not say it' },
  issuer: {
    kind: 'text',
    environment: ['ISSUER'],
    default: 'the org',
    about: 'authorization server that gives the tokens',
  },
  accessToken: {
    kind: 'credential',
    environment: ['ACCESSTOKEN', 'ACCESS_TOKEN'],
    secret: true,
    about: 'access token, or a function that gets one',
  },
  dpop: {
    kind: 'automatic',
    environment: ['DPOP'],
    default: 'auto',
    about: 'whether tokens are bound to a key (DPoP)',
  },
  userAgent: { kind: 'text', environment: ['USERAGENT', 'USER_AGENT'], about: 'added to the `User-Agent` header' },
  connectionTimeout: {
    kind: 'seconds',
    environment: ['CONNECTIONTIMEOUT', 'CONNECTION_TIMEOUT'],
    default: '30',
    about: 'longest time for one attempt, from connecting to the last byte; 0 means none',
  },
  requestTimeout: {
    kind: 'seconds',
    environment: ['REQUESTTIMEOUT', 'REQUEST_TIMEOUT'],
    default: '0',
    about: 'longest time for a call with all its attempts and waits; 0 means none',
  },
  'rateLimit.maxRetries': {
    kind: 'count',
    environment: ['RATE_LIMIT_MAX_RETRIES', 'RATELIMIT_MAXRETRIES', 'RATE_LIMIT_MAXRETRIES'],
    default: '2',
    about: 'attempts after the first',
  },
  'rateLimit.maxCapacityPercent': {
    kind: 'percent',
    environment: ['RATE_LIMIT_MAX_CAPACITY_PERCENT', 'RATELIMIT_MAXCAPACITYPERCENT', 'RATE_LIMIT_MAXCAPACITYPERCENT'],
    about: 'part of each rate limit that may be used; the rest is left for others',
  },
  'rateLimit.maxConcurrency': {
    kind: 'count',
    environment: ['RATE_LIMIT_MAX_CONCURRENCY', 'RATELIMIT_MAXCONCURRENCY', 'RATE_LIMIT_MAXCONCURRENCY'],
    about: 'most requests in flight; 0 leaves it open',
  },
  'rateLimit.adaptive': {
    kind: 'switch',
    environment: ['RATE_LIMIT_ADAPTIVE', 'RATELIMIT_ADAPTIVE'],
    about: 'whether fewer requests are in flight after the service said that too many were',
  },
  'proxy.host': { kind: 'text', environment: ['PROXY_HOST'], about: 'host of the proxy' },
  'proxy.port': { kind: 'port', environment: ['PROXY_PORT'], about: 'port of the proxy' },
  'proxy.username': { kind: 'text', environment: ['PROXY_USERNAME'], about: 'user name at the proxy' },
  'proxy.password': { kind: 'text', environment: ['PROXY_PASSWORD'], secret: true, about: 'password at the proxy' },
  httpsProxy: {
    kind: 'text',
    environment: ['HTTPSPROXY', 'HTTPS_PROXY'],
    secret: true,
    default: '`HTTPS_PROXY` with `NO_PROXY`',
    about: 'URL of the proxy, with user name and password if it wants them',
  },
  maxSockets: {
    kind: 'count',
    environment: ['MAXSOCKETS', 'MAX_SOCKETS'],
    default: '50',
    about: 'most connections to a host; 0 means any number',
  },
  'cache.enabled': {
    kind: 'switch',
    environment: ['CACHE_ENABLED'],
    default: 'true',
    about: 'whether answers are cached',
  },
  'cache.defaultTtl': {
    kind: 'seconds',
    environment: ['CACHE_DEFAULT_TTL', 'CACHE_DEFAULTTTL'],
    default: '300',
    about: 'how long an answer is kept; 0 means any time',
  },
  'cache.defaultTti': {
    kind: 'seconds',
    environment: ['CACHE_DEFAULT_TTI', 'CACHE_DEFAULTTTI'],
    default: '0',
    about: 'how long an answer is kept that nobody asks for; 0 means any time',
  },
  'testing.disableHttpsCheck': {
    kind: 'switch',
    environment: [
      'DISABLE_HTTPS_CHECK',
      'DISABLEHTTPSCHECK',
      'TESTING_DISABLE_HTTPS_CHECK',
      'TESTINGDISABLEHTTPSCHECK',
    ],
    default: 'false',
    about: 'allows plain http to other machines',
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** Path of a setting. */
export type SettingName = keyof typeof settings;

/** All paths. */
export const settingNames = Object.keys(settings) as SettingName[];

/**
 * @param name - path of a setting
 * @returns the environment variables that it may come from, preferred first
 */
export function environmentNames(name: SettingName): readonly string[] {
  const prefix = isTesting(name) ? 'OKTA_TESTING_' : 'OKTA_CLIENT_';
  return settings[name].environment.map((suffix) => prefix + suffix);
}

/**
 * @param name - path of a setting
 * @returns whether it is one of `testing`, which is a neighbour of `client` in files
 */
export function isTesting(name: string): boolean {
  return name.startsWith('testing.');
}
