import { BLANK } from '../answers/fault.js';
import { isObject, type JsonObject } from '../org/json.js';
import { expand } from './expand.js';
import type { Expanded, Schema, Schemas } from './facts.js';
import type { Flaw } from './flaw.js';
import { limitFlaws } from './limit-flaws.js';

/**
 * Compares what was sent with its schema. Members that only the service writes are not looked at, members that the
 * description does not know are let through, as the service does.
 *
 * @param schemas - components
 * @param schema - of the value
 * @param value - parsed JSON
 * @returns what is wrong with it, in the order of the schema
 */
export function check(schemas: Schemas, schema: Schema, value: unknown): Flaw[] {
  return [...flaws(schemas, { schema, value, path: '' })];
}

interface Spot {
  readonly schema: Schema;
  readonly value: unknown;
  readonly path: string;
}

function* flaws(schemas: Schemas, { schema, value, path }: Spot): Generator<Flaw, void> {
  const expanded = expand(schemas, schema, value);
  // Okta takes null to clear a value, whatever the schema says.
  if (value === null || value === undefined || expanded.readOnly) return;
  const type = typeOf(expanded);
  if (type !== undefined && !types[type]?.(value)) {
    yield { path, text: `The value must be of type ${type}`, malformed: true };
    return;
  }
  if (expanded.enum !== undefined && !expanded.enum.includes(value)) {
    yield { path, text: `The value must be one of: ${expanded.enum.join(', ')}`, malformed: true };
  }
  yield* limitFlaws(expanded, value, path);
  yield* tagFlaws(expanded, value, path);
  if (Array.isArray(value)) yield* itemFlaws(schemas, expanded, { value, path });
  else if (isObject(value)) yield* memberFlaws(schemas, expanded, { value, path });
}

/** Okta leaves the type out here and there. */
function typeOf({ type, properties, items, tag }: Expanded): string | undefined {
  if (type !== undefined) return type;
  if (properties !== undefined || tag !== undefined) return 'object';
  return items === undefined ? undefined : 'array';
}

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
};

/** What has variants must say which it is. */
function* tagFlaws({ tag, variants, properties = {} }: Expanded, value: unknown, path: string): Generator<Flaw, void> {
  if (tag === undefined || variants === undefined || !isObject(value)) return;
  const name = value[tag];
  if (name === undefined || name === null) yield { path: inside(path, tag), text: BLANK };
  else if (typeof name === 'string' && !Object.hasOwn(variants, name) && !properties[tag]?.enum) {
    const known = Object.keys(variants).join(', ');
    yield { path: inside(path, tag), text: `The value must be one of: ${known}`, malformed: true };
  }
}

function* itemFlaws(
  schemas: Schemas,
  { items = {} }: Expanded,
  { value, path }: { readonly value: readonly unknown[]; readonly path: string },
): Generator<Flaw, void> {
  for (const [index, item] of value.entries()) {
    yield* flaws(schemas, { schema: items, value: item, path: `${path}[${index}]` });
  }
}

function* memberFlaws(
  schemas: Schemas,
  { properties = {}, required = [], additionalProperties: additional }: Expanded,
  { value, path }: { readonly value: JsonObject; readonly path: string },
): Generator<Flaw, void> {
  for (const name of new Set(required)) {
    const { readOnly, nullable } = expand(schemas, properties[name] ?? {});
    const sent = value[name];
    if (readOnly || (nullable && sent === null)) continue;
    if (sent === undefined || sent === null || sent === '') yield { path: inside(path, name), text: BLANK };
  }
  for (const [name, member] of Object.entries(value)) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : additional || undefined;
    if (schema) yield* flaws(schemas, { schema, value: member, path: inside(path, name) });
  }
}

function inside(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
