import { referenceName, type Schema } from '../spec/openapi.js';
import type { UnionShape } from './model.js';
import { objectShape } from './object-shape.js';
import { below, type Place, type SchemaReader } from './place.js';

/**
 * What makes two choices the same: the tag and the variants. An inline choice that equals a named one is that one.
 *
 * @param schema - any schema
 * @returns a key, or `undefined` for what is no choice between components
 */
export function unionKey({ discriminator, oneOf }: Schema): string | undefined {
  const mapped = Object.values(discriminator?.mapping ?? {});
  const references = mapped.length > 0 ? mapped : (oneOf ?? []).map(({ $ref }) => $ref ?? '');
  if (references.length === 0 || references.includes('')) return undefined;
  return `${discriminator?.propertyName ?? ''}:${[...new Set(references.map(referenceName))].sort().join(',')}`;
}

/**
 * Reads a choice: `oneOf`, `anyOf`, or a base with a discriminator whose variants extend it.
 *
 * @param builder - reads the variants
 * @param schema - the choice
 * @param place - where it stands
 * @returns the shape
 */
export function unionShape(builder: SchemaReader, schema: Schema, place: Place): UnionShape {
  const { discriminator, oneOf, anyOf } = schema;
  const tags = new Map<string, string>();
  for (const [tag, reference] of Object.entries(discriminator?.mapping ?? {}))
    tags.set(tag, named(builder, { $ref: reference }, place));
  const options = (oneOf ?? anyOf ?? []).map((option, index) =>
    named(builder, option, below(place, `oneOf/${index}`, `${place.name}Option${index + 1}`)),
  );
  const property = discriminator?.propertyName;
  return {
    kind: 'union',
    variants: [...new Set([...tags.values(), ...options])],
    discriminator: property === undefined || tags.size === 0 ? undefined : { property, tags },
    common: (schema.properties ?? schema.allOf) ? commonShape(builder, schema, place) : undefined,
  };
}

function named(builder: SchemaReader, option: Schema, place: Place): string {
  const type = builder.read(option, place);
  if (type.kind !== 'named') throw new Error(`${place.pointer}: a variant must be an object`);
  return type.name;
}

function commonShape(builder: SchemaReader, schema: Schema, place: Place): UnionShape['common'] {
  const shape = objectShape(builder, schema, place);
  const tag = schema.discriminator?.propertyName;
  return { ...shape, members: shape.members.filter(({ name }) => name !== tag) };
}
