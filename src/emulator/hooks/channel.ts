import { BLANK, invalid } from '../answers/fault.js';
import { isObject, type JsonObject, memberAt } from '../org/json.js';

/** Hosts of this machine. Besides https the emulator calls them by http, so that tests need no certificates. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Members of a configuration that are never read back. */
const SECRETS: ReadonlySet<string> = new Set(['clientSecret']);

/**
 * Checks where a hook is and how it is called, and fills in what was not said.
 *
 * @param hook - with a `channel`
 * @param before - the hook as it was; secrets that were not sent again stay
 * @returns the channel
 * @throws Fault `E0000001` without an address, or with one that is neither https nor on this machine
 */
export function channelFrom(hook: JsonObject, before?: JsonObject): JsonObject {
  const { channel } = hook;
  if (!isObject(channel)) throw invalid('channel', BLANK);
  const config = isObject(channel['config']) ? channel['config'] : {};
  checkAddress('channel.config.uri', config['uri']);
  if (config['tokenUrl'] !== undefined) checkAddress('channel.config.tokenUrl', config['tokenUrl']);
  const known = memberAt(before, ['channel', 'config']);
  return {
    ...channel,
    type: channel['type'] ?? 'HTTP',
    version: channel['version'] ?? '1.0.0',
    config: { method: 'POST', headers: [], ...withSecrets(config, isObject(known) ? known : {}) },
  };
}

function checkAddress(field: string, address: unknown): void {
  if (typeof address !== 'string' || address === '') throw invalid(field, BLANK);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!isSafe) throw invalid(field, 'The address must be a URL that begins with https');
}

/** Secrets cannot be read, so whoever writes back what they read does not send them. */
function withSecrets(config: JsonObject, before: JsonObject): JsonObject {
  const { authScheme } = config;
  const secret = isObject(authScheme) && authScheme['value'] === undefined ? oldSecret(authScheme, before) : undefined;
  const headers = headersOf(config).map((header) => ({ ...oldHeader(header, before), ...header }));
  const kept = Object.entries(before).filter(([name]) => SECRETS.has(name) && config[name] === undefined);
  return {
    ...config,
    ...Object.fromEntries(kept),
    headers,
    ...(isObject(authScheme) && secret !== undefined && { authScheme: { ...authScheme, value: secret } }),
  };
}

function oldSecret({ key }: JsonObject, { authScheme }: JsonObject): unknown {
  return isObject(authScheme) && authScheme['key'] === key ? authScheme['value'] : undefined;
}

function oldHeader({ key }: JsonObject, before: JsonObject): JsonObject {
  return headersOf(before).find((header) => header['key'] === key) ?? {};
}

function headersOf({ headers }: JsonObject): JsonObject[] {
  return Array.isArray(headers) ? headers.filter(isObject) : [];
}

/**
 * A channel as it is read: of secrets, only what they are called.
 *
 * @param channel - as stored
 * @returns the JSON
 */
export function channelView(channel: unknown): JsonObject {
  if (!isObject(channel)) return {};
  const config = isObject(channel['config']) ? channel['config'] : {};
  const { authScheme } = config;
  const shown = Object.entries(config).filter(([name]) => !SECRETS.has(name));
  return {
    ...channel,
    config: {
      ...Object.fromEntries(shown),
      headers: headersOf(config).map(({ key }) => ({ key })),
      ...(isObject(authScheme) && { authScheme: { type: authScheme['type'], key: authScheme['key'] } }),
    },
  };
}

/**
 * @param hook - as stored
 * @returns its address and the headers that go with every call, secrets included
 */
export function destinationOf({ channel }: JsonObject): {
  readonly uri: string;
  readonly headers: Readonly<Record<string, string>>;
} {
  const config = memberAt(channel, ['config']);
  if (!isObject(config)) return { uri: '', headers: {} };
  const { authScheme } = config;
  const pairs = [...headersOf(config), ...(isObject(authScheme) ? [authScheme] : [])];
  const headers = pairs.map(({ key, value }) => [String(key), String(value ?? '')]);
  return { uri: String(config['uri']), headers: Object.fromEntries(headers) };
}
