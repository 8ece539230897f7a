import { isObject, type Json, type JsonObject, own } from '../import/json.js';
import { type Compare, differ, type Spot } from './spot.js';

/** What differs in what an array holds. */
export const compareItems: Compare = (before, after, spot) => {
  const [was, is] = [own(before, 'items'), own(after, 'items')];
  if (was === undefined && is === undefined) return [];
  return spot.compare(schemaIn(was), schemaIn(is), { ...spot, where: `${spot.where}[]` });
};

/** What differs in members that have no name of their own. */
export const compareExtraMembers: Compare = (before, after, spot) => {
  const [was, is] = [own(before, 'additionalProperties'), own(after, 'additionalProperties')];
  if (allows(was) && allows(is)) {
    return spot.compare(schemaIn(was), schemaIn(is), { ...spot, where: `${spot.where}{}` });
  }
  return allows(was) === allows(is) ? [] : [differOpenness(spot, allows(is))];
};

const differOpenness = (spot: Spot, allowed: boolean) =>
  allowed
    ? differ(spot, 'extra-members-allowed', 'members of any name are described now')
    : differ(spot, 'extra-members-refused', 'members of any name are no longer described');

/** Without a word about them an object is not described as open: its type has no members of any name. */
const allows = (value: Json | undefined): boolean => value === true || isObject(value);

const schemaIn = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
