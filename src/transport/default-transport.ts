import type { Handler } from '../http/message.js';
import type { Connections } from './connections.js';
import { crossFetchTransport } from './cross-fetch.js';
import { nodeHttpTransport } from './node-http.js';

/**
 * The transport that suits the platform.
 *
 * @param connections - how hosts are reached; elsewhere than on Node the platform decides
 * @returns a handler that sends requests as they are
 */
export function defaultTransport(connections: Connections = {}): Handler {
  const isNode = typeof process !== 'undefined' && process.versions?.node !== undefined;
  return isNode ? nodeHttpTransport(connections) : crossFetchTransport();
}
