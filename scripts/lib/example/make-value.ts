import { allMembers, objectOf } from '../model/members.js';
import type { MemberFacts, Model, NamedType, Type, UnionShape } from '../model/model.js';
import { makeObject } from './make-object.js';
import { makeEnum, makeScalar } from './make-scalar.js';
import { TYPES, VARIANTS } from './samples.js';
import { type Example, type Given, type GivenObject, isGivenObject, made } from './value.js';

/** Where a value is made. */
export interface Spot {
  readonly model: Model;
  /** Path of the operation. */
  readonly path: string;
  /** Name of the parameter or member. */
  readonly name: string;
  readonly facts: MemberFacts;
}

/**
 * Makes the value of a type.
 *
 * @param type - from the model
 * @param spot - where it stands
 * @param given - what a sample says, `made` if nothing
 * @returns the value
 */
export function makeValue(type: Type, spot: Spot, given: Given = made): Example {
  switch (type.kind) {
    case 'named':
      return makeNamed(namedType(spot.model, type.name), spot, given);
    case 'array':
      return listOf(given).map((item) => makeValue(type.items, itemSpot(spot), item));
    case 'map':
      return makeMap(type.values, spot, given);
    case 'any-of':
      return makeValue(type.types.find(({ kind }) => kind === 'scalar') ?? firstOf(type.types), spot, given);
    case 'enum':
      return makeEnum(type, spot, given);
    case 'scalar':
      return makeScalar(type.scalar, spot, given);
  }
}

function makeNamed(type: NamedType, spot: Spot, given: Given): Example {
  const { name, shape } = type;
  if (shape.kind === 'alias') return makeValue(shape.type, spot, given);
  if (shape.kind === 'union') return makeNamed(variantOf(type.name, shape, { spot, given }), spot, given);
  const sample = isGivenObject(given) ? given : (TYPES[name] ?? {});
  return makeObject(shape, spot, sample);
}

interface Choice {
  readonly spot: Spot;
  readonly given: Given;
}

/** The variant that the given tag names; else, of those that have the given members, the one chosen by hand or the first. */
function variantOf(union: string, { discriminator, variants }: UnionShape, { spot, given }: Choice): NamedType {
  const known = isGivenObject(given) ? variants.filter((variant) => hasMembers(spot.model, variant, given)) : variants;
  const tag = discriminator && isGivenObject(given) ? given[discriminator.property] : undefined;
  const tagged = typeof tag === 'string' ? discriminator?.tags.get(tag) : undefined;
  const chosen = known.find((variant) => variant === VARIANTS[union]) ?? known[0] ?? firstOf(variants);
  return namedType(spot.model, tagged ?? chosen);
}

function hasMembers(model: Model, variant: string, given: GivenObject): boolean {
  const shape = objectOf(model, variant);
  const members = shape === undefined ? new Map() : allMembers(model, shape);
  return Object.keys(given).every((name) => members.has(name));
}

function makeMap(values: Type, spot: Spot, given: Given): Example {
  if (!isGivenObject(given)) return {};
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, makeValue(values, { ...spot, name: key, facts: {} }, value)]),
  );
}

function itemSpot(spot: Spot): Spot {
  return { ...spot, facts: {} };
}

function listOf(given: Given): readonly Given[] {
  if (Array.isArray(given)) return given;
  return [given as Given];
}

function firstOf<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new Error('A choice between nothing');
  return first;
}

function namedType({ types }: Model, name: string): NamedType {
  const type = types.get(name);
  if (type === undefined) throw new Error(`There is no type ${name}`);
  return type;
}
