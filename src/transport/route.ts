import type { Agent, AgentOptions, RequestOptions, request } from 'node:http';
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
  const secureContext = tls === undefined ? undefined : await secureContextOf(tls);
  const secured = secureContext === undefined ? {} : { secureContext };
  const pool = { keepAlive: true, timeout: IDLE_MS };
  const straight = new Map<Protocol, Promise<Way>>();
  const tunnels = new Map<string, Promise<Agent>>();

  const wayBy = (protocol: Protocol) => {
    const known = straight.get(protocol) ?? openWay(protocol, pool);
    straight.set(protocol, known);
    return known;
  };
  const tunnelFor = (proxy: ProxyServer) => {
    const known = tunnels.get(proxy.host) ?? tunnelThrough(proxy, pool);
    tunnels.set(proxy.host, known);
    return known;
  };

  const agentTo = (url: URL, way: Way, proxy: ProxyServer | undefined) => {
    if (agent) return agentFor(agent, url);
    return proxy === undefined ? way.agent : tunnelFor(proxy);
  };

  const routeTo = async (url: URL): Promise<Route> => {
    const isSecure = url.protocol === 'https:';
    const proxy = agent === undefined ? proxyFor?.(url) : undefined;
    if (proxy && !isSecure) return forwarded(url, proxy, await wayBy(protocolOf(proxy.isSecure)));
    const way = await wayBy(protocolOf(isSecure));
    const options = { ...(isSecure && secured), agent: await agentTo(url, way, proxy) };
    return { request: way.request, options, ...(proxy && { proxy }) };
  };
  const retire = () => straight.forEach((way) => void way.then(({ agent: own }) => closeIdle(own)));
  return { routeTo, retire };
}

type Protocol = 'http:' | 'https:';

function protocolOf(isSecure: boolean): Protocol {
  return isSecure ? 'https:' : 'http:';
}

/** How requests of a protocol are sent. */
interface Way {
  readonly request: typeof request;
  readonly agent: Agent;
}

/** Each when it is needed: loading `node:https` takes as long as a first call without it. */
async function openWay(protocol: Protocol, pool: AgentOptions): Promise<Way> {
  const { request: send, Agent: Pool } = protocol === 'https:' ? await import('node:https') : await import('node:http');
  return { request: send, agent: new Pool(pool) };
}

function closeIdle(agent: Agent): void {
  agent.maxFreeSockets = 0;
  for (const sockets of Object.values(agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
}

/** What is not secured is handed to the proxy as it is, with the whole URL. Source: RFC 9112, section 3.2.2 */
function forwarded(url: URL, proxy: ProxyServer, way: Way): Route {
  const options = {
    protocol: protocolOf(proxy.isSecure),
    host: proxy.hostname,
    port: proxy.port,
    path: url.href,
    headers: { Host: url.host, ...proxy.authorization() },
    agent: way.agent,
  };
  return { request: way.request, options, proxy };
}

function agentFor(agent: NonNullable<Connections['agent']>, url: URL): Agent {
  return (typeof agent === 'function' ? agent(url) : agent) as Agent;
}
