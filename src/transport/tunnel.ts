import type { Agent, AgentOptions, ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { ProxyServer } from './proxy-server.js';

/** A request that ends before it has a connection tells it by this event: Node does not close it until it has one. */
export const ABANDONED = 'abandoned';

/** Where a connection shall lead. */
interface Target {
  readonly host?: string;
  readonly port?: number;
}

type Done = (error: unknown, socket?: Socket) => void;

/** Node does not document it, but every agent for proxies builds on it: only here a request meets its connection. */
interface SocketMaker {
  createSocket(request: ClientRequest, options: Target & { socket?: Socket }, done: Done): void;
}

/**
 * Connections to secure hosts through a proxy: Node's own agent, with its pool, over sockets that the proxy opened.
 *
 * @param proxy - where it is
 * @param pool - how long idle connections are kept
 * @returns an agent; requests hear of the proxy's answer by the event `proxyConnect`
 * @see RFC 9110, section 9.3.6
 */
export async function tunnelThrough(proxy: ProxyServer, pool: AgentOptions): Promise<Agent> {
  const [http, https] = await Promise.all([import('node:http'), import('node:https')]);
  const { request: send } = proxy.isSecure ? https : http;
  const agent = new https.Agent(pool) as unknown as Agent & SocketMaker;
  const createSocket = agent.createSocket.bind(agent);

  agent.createSocket = (request, target, done) => {
    const asking = send(callTo(proxy, target));
    const giveUp = () => asking.destroy(new Error('aborted'));
    request.once(ABANDONED, giveUp);
    asking.once('error', done);
    asking.once('connect', (answer: IncomingMessage, socket: Socket) => {
      request.off(ABANDONED, giveUp);
      asking.off('error', done);
      request.emit('proxyConnect', answer);
      if (isOpen(answer.statusCode)) return createSocket(request, { ...target, socket }, done);
      socket.destroy();
      done(new Error(`The proxy ${proxy.host} answered ${answer.statusCode}`));
    });
    asking.end();
  };
  return agent;
}

/**
 * Whether a proxy has opened the tunnel: by any status of success.
 *
 * @param status - of its answer to `CONNECT`
 * @see RFC 9110, section 9.3.6
 */
export function isOpen(status = 0): boolean {
  return status >= 200 && status < 300;
}

/** Credentials travel as a header: in a URL they would show up where URLs are printed. */
function callTo(proxy: ProxyServer, { host = '', port }: Target): RequestOptions {
  const to = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    method: 'CONNECT',
    host: proxy.hostname,
    port: proxy.port,
    path: to,
    headers: { Host: to, Connection: 'keep-alive', ...proxy.authorization() },
    agent: false,
  };
}
