import type { Handler } from '../http/message.js';
import { type FetchLike, fetchTransport } from './fetch.js';

/**
 * The portable transport: `fetch` of browsers, workers and other runtimes through cross-fetch, which also works where
 * the platform has none. Loaded with the first request, which keeps importing the SDK quick.
 *
 * @returns a handler that sends requests as they are
 * @see https://github.com/lquixada/cross-fetch
 */
export function crossFetchTransport(): Handler {
  return fetchTransport(async () => (await import('cross-fetch')).fetch as FetchLike);
}
