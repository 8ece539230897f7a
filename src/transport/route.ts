import type { Agent, RequestOptions, request } from 'node:http';
import type { Connections } from './connections.js';
import { IDLE_MS } from './limits.js';
import type { ProxyServer } from './proxy-server.js';
import { secureContextOf } from './secure-context.js';
import { tunnelThrough } from './tunnel.js';

/** The way of a request to its host. */
export interface Route {
  readonly request: typeof request;
  /** For that function, beside what the request itself says. */
  readonly options: RequestOptions;
  readonly proxy?: ProxyServer;
}

/** Finds the ways to URLs. */
export interface Router {
  routeTo(this: void, url: URL): Promise<Route>;
  /** Keeps no connection any more that goes straight to a host. */
  retire(this: void): void;
}

/**
 * Prepares the ways that requests go: straight, through a proxy, or by agents of the caller. Idle connections are kept
 * for the next request; they do not keep the process alive. How many there may be is not decided here.
 *
 * @param connections - settings
 * @returns the router
 * @throws {@link ConfigError} if a certificate or key cannot be read
 * @see https://nodejs.org/api/http.html#class-httpagent
 */
export async function routerFor({ tls, agent, proxyFor }: Connections): Promise<Router> {
  const [http, https] = await Promise.all([import('node:http'), import('node:https')]);
  const secureContext = tls === undefined ? undefined : await secureContextOf(tls);
  const secured = secureContext === undefined ? {} : { secureContext };
  const pool = { keepAlive: true, timeout: IDLE_MS };
  const straight = { 'http:': new http.Agent(pool), 'https:': new https.Agent(pool) };
  const tunnels = new Map<string, Promise<Agent>>();

  const tunnelFor = (proxy: ProxyServer) => {
    const known = tunnels.get(proxy.host) ?? tunnelThrough(proxy, pool);
    tunnels.set(proxy.host, known);
    return known;
  };

  const routeTo = async (url: URL): Promise<Route> => {
    const isSecure = url.protocol === 'https:';
    const send = isSecure ? https.request : http.request;
    const tlsOptions = isSecure ? secured : {};
    if (agent) return { request: send, options: { ...tlsOptions, agent: agentFor(agent, url) } };
    const proxy = proxyFor?.(url);
    if (proxy === undefined) {
      return { request: send, options: { ...tlsOptions, agent: straight[isSecure ? 'https:' : 'http:'] } };
    }
    if (isSecure) return { request: send, options: { ...tlsOptions, agent: await tunnelFor(proxy) }, proxy };
    const { request: toProxy } = proxy.isSecure ? https : http;
    return { request: toProxy, options: forwarded(url, proxy, straight), proxy };
  };
  return { routeTo, retire: () => Object.values(straight).forEach(retire) };
}

function retire(agent: Agent): void {
  agent.maxFreeSockets = 0;
  for (const sockets of Object.values(agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
}

type Straight = Readonly<Record<'http:' | 'https:', Agent>>;

/** What is not secured is handed to the proxy as it is, with the whole URL. Source: RFC 9112, section 3.2.2 */
function forwarded(url: URL, proxy: ProxyServer, straight: Straight): RequestOptions {
  const protocol = proxy.isSecure ? 'https:' : 'http:';
  return {
    protocol,
    host: proxy.hostname,
    port: proxy.port,
    path: url.href,
    headers: { Host: url.host, ...proxy.authorization() },
    agent: straight[protocol],
  };
}

function agentFor(agent: NonNullable<Connections['agent']>, url: URL): Agent {
  return (typeof agent === 'function' ? agent(url) : agent) as Agent;
}
