import type { HttpRequest } from '../http/message.js';
import { ACCEPTED_ENCODINGS } from './content-encoding.js';

/** They follow from the body and the connection; undici refuses them, and `node:http` would send what is not true. */
const OF_THE_TRANSPORT: ReadonlySet<string> = new Set([
  'content-length',
  'transfer-encoding',
  'expect',
  'keep-alive',
  'upgrade',
]);

/** Names that requests usually have: to look one up takes less than to make it again for every request. */
const USUAL: Readonly<Record<string, string>> = {
  Accept: 'accept',
  Authorization: 'authorization',
  'Content-Type': 'content-type',
  DPoP: 'dpop',
  'User-Agent': 'user-agent',
};

/**
 * The headers of a request as a transport for Node sends them. Of a name in several cases the last value counts, as
 * undici would send them all.
 *
 * @param request - as it came through the pipeline
 * @returns values by name in lower case
 */
export function wireHeaders({ headers }: HttpRequest): Record<string, string> {
  const sent: Record<string, string> = { 'accept-encoding': ACCEPTED_ENCODINGS };
  for (const name of Object.keys(headers)) {
    const key = USUAL[name] ?? name.toLowerCase();
    const value = headers[name];
    if (value !== undefined && !OF_THE_TRANSPORT.has(key)) sent[key] = value;
  }
  return sent;
}
