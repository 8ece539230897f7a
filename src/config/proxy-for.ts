import { ProxyServer } from '../transport/proxy-server.js';
import { readNoProxy } from './no-proxy.js';
import type { Proxies } from './proxy.js';

/** The proxy for a URL, if it has one. */
export type ProxyFor = (url: URL) => ProxyServer | undefined;

/**
 * @param proxies - as the settings say it
 * @returns finds the proxy for a URL; `undefined` if there is none for any
 */
export function proxiesFor(proxies: Proxies | undefined): ProxyFor | undefined {
  if (proxies === undefined) return undefined;
  const { exceptions, ...addresses } = proxies;
  const isDirect = readNoProxy(exceptions);
  const servers = new Map(Object.entries(addresses).map(([protocol, url]) => [protocol, new ProxyServer(url)]));
  return (url) => (isDirect(url) ? undefined : servers.get(url.protocol));
}
