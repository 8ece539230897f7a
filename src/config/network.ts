import type { Clock } from '../clock.js';
import type { Handler, Middleware } from '../http/message.js';
import { attemptTimer, timeLimit } from '../pipeline/time-limit.js';
import { defaultTransport, type Transport } from '../transport/default-transport.js';
import { type FetchLike, fetchTransport } from '../transport/fetch.js';
import { httpClientTransport } from '../transport/http-client.js';
import { refuseRedirects } from '../transport/refuse-redirects.js';
import { slots } from '../transport/slots.js';
import type { Settings } from './layers.js';
import { limitsIn } from './limits.js';
import type { ConfigurationOptions } from './options.js';
import type { Proxies } from './proxy.js';
import { proxiesFor } from './proxy-for.js';
import { transportOf } from './v7/adapt.js';

/** How requests get to their hosts. */
export interface Network {
  /** What stands next to the transport. */
  readonly steps: readonly Middleware[];
  readonly transport: Handler;
}

/** What the network follows from. */
export interface NetworkParts {
  readonly options: ConfigurationOptions;
  readonly settings: Settings;
  readonly proxies: Proxies | undefined;
  readonly clock: Clock;
}

const STANDARD_SOCKETS = 50;

/**
 * @param parts - checked
 * @returns the way from the pipeline to the wire
 */
export function networkOf({ options, settings, proxies, clock }: NetworkParts): Network {
  const { tls, agent } = options;
  const own = ownTransport(options);
  const most = settings.maxSockets?.value ?? STANDARD_SOCKETS;
  const isOwn = own !== undefined || agent !== undefined;
  const { attempt } = limitsIn(settings);
  const timer = attemptTimer(attempt, clock);
  const transport =
    own ?? defaultTransport({ tls, agent, proxyFor: proxiesFor(proxies), timer, most: most || undefined });
  return {
    steps: [
      ...(isOwn || most === 0 ? [] : [slots(most)]),
      ...(transport.keepsTime ? [] : [timeLimit(() => attempt, clock)]),
      refuseRedirects(),
    ],
    transport: transport.send,
  };
}

function ownTransport(options: ConfigurationOptions): Transport | undefined {
  const send = ownSender(options);
  return send && { send, keepsTime: false };
}

function ownSender(options: ConfigurationOptions): Handler | undefined {
  const { transport, httpApi, httpClient, fetch, dispatcher } = options;
  if (transport) return transport;
  if (httpApi) return transportOf(httpApi);
  if (httpClient) return httpClientTransport(httpClient);
  if (fetch === undefined && dispatcher === undefined) return undefined;
  const send = (fetch ?? globalThis.fetch) as FetchLike;
  if (dispatcher === undefined) return fetchTransport(() => send);
  const dispatched: FetchLike = (url, init) => send(url, Object.assign({ dispatcher }, init));
  return fetchTransport(() => dispatched);
}
