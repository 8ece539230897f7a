import type { Member, NamedType, ObjectShape, Type } from './model.js';

/**
 * Gives every variant of a discriminated union its tag as a literal, so that a test of the tag narrows without a cast.
 *
 * @param types - all types; variants are changed in place
 */
export function narrowTags(types: ReadonlyMap<string, NamedType>): void {
  for (const { shape } of types.values()) {
    if (shape.kind !== 'union' || shape.discriminator === undefined) continue;
    const { property, tags } = shape.discriminator;
    for (const variant of new Set(tags.values())) {
      const values = [...tags].filter(([, name]) => name === variant).map(([tag]) => tag);
      const target = types.get(variant)?.shape;
      if (target?.kind === 'object') setTag(target, property, values);
    }
  }
}

function setTag(shape: ObjectShape, property: string, values: readonly string[]): void {
  const existing = shape.members.find(({ name }) => name === property);
  const earlier =
    existing?.type.kind === 'enum' && !existing.type.open && existing.required ? existing.type.values : [];
  const type: Type = { kind: 'enum', values: [...new Set([...earlier, ...values])], open: false };
  const tag: Member = {
    ...(existing ?? PLAIN),
    name: property,
    type,
    required: true,
    nullable: false,
    readOnly: false,
  };
  shape.members =
    existing === undefined
      ? [tag, ...shape.members]
      : shape.members.map((member) => (member === existing ? tag : member));
}

const PLAIN = { nullable: false, readOnly: false, writeOnly: false, deprecated: false, returned: false, facts: {} };
