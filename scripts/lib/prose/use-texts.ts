import { enumerate } from './english.js';
import { enumerateMethods, enumerateNames, ROOM } from './enumerate-names.js';
import { aType, type TypeRule } from './type-rule.js';
import type { MemberUse } from './type-uses.js';

/** Variant of a discriminated union. */
export const variantText: TypeRule = ({ type: { shape }, uses: { tagged } }) => {
  const bases = shape.kind === 'object' ? shape.bases : [];
  const use = tagged.find(({ union }) => bases.includes(union)) ?? tagged[0];
  return use && `\`${use.union}\` whose \`${use.property}\` is ${enumerateNames(use.tags, 'or')}`;
};

/** What operations send. */
export const bodyText: TypeRule = ({ uses: { bodyOf } }) =>
  bodyOf.length === 0 ? undefined : `Body of ${enumerateMethods(bodyOf)}`;

/** What operations answer. */
export const answerText: TypeRule = ({ uses: { answerOf } }) =>
  answerOf.length === 0 ? undefined : `Answer of ${enumerateMethods(answerOf)}`;

/** Values of a parameter. */
export const parameterText: TypeRule = ({ uses }) => {
  const [use] = uses.parameterOf;
  return use && `Values of the parameter \`${use.name}\` of ${enumerateMethods([use.operation])}`;
};

/** Member of other types. */
export const memberText: TypeRule = ({ type: { name, shape }, uses, language }) => {
  const members = [...uses.members].sort((a, b) => nearness(name, b) - nearness(name, a));
  const [use] = members;
  if (use === undefined) return undefined;
  const owners = [...new Set(members.map(({ owner }) => owner))].map((owner) => aType(language, owner));
  const isShort = owners.length < 3 && owners.join().length <= ROOM;
  const whole = isShort ? enumerate(owners, 'and') : `${owners[0]} and others`;
  if (use.member === '') return `Item of ${whole}`;
  const isEnum = shape.kind === 'alias' && shape.type.kind === 'enum';
  return `${isEnum ? 'Values of ' : PLACES[use.as]}\`${use.member}\` of ${whole}`;
};

const PLACES = { itself: '', item: 'Item of ', value: 'Value in ' } as const;

/** A type that has its name from its owner is best explained by it. */
function nearness(name: string, { owner }: MemberUse): number {
  return name.startsWith(owner) ? owner.length : 0;
}

/** Option of a union without a tag. */
export const optionText: TypeRule = ({ type: { shape }, uses, language }) => {
  const [union] = uses.optionOf;
  if (union === undefined) return undefined;
  const members = shape.kind === 'object' ? shape.members.map(({ name }) => name) : [];
  return `One form of ${aType(language, union)}${members.length === 0 ? '' : `, with ${enumerateNames(members)}`}`;
};

/** Base of other types. */
export const heirsText: TypeRule = ({ uses: { heirs } }) => {
  if (heirs.length === 0) return undefined;
  return heirs.length === 1 ? `Part of ${enumerateNames(heirs)}` : `What ${enumerateNames(heirs)} have in common`;
};
