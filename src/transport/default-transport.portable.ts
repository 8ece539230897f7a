import type * as onNode from './default-transport.js';
import { type FetchLike, fetchTransport } from './fetch.js';

/**
 * What bundles for browsers and workers hold in place of `default-transport.ts`: the platform's `fetch`, which is also
 * what cross-fetch would give here, and nothing of Node's.
 */
export const defaultTransport: typeof onNode.defaultTransport = () => ({
  send: fetchTransport(() => globalThis.fetch as FetchLike),
  keepsTime: false,
});
