import type { ConfigFault } from '../errors/config-error.js';
import type { Handler, Middleware } from '../http/message.js';
import { platformLogger } from '../platform/warn.js';
import { defaultTransport } from '../transport/default-transport.js';
import { type FetchLike, fetchTransport } from '../transport/fetch.js';
import { refuseRedirects } from '../transport/refuse-redirects.js';
import { slots } from '../transport/slots.js';
import { processEnvironment } from './collect.js';
import type { Settings } from './layers.js';
import type { ConfigurationOptions } from './options.js';
import { readProxy } from './proxy.js';
import { transportOf } from './v7/adapt.js';

/** How requests get to their hosts. */
export interface Network {
  /** Before the time limit of an attempt. */
  readonly before: readonly Middleware[];
  /** After it. */
  readonly after: readonly Middleware[];
  readonly transport: Handler;
  readonly faults: readonly ConfigFault[];
}

const STANDARD_SOCKETS = 50;

/** Parts of one's own that connect by themselves, the one that wins first. */
const OWN_PARTS = ['transport', 'httpApi', 'fetch', 'dispatcher', 'agent'] as const;

/**
 * @param options - functions and objects of the caller
 * @param settings - merged from all sources
 * @returns the way from the pipeline to the wire, and what is wrong about it
 */
export function readNetwork(options: ConfigurationOptions, settings: Settings): Network {
  const { environment = processEnvironment(), logger = platformLogger, tls, agent } = options;
  const own = OWN_PARTS.find((name) => options[name] !== undefined);
  const { proxyFor, setting, faults } = readProxy(settings, environment);
  if (own !== undefined && setting !== undefined) {
    logger.warn(`Okta configuration: \`${setting}\` is not used, as \`${own}\` connects in a way of its own`);
  }
  const most = settings.maxSockets?.value ?? STANDARD_SOCKETS;
  return {
    before: own !== undefined || most === 0 ? [] : [slots(most)],
    after: [refuseRedirects()],
    transport: ownTransport(options) ?? defaultTransport({ tls, agent, proxyFor }),
    faults: own === undefined ? faults : [],
  };
}

function ownTransport({ transport, httpApi, fetch, dispatcher }: ConfigurationOptions): Handler | undefined {
  if (transport) return transport;
  if (httpApi) return transportOf(httpApi);
  if (fetch === undefined && dispatcher === undefined) return undefined;
  const send = (fetch ?? globalThis.fetch) as FetchLike;
  if (dispatcher === undefined) return fetchTransport(() => send);
  const dispatched: FetchLike = (url, init) => send(url, Object.assign({ dispatcher }, init));
  return fetchTransport(() => dispatched);
}
