import { fail } from './answers/fault.js';
import type { Call } from './call.js';
import { isObject, type JsonObject } from './org/json.js';

/**
 * @param call - a request that needs a JSON object
 * @returns its body
 * @throws Fault `E0000003` if it sent none, or something else
 */
export function bodyOf({ body }: Call): JsonObject {
  if (isObject(body)) return body;
  throw fail('E0000003');
}

/**
 * @param call - a request that may do without a body
 * @returns its body, an empty object if it sent none
 * @throws Fault `E0000003` if it sent something else than an object
 */
export function optionalBodyOf({ body }: Call): JsonObject {
  if (body === undefined) return {};
  if (isObject(body)) return body;
  throw fail('E0000003');
}

/**
 * @param parent - an object that was sent
 * @param name - a member of it
 * @returns the object that stands there, `undefined` if nothing or null does
 * @throws Fault `E0000003` if something else does
 */
export function objectIn(parent: JsonObject, name: string): JsonObject | undefined {
  const value = ownMember(parent, name);
  if (value === undefined || isObject(value)) return value;
  throw fail('E0000003');
}

/**
 * @param parent - an object that was sent
 * @param name - a member of it
 * @returns the text that stands there, `undefined` if nothing or null does
 * @throws Fault `E0000003` if something else does
 */
export function textIn(parent: JsonObject, name: string): string | undefined {
  const value = ownMember(parent, name);
  if (value === undefined || typeof value === 'string') return value;
  throw fail('E0000003');
}

/**
 * @param parent - an object that was sent
 * @param name - a member of it
 * @returns the texts that stand there, none if nothing or null does
 * @throws Fault `E0000003` if something else does
 */
export function textsIn(parent: JsonObject, name: string): readonly string[] {
  const value = ownMember(parent, name) ?? [];
  if (Array.isArray(value) && value.every((element) => typeof element === 'string')) return value;
  throw fail('E0000003');
}

function ownMember(parent: JsonObject, name: string): unknown {
  return Object.hasOwn(parent, name) ? (parent[name] ?? undefined) : undefined;
}

/**
 * Reads a switch in the query.
 *
 * @param call - the request
 * @param name - of the parameter
 * @param standard - what holds if it was not sent
 * @returns its value
 * @throws Fault `E0000037` if it is neither `true` nor `false`
 */
export function switchIn({ query }: Call, name: string, standard: boolean): boolean {
  const sent = query.get(name)?.toLowerCase();
  if (sent === undefined || sent === '') return standard;
  if (sent === 'true' || sent === 'false') return sent === 'true';
  throw fail('E0000037', `${name}: '${sent}' is neither true nor false`);
}
