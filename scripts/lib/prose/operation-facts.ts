import type { Shape } from '../model/model.js';
import type { Operation } from '../operations/operation.js';
import { codes, enumerate } from './english.js';
import type { Phrases } from './fill.js';
import type { Language } from './language.js';

/** What choices between sentences depend on. */
export interface OperationFacts {
  /** Words that `when` may mention. */
  readonly facts: ReadonlySet<string>;
  readonly phrases: Phrases;
}

/**
 * Finds what can be said about an operation without knowing what it is about.
 *
 * @param language - to know types and parameters
 * @param operation - the operation
 * @returns facts, and phrases for some of them
 */
export function factsOf(language: Language, operation: Operation): OperationFacts {
  const { verb, answer, parameters, statuses } = operation;
  const names = new Set(parameters.map(({ name }) => name));
  const narrowing = codes(language.words.parameters.narrowing.filter((name) => names.has(name)));
  const holder = holderOf(language, operation);
  const facts: [fact: string, holds: boolean][] = [
    [verb, true],
    [answer.kind, true],
    ['holds', answer.kind === 'value' && holder !== undefined],
    ['paged', names.has('after')],
    ['expand', names.has('expand')],
    ['narrowed', narrowing.length > 0],
    ['sorted', names.has('sortBy')],
    ['activate', names.has('activate')],
    ['later', statuses.some(({ code }) => code === '202')],
  ];
  return {
    facts: new Set(facts.flatMap(([fact, holds]) => (holds ? [fact] : []))),
    phrases: {
      holder: `\`${holder ?? ''}\``,
      narrowing: `${enumerate(narrowing, 'and')} ${narrowing.length === 1 ? 'narrows' : 'narrow'}`,
    },
  };
}

/** The member of an answer that has the items. */
function holderOf({ model }: Language, { answer }: Operation): string | undefined {
  if (answer.kind === 'wrapped-list') return answer.page.items;
  const type = answer.kind === 'value' && answer.type.kind === 'named' ? model.types.get(answer.type.name) : undefined;
  return type && soleList(type.shape);
}

/**
 * The member that an object is there for, if it is there for a list.
 *
 * @param shape - of a type
 * @returns name of the only array among its members
 */
export function soleList(shape: Shape): string | undefined {
  if (shape.kind !== 'object') return undefined;
  const [list, ...others] = shape.members.filter(({ type }) => type.kind === 'array');
  return others.length === 0 ? list?.name : undefined;
}
