import { isObject, type JsonObject, objectAt, objectsAt, own, textAt, textsAt } from '../import/json.js';
import { follow, type LookUp } from '../import/list-parameters.js';

/**
 * `allOf` around one reference says what the reference says, it only makes room for members beside it. A type beside a
 * reference says nothing: the reference has one.
 */
export function unwrap(schema: JsonObject): JsonObject {
  const { allOf: _parts, ...rest } = schema;
  const [only, ...others] = objectsAt(schema, 'allOf');
  const isWrapper = own(only, '$ref') !== undefined && others.length === 0 && own(schema, 'properties') === undefined;
  const { type: _type, ...beside } = isWrapper ? { ...rest, ...only } : schema;
  return own(beside, '$ref') === undefined ? schema : beside;
}

/** A schema in the place of a reference to it, with what stands beside the reference. */
export function inline(schema: JsonObject, lookUp: LookUp): JsonObject {
  if (own(schema, '$ref') === undefined) return schema;
  const { $ref: _, ...beside } = schema;
  return { ...follow(schema, lookUp), ...beside };
}

/** The type of a schema, also where only its other members tell it. */
export function typeOf(schema: JsonObject): string {
  const type = textAt(schema, 'type');
  if (type !== undefined) return type;
  if (['properties', 'additionalProperties', 'allOf', 'required'].some((key) => own(schema, key) !== undefined))
    return 'object';
  if (own(schema, 'items') !== undefined) return 'array';
  if (own(schema, 'oneOf') !== undefined || own(schema, 'anyOf') !== undefined) return 'a union';
  return own(schema, 'enum') === undefined ? 'anything' : 'string';
}

/** The name at the end of a reference. */
export const refName = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/** The members of an object and which of them are required. */
export interface Members {
  properties: Map<string, JsonObject>;
  required: Set<string>;
}

/** The parts of a schema that are other schemas, by reference. */
export const partsOf = (schema: JsonObject): string[] =>
  objectsAt(schema, 'allOf').flatMap((part) => textAt(part, '$ref') ?? partsOf(part));

interface Gathering {
  lookUp: LookUp;
  /** References whose members are left out. */
  skip?: ReadonlySet<string>;
}

/** All members of a schema, those of its parts included. */
export function membersOf(schema: JsonObject, { lookUp, skip = new Set() }: Gathering): Members {
  const members: Members = { properties: new Map(), required: new Set(textsAt(schema, 'required')) };
  for (const part of objectsAt(schema, 'allOf')) {
    const reference = textAt(part, '$ref');
    if (reference === undefined) merge(members, membersOf(part, { lookUp, skip }));
    else if (!skip.has(reference))
      merge(members, membersOf(inline(part, lookUp), { lookUp, skip: new Set([...skip, reference]) }));
  }
  const properties = objectAt(schema, 'properties');
  for (const [name, property] of Object.entries(properties)) {
    if (isObject(property)) members.properties.set(name, property);
  }
  return members;
}

function merge(into: Members, from: Members): void {
  for (const [name, property] of from.properties) into.properties.set(name, property);
  for (const name of from.required) into.required.add(name);
}
