import { fail, invalid, notFound } from '../answers/fault.js';
import { isObject, type JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import type { ClientKey } from './client-credentials.js';

const MOST_KEYS = 50;
const SHORTEST_RSA_BITS = 2048;
const KEY = 'OAuth2ClientJsonWebKey';

/** Members that a key must have, by its type. Source: RFC 7518, section 6 */
const NEEDED: Readonly<Record<string, readonly string[]>> = { RSA: ['n', 'e'], EC: ['crv', 'x', 'y'] };

/**
 * Checks the public keys of a client, and gives an id to those that are new.
 *
 * @param org - whose ids they get
 * @param jwks - the `jwks` object that was sent
 * @param before - keys of the client so far: one of the same `kid` keeps its id
 * @returns the keys as they are stored
 * @throws Fault `E0000001` for too many keys, repeated ids, unusable keys and RSA keys that are too short
 * @see RFC 7517, section 5
 */
export function keysFrom(org: Org, jwks: JsonObject, before: readonly ClientKey[]): readonly ClientKey[] {
  const sent = jwks['keys'];
  const keys = Array.isArray(sent) ? sent.filter(isObject) : [];
  checkKeys(keys);
  return keys.map((key) => keyFrom(org, key, before));
}

function checkKeys(keys: readonly JsonObject[]): void {
  if (keys.length > MOST_KEYS) throw invalid('jwks', `No more than ${MOST_KEYS} keys are allowed`);
  const ids = keys.map(({ kid }) => kid).filter((kid) => typeof kid === 'string');
  if (new Set(ids).size < ids.length) throw invalid('jwks', 'Each key needs a kid of its own');
  for (const key of keys) checkKey(key);
}

function checkKey(key: JsonObject): void {
  const needed = NEEDED[String(key['kty'])];
  if (needed === undefined) throw invalid('jwks', 'The key type must be RSA or EC');
  const missing = needed.find((name) => typeof key[name] !== 'string' || key[name] === '');
  if (missing !== undefined) throw invalid('jwks', `The key lacks the member '${missing}'`);
  if (isShortRsaKey(key)) throw invalid('jwks', `An RSA key needs at least ${SHORTEST_RSA_BITS} bits`);
}

function isShortRsaKey({ kty, n }: JsonObject): boolean {
  return kty === 'RSA' && typeof n === 'string' && Buffer.from(n, 'base64url').length * 8 < SHORTEST_RSA_BITS;
}

function keyFrom(org: Org, sent: JsonObject, keys: readonly ClientKey[]): ClientKey {
  const { _links, ...jwk } = sent;
  const kid = sent['kid'] ?? null;
  const before = keys.find((key) => key['kid'] === kid && kid !== null);
  const now = nowIn(org);
  return {
    ...jwk,
    kid,
    status: sent['status'] === 'INACTIVE' ? 'INACTIVE' : 'ACTIVE',
    id: before?.id ?? org.ids.next('pks'),
    created: before?.created ?? now,
    lastUpdated: now,
  };
}

/** A key that was added to those of a client. */
export interface AddedKey {
  readonly added: ClientKey;
  readonly keys: readonly ClientKey[];
}

/**
 * Adds one key to those of a client.
 *
 * @param org - whose ids it gets
 * @param keys - of the client so far
 * @param sent - the key that was sent
 * @returns the new key, and all of them
 * @throws Fault `E0000001` if the keys would break a rule, or one of the present ones cannot be told apart by its `kid`
 */
export function withKey(org: Org, keys: readonly ClientKey[], sent: JsonObject): AddedKey {
  if (keys.some(({ kid }) => typeof kid !== 'string')) {
    throw invalid('jwks', 'A key cannot be added as long as one of the others has no kid');
  }
  checkKeys([...keys, sent]);
  const added = keyFrom(org, sent, []);
  const replaces = (key: ClientKey) => isActiveEncryptionKey(added) && isActiveEncryptionKey(key);
  const others = keys.map((key) => (replaces(key) ? moved(org, key, 'INACTIVE') : key));
  return { added, keys: [...others, added] };
}

/**
 * @param keys - of a client
 * @param id - of one of them
 * @returns the key
 * @throws Fault `E0000007` if there is none
 */
export function keyOf(keys: readonly ClientKey[], id: string): ClientKey {
  const key = keys.find((one) => one.id === id);
  if (key === undefined) throw notFound(id, KEY);
  return key;
}

/**
 * Switches a key on or off. Only one key for encryption is on at a time.
 *
 * @param org - whose clock is asked
 * @param keys - of the client
 * @param change - the key, and the status that it is to have
 * @returns all keys of the client
 * @throws Fault `E0000001` for switching off the key that tokens are encrypted with
 */
export function withStatus(
  org: Org,
  keys: readonly ClientKey[],
  { key, status }: { readonly key: ClientKey; readonly status: ClientKey['status'] },
): readonly ClientKey[] {
  const isEncryption = key['use'] === 'enc';
  if (isEncryption && status === 'INACTIVE') throw fail('E0000001', KEY, ['Only signing keys can be deactivated.']);
  return keys.map((one) => {
    if (one.id === key.id) return moved(org, one, status);
    return isEncryption && isActiveEncryptionKey(one) ? moved(org, one, 'INACTIVE') : one;
  });
}

/**
 * @param keys - of a client
 * @param key - what goes
 * @returns the other keys
 * @throws Fault `E0000001` if it is still valid
 */
export function withoutKey(keys: readonly ClientKey[], key: ClientKey): readonly ClientKey[] {
  if (key.status === 'ACTIVE') throw fail('E0000001', KEY, ['You cannot delete an active key.']);
  return keys.filter(({ id }) => id !== key.id);
}

function isActiveEncryptionKey({ use, status }: ClientKey): boolean {
  return use === 'enc' && status === 'ACTIVE';
}

function moved(org: Org, key: ClientKey, status: ClientKey['status']): ClientKey {
  return { ...key, status, lastUpdated: nowIn(org) };
}
