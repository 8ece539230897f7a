import { fail } from '../answers/fault.js';
import type { Route } from '../routing/router.js';
import type { WireRequest } from './wire.js';

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json(?:$|[ ;])/i;

/**
 * Parses the body of a request.
 *
 * @param request - the request
 * @param route - its operation
 * @returns the JSON; `undefined` if nothing was sent, or the operation takes something else than JSON
 * @throws Fault `E0000003` for malformed JSON, `E0000018` without and `E0000021` with a wrong content type
 */
export function readBody({ body, headers }: WireRequest, { json }: Route): unknown {
  if (!json || body === undefined || body.length === 0) return undefined;
  const type = headers['content-type'];
  if (type === undefined) throw fail('E0000018');
  if (!JSON_TYPE.test(type)) throw fail('E0000021');
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
  } catch {
    throw fail('E0000003');
  }
}
