import type { ConfigFault } from '../errors/config-error.js';
import { platformLogger } from '../platform/warn.js';
import { refusedSettings } from '../transport/refused-settings.js';
import { processEnvironment } from './collect.js';
import type { Settings } from './layers.js';
import type { ConfigurationOptions } from './options.js';
import { type Proxies, readProxy } from './proxy.js';

/** What requests go through on their way to their hosts. */
export interface NetworkReading {
  /** `undefined` if there are none, or if a part of the user's connects by itself. */
  readonly proxies: Proxies | undefined;
  readonly faults: readonly ConfigFault[];
}

/** Parts of one's own that send requests, the one that wins first. */
const SENDERS = ['transport', 'httpApi', 'httpClient', 'fetch', 'dispatcher'] as const;

/**
 * Checks what is said about connections; warns about a proxy that would not be used.
 *
 * @param options - functions and objects of the caller
 * @param settings - merged from all sources
 * @returns the proxies, and what is wrong
 */
export function readNetwork(options: ConfigurationOptions, settings: Settings): NetworkReading {
  const { environment = processEnvironment(), logger = platformLogger, tls, agent } = options;
  const sender = SENDERS.find((name) => options[name] !== undefined);
  const own = sender ?? (agent === undefined ? undefined : 'agent');
  const { proxies, setting, faults } = readProxy(settings, environment);
  if (own !== undefined && setting !== undefined) {
    logger.warn(`Okta configuration: \`${setting}\` is not used, as \`${own}\` connects in a way of its own`);
  }
  if (sender !== undefined) return { proxies: undefined, faults: [] };
  const refused = refusedSettings({ tls, agent, httpsProxy: proxies });
  return own === undefined ? { proxies, faults: [...faults, ...refused] } : { proxies: undefined, faults: refused };
}
