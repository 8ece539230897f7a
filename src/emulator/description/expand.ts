import { isObject } from '../org/json.js';
import type { Expanded, Schema, Schemas } from './facts.js';

/**
 * Spells out a schema for one value: follows references, adds the parts of `allOf`, and takes the variant that the
 * value's tag names. Without a known tag only what all variants share is left.
 *
 * @param schemas - components
 * @param schema - the schema
 * @param value - what is, or is to be, described by it
 * @returns the schema
 */
export function expand(schemas: Schemas, schema: Schema, value?: unknown): Expanded {
  if (isSpeltOut(schema)) return schema;
  const known = schemas.expanded.get(schema);
  if (known !== undefined) return known;
  const expansion: Expansion = { schemas, value, taken: new Set(), depends: false };
  const expanded = expandOnce(expansion, schema);
  if (!expansion.depends) schemas.expanded.set(schema, expanded);
  return expanded;
}

function isSpeltOut({ $ref, allOf, oneOf, anyOf, variants }: Schema): boolean {
  const parts = $ref ?? allOf ?? oneOf ?? anyOf ?? variants;
  return parts === undefined;
}

interface Expansion {
  readonly schemas: Schemas;
  readonly value: unknown;
  /** Names that are part of the result; a variant refers to its base, which refers to its variants. */
  readonly taken: Set<string>;
  /** Whether the value was asked what it is. */
  depends: boolean;
}

function expandOnce(expansion: Expansion, schema: Schema): Expanded {
  const { $ref, allOf = [], oneOf: _, anyOf: __, ...own } = schema;
  const parts = [...named(expansion, $ref), ...allOf, ...chosen(expansion, schema)];
  return [...parts.map((part) => expandOnce(expansion, part)), own].reduce(merge, {});
}

function named({ schemas, taken }: Expansion, name: string | undefined): Schema[] {
  const schema = name === undefined || taken.has(name) ? undefined : schemas.byName[name];
  if (name === undefined || schema === undefined) return [];
  taken.add(name);
  return [schema];
}

/** Of the variants, the one that the tag names; of alternatives without a tag, the one that shares most members. */
function chosen(expansion: Expansion, { tag, variants, oneOf, anyOf }: Schema): Schema[] {
  const { value } = expansion;
  expansion.depends ||= variants !== undefined || oneOf !== undefined || anyOf !== undefined;
  if (tag !== undefined && variants !== undefined) {
    const component = isObject(value) ? variants[String(value[tag])] : undefined;
    return component === undefined || expansion.taken.has(component) ? [] : [{ $ref: component }];
  }
  const alternatives = oneOf ?? anyOf ?? [];
  const [best] = alternatives
    .map((alternative) => ({ alternative, likeness: likeness(expansion, alternative) }))
    .sort((one, other) => other.likeness - one.likeness);
  return best === undefined ? [] : [best.alternative];
}

function likeness({ schemas, value }: Expansion, alternative: Schema): number {
  const { properties = {}, required = [], type } = expand(schemas, alternative, value);
  if (!isObject(value)) return type === typeof value ? 1 : 0;
  const shared = Object.keys(value).filter((name) => {
    const { enum: values } = properties[name] ?? {};
    return Object.hasOwn(properties, name) && (values === undefined || values.includes(value[name]));
  });
  const missing = required.filter((name) => value[name] === undefined);
  return shared.length - missing.length;
}

function merge(one: Expanded, other: Expanded): Expanded {
  const required = [...(one.required ?? []), ...(other.required ?? [])];
  return {
    ...one,
    ...other,
    ...(required.length > 0 ? { required } : {}),
    ...(one.properties || other.properties ? { properties: mergeMembers(one.properties, other.properties) } : {}),
  };
}

type Members = Readonly<Record<string, Schema>>;

/** A member that a variant narrows keeps what its base says of it. */
function mergeMembers(one: Members = {}, other: Members = {}): Members {
  const narrowed = Object.entries(other).map(([name, schema]) => {
    const base = one[name];
    return [name, base === undefined ? schema : { allOf: [base, schema] }];
  });
  return { ...one, ...Object.fromEntries(narrowed) };
}
