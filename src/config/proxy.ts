import type { ConfigFault } from '../errors/config-error.js';
import type { Sourced } from './fault.js';
import type { Settings } from './layers.js';

/** Addresses of proxies, by the scheme of what is reached through them, and where they are not to be used. */
export interface Proxies {
  readonly 'https:'?: URL;
  readonly 'http:'?: URL;
  /** In the form of `NO_PROXY`. */
  readonly exceptions: string;
}

/** What the settings say about proxies. */
export interface ProxyReading {
  /** `undefined` if there are none. Holds passwords. */
  readonly proxies: Proxies | undefined;
  /** The setting that it comes from; `undefined` if from the variables that all programs share. */
  readonly setting: 'proxy' | 'httpsProxy' | undefined;
  readonly faults: readonly ConfigFault[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the proxy: `proxy`, else `httpsProxy`, else `HTTPS_PROXY` and `HTTP_PROXY` with the exceptions of `NO_PROXY`.
 *
 * @param settings - merged from all sources
 * @param environment - variables
 * @returns the proxy, and what is wrong about it
 */
export function readProxy(settings: Settings, environment: Environment): ProxyReading {
  const reading = fromParts(settings) ?? fromUrl(settings);
  if (reading === undefined) return fromVariables(environment);
  const { setting, proxy } = reading;
  return proxy instanceof URL
    ? { proxies: { 'https:': proxy, 'http:': proxy, exceptions: '' }, setting, faults: [] }
    : { proxies: undefined, setting, faults: [proxy] };
}

interface Found {
  readonly setting: 'proxy' | 'httpsProxy';
  readonly proxy: URL | ConfigFault;
}

const PARTS = ['proxy.port', 'proxy.username', 'proxy.password'] as const;

function fromParts(settings: Settings): Found | undefined {
  const host = settings['proxy.host'];
  const lonely = PARTS.map((name) => settings[name]).find((part) => part !== undefined);
  if (host === undefined) {
    const reason = 'is missing; the other settings of the proxy are of no use without it';
    return lonely && { setting: 'proxy', proxy: { setting: 'proxy.host', source: lonely.source, reason } };
  }
  const url = parse(bracketed(host.value));
  if (url === undefined) return { setting: 'proxy', proxy: fault('proxy.host', host) };
  const [port, username, password] = PARTS.map((name) => settings[name]?.value);
  if (port !== undefined) url.port = String(port);
  if (username !== undefined) url.username = encodeURIComponent(username);
  if (password !== undefined) url.password = encodeURIComponent(password);
  return { setting: 'proxy', proxy: url };
}

function fromUrl({ httpsProxy }: Settings): Found | undefined {
  return httpsProxy && { setting: 'httpsProxy', proxy: proxyOf('httpsProxy', httpsProxy) };
}

/** Lower case wins, as in curl. */
const VARIABLES = { 'https:': ['https_proxy', 'HTTPS_PROXY'], 'http:': ['http_proxy', 'HTTP_PROXY'] } as const;
const EXCEPTIONS = ['no_proxy', 'NO_PROXY'] as const;

function fromVariables(environment: Environment): ProxyReading {
  const found = Object.entries(VARIABLES).flatMap(([protocol, names]) => {
    const trusted = names.filter((name) => isTrusted(name, environment));
    const sourced = firstOf(trusted, environment);
    return sourced === undefined ? [] : [{ protocol, proxy: proxyOf(sourced.source, sourced) }];
  });
  const good = found.filter(({ proxy }) => proxy instanceof URL).map(({ protocol, proxy }) => [protocol, proxy]);
  const faults = found.flatMap(({ proxy }) => (proxy instanceof URL ? [] : [proxy]));
  const exceptions = firstOf(EXCEPTIONS, environment)?.value ?? '';
  const proxies = good.length === 0 ? undefined : { ...Object.fromEntries(good), exceptions };
  return { proxies, setting: undefined, faults };
}

/** In a CGI program anybody can set it, by sending a header `Proxy`. Source: https://httpoxy.org */
function isTrusted(name: string, environment: Environment): boolean {
  return name !== 'HTTP_PROXY' || environment['REQUEST_METHOD'] === undefined;
}

function firstOf(names: readonly string[], environment: Environment): Sourced<string> | undefined {
  const source = names.find((name) => environment[name]);
  return source === undefined ? undefined : { value: environment[source] ?? '', source };
}

function proxyOf(setting: string, sourced: Sourced<string>): URL | ConfigFault {
  return parse(sourced.value) ?? fault(setting, sourced);
}

/** Says nothing of the value, which may hold a password. */
function fault(setting: string, { source, value }: Sourced<string>): ConfigFault {
  const isSocks = /^socks/i.test(value);
  const reason = isSocks
    ? 'is a SOCKS proxy; give an agent for it as `agent`, e.g. of the package socks-proxy-agent'
    : 'is not the address of a proxy; expected e.g. http://user:password@proxy.example.com:3128';
  return { setting, source, reason };
}

/** The scheme may be missing, as elsewhere. */
function parse(text: string): URL | undefined {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text.trim() : `http://${text.trim()}`;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return [url.username, url.password].every(isDecodable) ? url : undefined;
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== undefined;
  } catch {
    return false;
  }
}

function bracketed(host: string): string {
  return /^[\da-f]*(?::[\da-f]*){2,}$/i.test(host) ? `[${host}]` : host;
}
