import { type JsonObject, textAt } from '../import/json.js';
import { compareDiscriminators } from './compare-discriminators.js';
import { compareEnums } from './compare-enums.js';
import { compareKeywords } from './compare-keywords.js';
import { compareLimits } from './compare-limits.js';
import { compareMembers } from './compare-members.js';
import { compareExtraMembers, compareItems } from './compare-nested.js';
import { compareVariants } from './compare-variants.js';
import { deepEqual } from './deep-equal.js';
import { type Difference, isBreaking } from './report.js';
import { inline, refName, typeOf, unwrap } from './schema-shape.js';
import { type Compare, differ, type Spot } from './spot.js';

const COMPARERS: readonly Compare[] = [compareKeywords, compareLimits, compareEnums];

/** For what a value is made of, which tells nothing where the type itself is another. */
const NESTED: readonly Compare[] = [
  compareItems,
  compareMembers,
  compareExtraMembers,
  compareVariants,
  compareDiscriminators,
];

/** What differs between two releases of a schema. */
export const compareSchemas: Compare = (publishedBefore, publishedAfter, spot) => {
  if (deepEqual(publishedBefore, publishedAfter)) return [];
  const [before, after] = [unwrap(publishedBefore), unwrap(publishedAfter)];
  const [from, to] = [textAt(before, '$ref'), textAt(after, '$ref')];
  if (from !== undefined && from === to) return compareAll(before, after, spot);
  if (from !== undefined && to !== undefined) return compareReferences({ before, from }, { after, to }, spot);
  return compareAll(inline(before, spot.lookUp.before), inline(after, spot.lookUp.after), spot);
};

const compareAll: Compare = (before, after, spot) => {
  const comparers = typeOf(before) === typeOf(after) ? [...COMPARERS, ...NESTED] : COMPARERS;
  return comparers.flatMap((compare) => compare(before, after, spot));
};

/** One line for another type, whatever differs within; what is the matter with it decides whether it breaks. */
function compareReferences(
  { before, from }: { before: JsonObject; from: string },
  { after, to }: { after: JsonObject; to: string },
  spot: Spot,
): Difference[] {
  const pair = `${from} ${to}`;
  if (spot.seen.has(pair)) return [];
  const within = { ...spot, seen: new Set([...spot.seen, pair]) };
  const differences = compareAll(inline(before, spot.lookUp.before), inline(after, spot.lookUp.after), within);
  const kind = differences.some(isBreaking) ? 'reference-changed' : 'reference-renamed';
  return [differ(spot, kind, `${refName(from)} became ${refName(to)}`)];
}
