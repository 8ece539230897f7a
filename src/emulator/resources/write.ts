import { expand } from '../description/expand.js';
import type { Schema, Schemas } from '../description/facts.js';
import { isObject, type JsonObject } from '../org/json.js';

/**
 * What a caller may decide of a resource: everything but what only the service writes.
 *
 * @param schemas - components
 * @param schema - of the body
 * @param sent - the body
 * @returns a copy without members that are read-only, with the defaults of those that are missing
 */
export function writable(schemas: Schemas, schema: Schema, sent: JsonObject): JsonObject {
  const { properties = {} } = expand(schemas, schema, sent);
  const known = Object.entries(properties).map(([name, member]) => ({ name, member: expand(schemas, member) }));
  const closed = new Set(known.flatMap(({ name, member }) => (member.readOnly ? [name] : [])));
  const missing = known.filter(({ name, member }) => sent[name] === undefined && !member.readOnly);
  const standard = missing.flatMap(({ name, member }) =>
    member.default === undefined || member.default === null ? [] : [[name, member.default]],
  );
  const given = Object.entries(sent).flatMap(([name, value]) => {
    if (closed.has(name)) return [];
    const inner = properties[name];
    return [[name, inner && isObject(value) ? writable(schemas, inner, value) : value]];
  });
  return { ...Object.fromEntries(standard), ...Object.fromEntries(given) };
}

/**
 * What a caller cannot decide: members that only the service writes, and secrets that are kept if they are not sent.
 *
 * @param schemas - components
 * @param schema - of the resource as it is read
 * @param resource - as it is stored
 * @returns these members
 */
export function lasting(schemas: Schemas, schema: Schema, resource: JsonObject): JsonObject {
  const { properties = {} } = expand(schemas, schema, resource);
  const kept = Object.entries(resource).filter(([name]) => {
    const { readOnly, writeOnly } = expand(schemas, properties[name] ?? {});
    return readOnly === true || writeOnly === true;
  });
  return Object.fromEntries(kept);
}

/**
 * Merges what was sent into what is there; `null` removes.
 *
 * @param before - as it is stored
 * @param sent - the members to change
 * @returns the merged value
 * @see https://www.rfc-editor.org/rfc/rfc7396
 */
export function merged(before: JsonObject, sent: JsonObject): JsonObject {
  const changed = Object.entries(sent).map(([name, value]) => {
    const old = before[name];
    return [name, isObject(value) ? merged(isObject(old) ? old : {}, value) : value];
  });
  const all = { ...before, ...Object.fromEntries(changed) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}
