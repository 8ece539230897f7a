import type { JsonWebKey } from 'node:crypto';
import { BLANK, invalid, notFound, TAKEN } from '../answers/fault.js';
import { textIn } from '../body.js';
import { type Call, pathMember } from '../call.js';
import { type JsonObject, memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';

/** A key with which Okta signs what it sends to an inline hook. */
export interface HookKey {
  readonly id: string;
  /** What its public half is called. */
  readonly keyId: string;
  readonly name: string;
  readonly created: string;
  readonly lastUpdated: string;
  readonly privateKey: JsonWebKey;
}

const HOOK_KEY = 'HookKey';
const INLINE_HOOKS = '/api/v1/inlineHooks';
const LONGEST_NAME = 255;

/**
 * Finds the hook key that a request names.
 *
 * @param call - the request
 * @returns the key
 * @throws Fault `E0000007` if there is none
 */
export function findHookKey(call: Call): HookKey {
  const id = pathMember(call, 'hookKeyId');
  const key = call.org.hookKeys.get(id);
  if (key === undefined) throw notFound(id, HOOK_KEY);
  return key;
}

/**
 * @param org - where to look
 * @param keyId - name of a public half
 * @returns the key
 * @throws Fault `E0000007` if there is none
 */
export function hookKeyCalled({ hookKeys }: Org, keyId: string): HookKey {
  for (const key of hookKeys.values()) if (key.keyId === keyId) return key;
  throw notFound(keyId, HOOK_KEY);
}

/**
 * @param org - where the key will live
 * @param body - the JSON that was sent
 * @param id - of the key that is renamed, if one is
 * @returns the name
 * @throws Fault `E0000001` if it is missing, too long, or another key has it
 */
export function hookKeyName({ hookKeys }: Org, body: JsonObject, id?: string): string {
  const name = textIn(body, 'name') ?? '';
  if (name.trim() === '') throw invalid('name', BLANK);
  if (name.length > LONGEST_NAME) throw invalid('name', `The field is too long. The maximum is ${LONGEST_NAME}`);
  for (const other of hookKeys.values()) {
    if (other.id !== id && other.name === name) throw invalid('name', TAKEN);
  }
  return name;
}

/**
 * @param org - where to look
 * @param key - a key
 * @returns whether an inline hook signs with it
 */
export function isUsed({ resources }: Org, { id, keyId }: HookKey): boolean {
  for (const hook of resources.values(INLINE_HOOKS)) {
    const named = memberAt(hook, ['channel', 'config', 'hookKeyId']);
    if (named === id || named === keyId) return true;
  }
  return false;
}

/**
 * @param org - where hooks are looked up
 * @param key - a key
 * @returns the JSON, without the key itself
 */
export function hookKeyView(org: Org, key: HookKey) {
  const { id, keyId, name, created, lastUpdated } = key;
  // As recorded: a text.
  return { id, keyId, name, created, lastUpdated, isUsed: String(isUsed(org, key)) };
}

/**
 * @param key - a key
 * @returns its public half as a JSON Web Key
 * @see RFC 7517, section 4
 */
export function publicHookKey({ keyId, privateKey: { n, e } }: HookKey) {
  return { kty: 'RSA', alg: 'RSA', kid: keyId, use: null, e, n };
}
