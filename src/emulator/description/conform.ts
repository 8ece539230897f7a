import { isObject, type JsonObject } from '../org/json.js';
import { expand } from './expand.js';
import type { Expanded, Schema, Schemas } from './facts.js';

/** What invented values are made of. */
export interface Invention {
  readonly schemas: Schemas;
  /** As stored on resources. */
  readonly now: string;
  /** Scheme and host of links. */
  readonly origin: string;
}

/**
 * Makes a value one that its schema describes: members that must be there are invented, members that are only ever
 * written are left out.
 *
 * @param invention - what invented values are made of
 * @param schema - of the answer
 * @param value - what is known, `undefined` if nothing is
 * @returns the value; the given one is not changed
 */
export function conform(invention: Invention, schema: Schema, value?: unknown): unknown {
  const expanded = expand(invention.schemas, schema, value);
  if (value === undefined) return invent(invention, schema, expanded);
  if (Array.isArray(value)) return value.map((item) => conform(invention, expanded.items ?? {}, item));
  return isObject(value) ? conformObject(invention, expanded, value) : value;
}

function conformObject(invention: Invention, expanded: Expanded, value: JsonObject): JsonObject {
  const { properties = {}, required = [], additionalProperties: additional } = expanded;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const schema = Object.hasOwn(properties, name) ? properties[name] : additional || undefined;
    if (schema === undefined) return additional === false ? [] : [[name, member]];
    if (member === undefined || expand(invention.schemas, schema).writeOnly) return [];
    return [[name, member === null ? null : conform(invention, schema, member)]];
  });
  return { ...missingMembers(invention, { properties, required }, value), ...Object.fromEntries(members) };
}

function missingMembers(
  invention: Invention,
  { properties = {}, required = [] }: Expanded,
  value: JsonObject,
): JsonObject {
  const missing = required.filter((name) => value[name] === undefined);
  const written = missing.filter((name) => !expand(invention.schemas, properties[name] ?? {}).writeOnly);
  return Object.fromEntries(written.map((name) => [name, conform(invention, properties[name] ?? {})]));
}

function invent(invention: Invention, schema: Schema, expanded: Expanded): unknown {
  const { tag, variants, default: standard, enum: values, nullable } = expanded;
  if (standard !== undefined && standard !== null) return standard;
  if (values !== undefined) return values[0];
  const [variant] = Object.keys(variants ?? {});
  if (tag !== undefined && variant !== undefined) return conform(invention, schema, { [tag]: variant });
  if (nullable) return null;
  return (inventors[expanded.type ?? 'object'] ?? inventors['object'])?.(invention, expanded);
}

const inventors: Readonly<Record<string, (invention: Invention, schema: Expanded) => unknown>> = {
  object: (invention, schema) => conformObject(invention, schema, {}),
  array: (invention, { items = {}, minItems = 0 }) => Array.from({ length: minItems }, () => conform(invention, items)),
  string: inventText,
  boolean: () => false,
  number: (_, { minimum = 0 }) => minimum,
  integer: (_, { minimum = 0 }) => minimum,
};

function inventText({ now, origin }: Invention, { format = '', minLength = 0 }: Expanded): string {
  const texts: Readonly<Record<string, string>> = {
    'date-time': now,
    date: now.slice(0, 10),
    uri: origin,
    url: origin,
    email: 'nobody@example.com',
    uuid: '00000000-0000-4000-8000-000000000000',
  };
  return (texts[format] ?? 'none').padEnd(minLength, '-');
}
