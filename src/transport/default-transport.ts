import type { Handler } from '../http/message.js';
import type { Connections } from './connections.js';
import { crossFetchTransport } from './cross-fetch.js';
import { nodeHttpTransport } from './node-http.js';
import { undiciTransport } from './undici.js';
import { warming } from './warming.js';

/** What sends requests. */
export interface Transport {
  /** Sends requests as they are. */
  readonly send: Handler;
  /** Whether it ends attempts that take too long by itself; others must be told by a signal, which costs more. */
  readonly keepsTime: boolean;
}

/**
 * The transport that suits the platform. On Node the first calls go by `node:http`, which is there at once; many calls
 * go by undici, which takes a while to load and then half the processor time for each. A proxy or an agent of the
 * caller's is a matter of `node:http`.
 *
 * @param connections - how hosts are reached; elsewhere than on Node the platform decides
 * @returns the transport
 */
export function defaultTransport(connections: Connections = {}): Transport {
  const versions: Readonly<Record<string, string | undefined>> =
    typeof process === 'undefined' ? {} : (process.versions ?? {});
  if (versions['node'] === undefined) return { send: crossFetchTransport(), keepsTime: false };
  const atOnce = nodeHttpTransport(connections);
  const isPlain = connections.agent === undefined && connections.proxyFor === undefined;
  // They have their own `node:http`, made for them; undici is made for that of Node.
  const isNodeItself = versions['bun'] === undefined && versions['deno'] === undefined;
  const send = isPlain && isNodeItself ? warming(atOnce, () => undiciTransport(connections)) : atOnce.send;
  return { send, keepsTime: true };
}
