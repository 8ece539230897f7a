import { ConfigError } from '../errors/config-error.js';
import type * as onNode from './default-transport.js';
import { type FetchLike, fetchTransport } from './fetch.js';

const REASON =
  'cannot be used here: this bundle was made for browsers and workers, whose platform makes the connections; leave it out or, for Node, bundle with the condition `node`';

/** By what they are called among the settings. */
const ONLY_ON_NODE = { tls: 'tls', agent: 'agent', proxyFor: 'httpsProxy' } as const;

/**
 * What bundles for browsers and workers hold in place of `default-transport.ts`: the platform's `fetch`, which is also
 * what cross-fetch would give here, and nothing of Node's. Settings that would have no effect are refused, as a request
 * around a proxy is worse than none.
 */
export const defaultTransport: typeof onNode.defaultTransport = (connections = {}) => {
  const faults = (['tls', 'agent', 'proxyFor'] as const)
    .filter((name) => connections[name] !== undefined)
    .map((name) => ({ setting: ONLY_ON_NODE[name], source: 'argument', reason: REASON }));
  if (faults.length > 0) throw new ConfigError(faults);
  return fetchTransport(() => globalThis.fetch as FetchLike);
};
