import type { Model, ObjectShape } from '../model/model.js';
import { enumerateNames } from './enumerate-names.js';
import { aType, type TypeFacts, type TypeRule } from './type-rule.js';

/** Bases of what is a link. */
const LINKS: ReadonlySet<string> = new Set(['HrefObject', 'LogStreamLinkObject']);

/** What is known by being `_links` or `_embedded` of something, or by being a link. */
export const linksText: TypeRule = (facts) => {
  const { shape, name } = facts.type;
  if (shape.kind !== 'object') return undefined;
  const owner = facts.uses.members.find(({ member }) => member === '_links' || member === '_embedded');
  if (owner === undefined && !/^Links|Links$/.test(name)) return linkText(facts, shape);
  const own = memberNames(facts.language.model, shape);
  if (owner === undefined) return `${own.length === 1 ? 'Link' : 'Links'} ${enumerateNames(own)}`;
  const place = aType(facts.language, owner.owner);
  const subject = owner.member === '_embedded' ? `Embedded in ${place}` : `Links of ${place}`;
  return own.length === 0 ? subject : `${subject}: ${enumerateNames(own)}`;
};

function linkText({ uses }: TypeFacts, { bases, members }: ObjectShape): string | undefined {
  const [use] = uses.members;
  const isLink = bases.some((base) => LINKS.has(base)) || members.some(({ name }) => name === 'href');
  return isLink && use !== undefined ? `Link \`${use.member}\`` : undefined;
}

/** Own ones first. */
function memberNames(model: Model, { members, bases }: ObjectShape): string[] {
  const inherited = bases.flatMap((base) => {
    const shape = model.types.get(base)?.shape;
    return shape?.kind === 'object' ? memberNames(model, shape) : [];
  });
  return [...members.map(({ name }) => name), ...inherited];
}
