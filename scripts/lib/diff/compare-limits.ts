import { type Json, own } from '../import/json.js';
import { deepEqual } from './deep-equal.js';
import { type Compare, differ, show } from './spot.js';

/** Whether a limit keeps more values out the higher it is, the lower it is, or in some way of its own. */
const LIMITS: Readonly<Record<string, 'floor' | 'ceiling' | 'other'>> = {
  minimum: 'floor',
  minLength: 'floor',
  minItems: 'floor',
  minProperties: 'floor',
  maximum: 'ceiling',
  maxLength: 'ceiling',
  maxItems: 'ceiling',
  maxProperties: 'ceiling',
  exclusiveMinimum: 'other',
  exclusiveMaximum: 'other',
  multipleOf: 'other',
  pattern: 'other',
  uniqueItems: 'other',
};

/** What differs in the limits of values. */
export const compareLimits: Compare = (before, after, spot) =>
  Object.entries(LIMITS).flatMap(([key, sort]) => {
    const [was, is] = [limitAt(before, key), limitAt(after, key)];
    if (deepEqual(was, is)) return [];
    const kind = isNarrower(sort, was, is) ? 'limit-narrowed' : 'limit-widened';
    return [differ(spot, kind, `${key} was ${show(was)}, is ${show(is)}`)];
  });

/** `false` says what saying nothing says. */
function limitAt(schema: Parameters<Compare>[0], key: string): Json | undefined {
  const value = own(schema, key);
  return value === false ? undefined : value;
}

function isNarrower(sort: 'floor' | 'ceiling' | 'other', was: Json | undefined, is: Json | undefined): boolean {
  if (is === undefined) return false;
  if (was === undefined || sort === 'other') return true;
  return sort === 'floor' ? Number(is) > Number(was) : Number(is) < Number(was);
}
