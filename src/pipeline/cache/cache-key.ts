import type { HttpRequest } from '../../http/message.js';
import { digest } from './identity.js';
import type { Eventually } from './store.js';

/** Headers that do not change what is answered. */
const NO_MATTER: ReadonlySet<string> = new Set([
  'accept',
  'user-agent',
  'traceparent',
  'tracestate',
  'baggage',
  'x-request-id',
  'x-correlation-id',
]);

/** With these a caller manages caching for himself. Source: RFC 9110, section 13.1, and RFC 9111, section 5.2 */
const OF_THE_CALLER = /^(?:if-.+|range|cache-control|pragma)$/;

/** Query parameters that carry secrets, which must not get into keys. */
const SECRET_QUERY = /[?&][^=&]*(?:token|secret|password|code)=/i;

/**
 * Names the answer to a request: verb, URL with its query, `Accept`, other headers of the caller, and who asks.
 *
 * @param request - a GET
 * @param identity - hash of who sends it
 * @returns the key; `undefined` for a request that must not be answered from a cache
 */
export function cacheKey(request: HttpRequest, identity: string): Eventually<string | undefined> {
  const { url, headers } = request;
  let hasOthers = false;
  for (const name in headers) {
    if (name === 'Accept') continue;
    const lower = name.toLowerCase();
    if (OF_THE_CALLER.test(lower)) return undefined;
    hasOthers ||= !NO_MATTER.has(lower);
  }
  if (url.includes('?') && SECRET_QUERY.test(url)) return undefined;
  const key = `okta:get:${identity}:${headers['Accept'] ?? headers['accept'] ?? ''}:${url}`;
  return hasOthers ? withHeaders(key, request) : key;
}

/** Values may be secrets: a hash tells them apart as well. */
async function withHeaders(key: string, { headers }: HttpRequest): Promise<string | undefined> {
  const pairs = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const others = pairs.filter(([name]) => !NO_MATTER.has(name)).sort(([one], [other]) => (one < other ? -1 : 1));
  const hash = await digest(JSON.stringify(others));
  return hash === undefined ? undefined : `${key}#${hash}`;
}
