import type { Model, NamedType, ObjectShape, Type } from '../model/model.js';
import { namesIn } from '../model/usage.js';
import type { Operation } from '../operations/operation.js';

/** Where a type is mentioned. */
export interface TypeUses {
  readonly members: MemberUse[];
  /** Types built upon it. */
  readonly heirs: string[];
  /** Discriminated unions it is a variant of. */
  readonly tagged: { readonly union: string; readonly property: string; readonly tags: readonly string[] }[];
  /** Unions without a tag that it is an option of. */
  readonly optionOf: string[];
  readonly bodyOf: Operation[];
  readonly answerOf: Operation[];
  readonly parameterOf: { readonly operation: Operation; readonly name: string }[];
}

/** A member whose type mentions another type. */
export interface MemberUse {
  readonly owner: string;
  readonly member: string;
  /** Whether it is the member's own type, that of its items, or that of its values. */
  readonly as: 'itself' | 'item' | 'value';
}

/**
 * Finds where each type is mentioned.
 *
 * @param model - all types
 * @param operations - all operations
 * @returns uses by type name, in the order of types and operations
 */
export function findUses(model: Model, operations: readonly Operation[]): ReadonlyMap<string, TypeUses> {
  const uses = new Map([...model.types.keys()].map((name) => [name, noUses()]));
  const types = [...model.types.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const type of types) noteType(uses, type);
  for (const operation of operations) noteOperation(uses, operation);
  return uses;
}

type Uses = ReadonlyMap<string, TypeUses>;

function noUses(): TypeUses {
  return { members: [], heirs: [], tagged: [], optionOf: [], bodyOf: [], answerOf: [], parameterOf: [] };
}

function noteType(uses: Uses, { name, shape }: NamedType): void {
  if (shape.kind === 'object') noteObject(uses, name, shape);
  if (shape.kind === 'alias')
    for (const inner of namesIn(shape.type)) noteMember(uses, inner, { owner: name, member: '', as: 'item' });
  if (shape.kind !== 'union') return;
  if (shape.common !== undefined) noteObject(uses, name, shape.common);
  const { property, tags = new Map<string, string>() } = shape.discriminator ?? {};
  for (const variant of shape.variants) {
    const own = [...tags].flatMap(([tag, type]) => (type === variant ? [tag] : []));
    if (property === undefined || own.length === 0) uses.get(variant)?.optionOf.push(name);
    else uses.get(variant)?.tagged.push({ union: name, property, tags: own });
  }
}

function noteObject(uses: Uses, owner: string, { bases, members }: ObjectShape): void {
  for (const base of bases) uses.get(base)?.heirs.push(owner);
  for (const { name: member, type } of members)
    for (const inner of namesIn(type)) noteMember(uses, inner, { owner, member, as: placeIn(type) });
}

function noteMember(uses: Uses, type: string, use: MemberUse): void {
  uses.get(type)?.members.push(use);
}

function placeIn({ kind }: Type): MemberUse['as'] {
  if (kind === 'array') return 'item';
  return kind === 'map' ? 'value' : 'itself';
}

function noteOperation(uses: Uses, operation: Operation): void {
  const { body, parameters, answer } = operation;
  for (const { type } of body?.members ?? []) for (const name of namesIn(type)) uses.get(name)?.bodyOf.push(operation);
  for (const { type, name: member } of parameters)
    for (const name of namesIn(type)) uses.get(name)?.parameterOf.push({ operation, name: member });
  const answered = answer.kind === 'void' ? [] : answer.kind === 'list' ? [answer.items] : [answer.type];
  for (const name of answered.flatMap(namesIn)) uses.get(name)?.answerOf.push(operation);
  if (answer.kind === 'wrapped-list')
    for (const name of namesIn(answer.items))
      uses.get(name)?.answerOf.push({ ...operation, answer: { kind: 'list', items: answer.items, page: 'link' } });
}
