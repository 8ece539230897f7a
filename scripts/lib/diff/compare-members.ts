import { type JsonObject, textAt } from '../import/json.js';
import { follow, type LookUp } from '../import/list-parameters.js';
import type { ChangeKind, Difference } from './report.js';
import { type Members, membersOf, partsOf } from './schema-shape.js';
import { type Compare, differ, type Spot } from './spot.js';
import type { Position, Positions } from './verdict.js';

/**
 * What differs in the members of an object. Members that stand in a part which both releases share are compared where
 * that part is described; members that moved into or out of a part did not change.
 */
export const compareMembers: Compare = (before, after, spot) => {
  const [partsBefore, partsAfter] = [partsOf(before), partsOf(after)];
  const skip = new Set(partsBefore.filter((part) => partsAfter.includes(part)));
  const was = sideOf(before, { lookUp: spot.lookUp.before, skip });
  const is = sideOf(after, { lookUp: spot.lookUp.after, skip });
  const names = new Set([...namesOf(was.own), ...namesOf(is.own)]);
  return [...names].flatMap((name) => compareMember(memberAt(was, name), memberAt(is, name), { name, spot }));
};

interface Side {
  /** Members that are not in a shared part. */
  own: Members;
  all: Members;
  lookUp: LookUp;
}

const sideOf = (schema: JsonObject, { lookUp, skip }: { lookUp: LookUp; skip: Set<string> }): Side => ({
  own: membersOf(schema, { lookUp, skip }),
  all: membersOf(schema, { lookUp }),
  lookUp,
});

const namesOf = ({ properties, required }: Members): string[] => [...properties.keys(), ...required];

interface Member {
  schema: JsonObject;
  required: boolean;
  readOnly: boolean;
  writeOnly: boolean;
}

function memberAt({ all, lookUp }: Side, name: string): Member | undefined {
  const schema = all.properties.get(name);
  if (!schema) return undefined;
  const flag = (key: string) => schema[key] === true || follow(schema, lookUp)[key] === true;
  return { schema, required: all.required.has(name), readOnly: flag('readOnly'), writeOnly: flag('writeOnly') };
}

interface Named {
  name: string;
  spot: Spot;
}

function compareMember(before: Member | undefined, after: Member | undefined, { name, spot }: Named): Difference[] {
  const where = `${spot.where}.${name}`;
  const at = (member: Member): Spot => ({ ...spot, where, positions: positionsOf(member, spot.positions) });
  if (before && after)
    return [...compareRequired(before, after, at(before)), ...spot.compare(before.schema, after.schema, at(before))];
  if (before) return [differ(at(before), 'member-removed', `${name} is gone`)];
  if (!after) return [];
  const kind = after.required ? 'required-member-added' : 'member-added';
  return [differ(at(after), kind, `${name} is new${after.required ? ' and required' : ''} (${kindOf(after.schema)})`)];
}

/** A member that is only read is not met in a request, one that is only written not in a response. */
function positionsOf({ readOnly, writeOnly }: Member, positions: Positions): Positions {
  const met = new Set<Position>(positions);
  if (readOnly) met.delete('request');
  if (writeOnly) met.delete('response');
  return met;
}

function compareRequired(before: Member, after: Member, spot: Spot): Difference[] {
  if (before.required !== after.required) {
    const kind: ChangeKind = after.required ? 'member-now-required' : 'member-no-longer-required';
    return [differ(spot, kind, after.required ? 'it is required now' : 'it is no longer required')];
  }
  const mustBeWritten = after.required && before.readOnly && !after.readOnly;
  return mustBeWritten ? [differ(spot, 'required-member-writable', 'it is required and no longer only read')] : [];
}

const kindOf = (schema: JsonObject): string =>
  textAt(schema, '$ref')?.split('/').at(-1) ?? textAt(schema, 'type') ?? 'schema';
