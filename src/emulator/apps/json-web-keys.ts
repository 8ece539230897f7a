import { invalid } from '../answers/fault.js';
import { isObject, type JsonObject } from '../org/json.js';

const MOST_KEYS = 50;
const SHORTEST_RSA_BITS = 2048;

/**
 * Checks the public keys of a client.
 *
 * @param jwks - the `jwks` object, if one was sent
 * @throws Fault `E0000001` for too many keys, repeated ids and RSA keys that are too short
 * @see RFC 7517, section 5
 */
export function checkKeys(jwks: JsonObject | undefined): void {
  const sent = jwks?.['keys'];
  const keys = Array.isArray(sent) ? sent.filter(isObject) : [];
  if (keys.length > MOST_KEYS) throw invalid('jwks', `No more than ${MOST_KEYS} keys are allowed`);
  const ids = keys.map(({ kid }) => kid).filter((kid) => kid !== undefined);
  if (new Set(ids).size < ids.length) throw invalid('jwks', 'Each key needs a kid of its own');
  if (keys.some(isShortRsaKey)) {
    throw invalid('jwks', `An RSA key needs at least ${SHORTEST_RSA_BITS} bits`);
  }
}

function isShortRsaKey({ kty, n }: JsonObject): boolean {
  return kty === 'RSA' && typeof n === 'string' && Buffer.from(n, 'base64url').length * 8 < SHORTEST_RSA_BITS;
}
