import { allMembers, hasIndex } from '../model/members.js';
import type { Member, ObjectShape, Type } from '../model/model.js';
import { makeValue, type Spot } from './make-value.js';
import { type Example, type ExampleObject, type Given, type GivenObject, made } from './value.js';

/**
 * Makes an object: what the sample gives, in its order, then what the type requires beside. A sample that gives nothing
 * for a type without required members gets a few simple ones.
 *
 * @param shape - of the object
 * @param spot - where it stands
 * @param sample - values of members
 * @returns the object
 */
export function makeObject(shape: ObjectShape, spot: Spot, sample: GivenObject): ExampleObject {
  const members = allMembers(spot.model, shape);
  const writable = [...members.values()].filter(({ readOnly }) => !readOnly);
  const given = Object.entries(sample).flatMap(([name, value]) => {
    const member = members.get(name);
    if (member === undefined) return hasIndex(spot.model, shape) ? [entry(unlisted(name), spot, value)] : [];
    return member.readOnly ? [] : [entry(member, spot, value)];
  });
  const missing = writable.filter(({ name, required }) => required && !(name in sample));
  const added = given.length + missing.length > 0 ? missing : writable.filter(isTelling).slice(0, 3);
  return Object.fromEntries([...given, ...added.map((member) => entry(member, spot, made))]);
}

type Entry = Pick<Member, 'name' | 'type' | 'facts'>;

function entry({ name, type, facts }: Entry, spot: Spot, given: Given): [name: string, value: Example] {
  return [name, makeValue(type, { ...spot, name, facts }, given)];
}

function isTelling({ type, deprecated, name }: Member): boolean {
  return !deprecated && !name.startsWith('_') && isSimple(type);
}

function isSimple(type: Type): boolean {
  return type.kind === 'enum' || (type.kind === 'scalar' && type.scalar !== 'unknown' && type.scalar !== 'file');
}

function unlisted(name: string): Entry {
  return { name, type: { kind: 'scalar', scalar: 'unknown' }, facts: {} };
}
