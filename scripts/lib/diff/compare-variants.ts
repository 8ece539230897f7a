import { type JsonObject, objectsAt, textAt } from '../import/json.js';
import { refName } from './schema-shape.js';
import { type Compare, differ } from './spot.js';

/** What differs in the forms a value may take. */
export const compareVariants: Compare = (before, after, spot) => {
  const [was, is] = [variantsOf(before), variantsOf(after)];
  const added = is.references.filter((name) => !was.references.includes(name));
  const removed = was.references.filter((name) => !is.references.includes(name));
  const inlineCount = Math.max(was.inline.length, is.inline.length);
  const inlined = Array.from({ length: inlineCount }, (_, index) => {
    const [one, other] = [was.inline[index], is.inline[index]];
    const where = `${spot.where}|${index + 1}`;
    if (one && other) return spot.compare(one, other, { ...spot, where });
    return [other ? differ(spot, 'variant-added', 'one more form') : differ(spot, 'variant-removed', 'one form less')];
  });
  return [
    ...added.map((name) => differ(spot, 'variant-added', `${refName(name)} is one of its forms`)),
    ...removed.map((name) => differ(spot, 'variant-removed', `${refName(name)} is no longer one of its forms`)),
    ...inlined.flat(),
  ];
};

interface Variants {
  references: string[];
  inline: JsonObject[];
}

function variantsOf(schema: JsonObject): Variants {
  const variants = [...objectsAt(schema, 'oneOf'), ...objectsAt(schema, 'anyOf')];
  return {
    references: variants.flatMap((variant) => textAt(variant, '$ref') ?? []),
    inline: variants.filter((variant) => textAt(variant, '$ref') === undefined),
  };
}
