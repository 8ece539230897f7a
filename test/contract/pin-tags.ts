import { type Description, referenceName, type Schema } from '../../scripts/lib/spec/openapi.js';
import { visitSchemas } from './visit-schemas.js';

/**
 * Spells out what discriminators say: a variant has the tags that lead to it, and whatever refers to a base with a
 * discriminator means one of its variants. A validator that does not read discriminators then checks the right variant.
 *
 * @param description - changed in place
 */
export function pinTags(description: Description): void {
  const { schemas } = description.components;
  const bases = Object.entries(schemas).filter(([, schema]) => mappingOf(schema) !== undefined && !schema.oneOf);
  for (const [name, base] of bases) {
    const own = `${name}.base`;
    const { discriminator, ...members } = base;
    for (const variant of Object.values(schemas)) inheritFrom(variant, name, own);
    schemas[own] = members;
    schemas[name] = { oneOf: pinned(discriminator === undefined ? {} : { discriminator }) };
  }
  visitSchemas(description, (schema) => {
    if (mappingOf(schema) !== undefined && schema.oneOf) schema.oneOf = pinned(schema);
  });
}

function mappingOf({ discriminator }: Schema): Readonly<Record<string, string>> | undefined {
  return discriminator?.mapping;
}

/** Only a component's own `allOf` inherits; anywhere else a reference to the base means any variant. */
function inheritFrom(schema: Schema, name: string, base: string): void {
  for (const part of schema.allOf ?? []) {
    if (part.$ref && referenceName(part.$ref) === name) part.$ref = `#/components/schemas/${base}`;
  }
}

/** The members beside a choice are those of each variant. */
function pinned({ discriminator, oneOf = [], properties }: Schema): Schema[] {
  const property = discriminator?.propertyName ?? '';
  const variants = [...tagsByVariant(discriminator?.mapping ?? {})].map(([$ref, values]) => ({
    allOf: [
      { $ref },
      { type: 'object', required: [property], properties: { ...properties, [property]: { enum: values } } },
    ],
  }));
  const known = new Set(Object.values(discriminator?.mapping ?? {}));
  return [...variants, ...oneOf.filter(({ $ref }) => $ref === undefined || !known.has($ref))];
}

function tagsByVariant(mapping: Readonly<Record<string, string>>): ReadonlyMap<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const [tag, reference] of Object.entries(mapping)) tags.set(reference, [...(tags.get(reference) ?? []), tag]);
  return tags;
}
