import { allMembers, objectOf } from './members.js';
import type { Member, Model, ObjectShape } from './model.js';
import { namesIn, type Usage } from './usage.js';

/** Members that a service which sets them itself never leaves out of what it returns. */
const ALWAYS = new Set(['id', 'status', 'created', 'lastUpdated']);

/**
 * Whether a member is there in everything the service returns.
 *
 * @param member - of a type that is read
 * @returns true if it is required, known to be returned, or one of those that the service always sets
 */
export function isAlwaysReturned({ name, required, readOnly, writeOnly, returned }: Member): boolean {
  return !writeOnly && (required || returned || (readOnly && ALWAYS.has(name)));
}

/**
 * Finds the types that are both sent and received and differ between the two, because the service returns members that
 * a caller need not send. These get a second type for what is received.
 *
 * @param model - all types
 * @param usage - direction of each
 * @returns their names
 */
export function findTwofold(model: Model, usage: Usage): ReadonlySet<string> {
  const candidates = [...usage.written].filter((name) => usage.read.has(name));
  const twofold = new Set<string>();
  for (let size = -1; size !== twofold.size; ) {
    size = twofold.size;
    for (const name of candidates) if (differs(model, name, twofold)) twofold.add(name);
  }
  return twofold;
}

function differs(model: Model, name: string, twofold: ReadonlySet<string>): boolean {
  const shape = model.types.get(name)?.shape;
  if (shape?.kind === 'alias') return namesIn(shape.type).some((inner) => twofold.has(inner));
  if (shape?.kind === 'union' && shape.variants.some((variant) => twofold.has(variant))) return true;
  const object = objectOf(model, name);
  return object !== undefined && strictMembers(model, object, twofold).length > 0;
}

/**
 * The members that read differently than they are written.
 *
 * @param model - all types
 * @param shape - an object
 * @param twofold - types known to differ
 * @returns the members, inherited ones included
 */
export function strictMembers(model: Model, shape: ObjectShape, twofold: ReadonlySet<string>): Member[] {
  return [...allMembers(model, shape).values()].filter((member) => {
    const becomesRequired = isAlwaysReturned(member) && (!member.required || member.readOnly);
    return becomesRequired || namesIn(member.type).some((name) => twofold.has(name));
  });
}
