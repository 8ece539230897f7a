import type { Member, Model, ObjectShape } from './model.js';

/**
 * The members that a type gets from its bases, nearest last.
 *
 * @param model - all types
 * @param shape - an object
 * @returns members by name, its own left out
 */
export function inheritedMembers(model: Model, shape: ObjectShape): Map<string, Member> {
  const members = new Map<string, Member>();
  for (const base of shape.bases) for (const [name, member] of membersOfBase(model, base)) members.set(name, member);
  return members;
}

/**
 * All members of an object, inherited ones included.
 *
 * @param model - all types
 * @param shape - an object
 * @returns members by name
 */
export function allMembers(model: Model, shape: ObjectShape): Map<string, Member> {
  const members = inheritedMembers(model, shape);
  for (const member of shape.members) members.set(member.name, member);
  return members;
}

function membersOfBase(model: Model, base: string): Map<string, Member> {
  const shape = objectOf(model, base);
  return shape === undefined ? new Map() : allMembers(model, shape);
}

/**
 * The object that extending a type means: the type itself, or what the variants of a discriminated base share.
 *
 * @param model - all types
 * @param name - a type's name
 * @returns the shape, or `undefined` for a type without members
 */
export function objectOf(model: Model, name: string): ObjectShape | undefined {
  const shape = model.types.get(name)?.shape;
  if (shape?.kind === 'object') return shape;
  return shape?.kind === 'union' ? shape.common : undefined;
}

/**
 * Whether a type or one of its bases accepts members beyond those listed.
 *
 * @param model - all types
 * @param shape - an object
 * @returns true if there is an index signature
 */
export function hasIndex(model: Model, shape: ObjectShape): boolean {
  return (
    shape.index !== undefined ||
    shape.bases.some((base) => {
      const inherited = objectOf(model, base);
      return inherited !== undefined && hasIndex(model, inherited);
    })
  );
}
