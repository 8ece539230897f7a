import type { Answer } from '../answers/answer.js';
import { conform } from '../description/conform.js';
import { expand } from '../description/expand.js';
import { isObject, type JsonObject } from '../org/json.js';
import { found } from './find.js';
import type { Occasion } from './occasion.js';

/**
 * Answers what is neither reading nor writing a resource: what was sent, and what the resource holds, in the form that
 * the description gives the answer. Nothing is stored.
 *
 * @param occasion - the request
 * @returns the answer
 * @throws Fault `E0000007` if the resource is not there
 */
export function act(occasion: Occasion): Answer {
  const { call, spot, invention, operation } = occasion;
  const resource = spot.key === undefined ? {} : found(occasion);
  if (operation.answer === undefined) return { status: operation.status };
  const known = { ...resource, ...(isObject(call.body) ? call.body : {}) };
  const { type, properties = {} } = expand(invention.schemas, operation.answer, known);
  const value = type === 'array' || type === 'string' ? undefined : only(known, Object.keys(properties));
  return { status: operation.status, body: conform(invention, operation.answer, value) };
}

function only(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (value[name] === undefined ? [] : [[name, value[name]]])));
}
