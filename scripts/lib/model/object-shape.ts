import { pascal } from '../names/words.js';
import { referenceName, type Schema } from '../spec/openapi.js';
import type { Member, ObjectShape, Type } from './model.js';
import { below, type Place, type SchemaReader } from './place.js';
import { factsOf, isMarked, isNullable } from './schema-facts.js';

/**
 * Reads an object schema: members of its own and of inline `allOf` parts, bases from referenced parts.
 *
 * @param builder - reads the members' schemas
 * @param schema - with `properties`, `allOf`, or neither
 * @param place - where it stands
 * @returns the shape
 */
export function objectShape(builder: SchemaReader, schema: Schema, place: Place): ObjectShape {
  const shape: ObjectShape = { kind: 'object', bases: [], members: [], index: undefined };
  return collect(builder, schema, { shape, place });
}

interface Collecting {
  readonly shape: ObjectShape;
  readonly place: Place;
}

function collect(builder: SchemaReader, schema: Schema, { shape, place }: Collecting): ObjectShape {
  let collected = shape;
  for (const [index, part] of (schema.allOf ?? []).entries()) {
    if (part.$ref) collected = { ...collected, bases: [...collected.bases, baseName(builder, part.$ref)] };
    else collected = collect(builder, part, { shape: collected, place: below(place, `allOf/${index}`, place.name) });
  }
  const own = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    member(builder, { name, property, schema, place }),
  );
  const index = indexType(builder, schema, place) ?? collected.index;
  return { ...collected, members: merge(collected.members, own, schema.required ?? []), index };
}

function baseName(builder: SchemaReader, reference: string): string {
  const type = builder.component(referenceName(reference));
  if (type.kind !== 'named') throw new Error(`${reference} is no object that another could extend`);
  return type.name;
}

interface Property {
  readonly name: string;
  readonly property: Schema;
  readonly schema: Schema;
  readonly place: Place;
}

function member(builder: SchemaReader, { name, property, schema, place }: Property): Member {
  const type = builder.read(property, below(place, `properties/${name}`, place.name + pascal(name)));
  return {
    name,
    type,
    required: schema.required?.includes(name) === true,
    nullable: isNullable(builder.description, property),
    readOnly: isMarked(builder.description, property, 'readOnly'),
    writeOnly: isMarked(builder.description, property, 'writeOnly'),
    deprecated: property.deprecated === true,
    returned: schema['x-sdk-returned']?.includes(name) === true,
    facts: factsOf(builder.description, property),
  };
}

/** A later part speaks over an earlier one; `required` may stand in another part than the property. */
function merge(earlier: readonly Member[], later: readonly Member[], required: readonly string[]): Member[] {
  const members = new Map(earlier.map((entry) => [entry.name, entry]));
  for (const entry of later) members.set(entry.name, entry);
  return [...members.values()].map((entry) => (required.includes(entry.name) ? { ...entry, required: true } : entry));
}

function indexType(
  builder: SchemaReader,
  { additionalProperties, properties, allOf, type }: Schema,
  place: Place,
): Type | undefined {
  if (typeof additionalProperties === 'object') {
    return builder.read(additionalProperties, below(place, 'additionalProperties', `${place.name}Value`));
  }
  const bare =
    properties === undefined &&
    allOf === undefined &&
    type === 'object' &&
    !builder.isBase(referenceName(place.pointer));
  return additionalProperties === true || (bare && additionalProperties === undefined)
    ? { kind: 'scalar', scalar: 'unknown' }
    : undefined;
}
