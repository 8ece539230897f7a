import type { ConfigFault } from '../errors/config-error.js';
import { ProxyServer } from '../transport/proxy-server.js';
import type { Sourced } from './fault.js';
import type { Settings } from './layers.js';
import { readNoProxy } from './no-proxy.js';

/** The proxy for a URL, if it has one. */
export type ProxyFor = (url: URL) => ProxyServer | undefined;

/** What the settings say about proxies. */
export interface ProxyReading {
  readonly proxyFor: ProxyFor | undefined;
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
  return proxy instanceof ProxyServer
    ? { proxyFor: () => proxy, setting, faults: [] }
    : { proxyFor: undefined, setting, faults: [proxy] };
}

interface Found {
  readonly setting: 'proxy' | 'httpsProxy';
  readonly proxy: ProxyServer | ConfigFault;
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
  return { setting: 'proxy', proxy: new ProxyServer(url) };
}

function fromUrl({ httpsProxy }: Settings): Found | undefined {
  return httpsProxy && { setting: 'httpsProxy', proxy: proxyOf('httpsProxy', httpsProxy) };
}

/** Lower case wins, as in curl. */
const VARIABLES = { 'https:': ['https_proxy', 'HTTPS_PROXY'], 'http:': ['http_proxy', 'HTTP_PROXY'] } as const;
const EXCEPTIONS = ['no_proxy', 'NO_PROXY'] as const;

function fromVariables(environment: Environment): ProxyReading {
  const found = Object.entries(VARIABLES).flatMap(([protocol, names]) => {
    const sourced = firstOf(
      names.filter((name) => isTrusted(name, environment)),
      environment,
    );
    return sourced === undefined ? [] : [{ protocol, proxy: proxyOf(sourced.source, sourced) }];
  });
  const good = new Map(
    found.flatMap(({ protocol, proxy }) => (proxy instanceof ProxyServer ? [[protocol, proxy]] : [])),
  );
  const faults = found.flatMap(({ proxy }) => (proxy instanceof ProxyServer ? [] : [proxy]));
  const isDirect = readNoProxy(firstOf(EXCEPTIONS, environment)?.value ?? '');
  const proxyFor: ProxyFor = (url) => (isDirect(url) ? undefined : good.get(url.protocol));
  return { proxyFor: good.size === 0 ? undefined : proxyFor, setting: undefined, faults };
}

/** In a CGI program anybody can set it, by sending a header `Proxy`. Source: https://httpoxy.org */
function isTrusted(name: string, environment: Environment): boolean {
  return name !== 'HTTP_PROXY' || environment['REQUEST_METHOD'] === undefined;
}

function firstOf(names: readonly string[], environment: Environment): Sourced<string> | undefined {
  const source = names.find((name) => environment[name]);
  return source === undefined ? undefined : { value: environment[source] ?? '', source };
}

function proxyOf(setting: string, sourced: Sourced<string>): ProxyServer | ConfigFault {
  const url = parse(sourced.value);
  return url === undefined ? fault(setting, sourced) : new ProxyServer(url);
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
