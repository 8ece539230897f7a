import type { Agent } from 'node:http';
import type { SecureContext } from 'node:tls';
import type { ProxyServer } from './proxy-server.js';

/** A request that ends before it has a connection tells it by this event: Node does not close it until it has one. */
export const ABANDONED = 'abandoned';

/** How long an idle connection is kept, and whom the proxy's own certificate may come from. */
export interface TunnelOptions {
  readonly keepAlive: boolean;
  readonly timeout: number;
  readonly secureContext: SecureContext | undefined;
}

/**
 * Connections to secure hosts through a proxy.
 *
 * https-proxy-agent is loaded only here and only with a proxy. It keeps Node's pool of connections, which tunnels by
 * undici would not, and is small. What it leaves undone: it would print the credentials of a proxy URL when debugging,
 * so they travel as a header; and it would keep the connection of a call that ended while the proxy was silent.
 *
 * @param proxy - where it is
 * @param options - of its connections
 * @returns an agent; requests hear of its answer by the event `proxyConnect`
 * @see RFC 9110, section 9.3.6
 */
export async function tunnelThrough(proxy: ProxyServer, options: TunnelOptions): Promise<Agent> {
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  type Connect = InstanceType<typeof HttpsProxyAgent>['connect'];
  class Tunnel extends HttpsProxyAgent<string> {
    override async connect(...[request, target]: Parameters<Connect>): ReturnType<Connect> {
      const giveUp = new AbortController();
      const onAbandoned = () => giveUp.abort();
      request.once(ABANDONED, onAbandoned);
      const ownOptions = { value: { ...this.connectOpts, signal: giveUp.signal } };
      try {
        return await super.connect.call(Object.create(this, { connectOpts: ownOptions }), request, target);
      } finally {
        request.off(ABANDONED, onAbandoned);
      }
    }
  }
  return new Tunnel(proxy.address, { ...options, headers: () => proxy.authorization() });
}
