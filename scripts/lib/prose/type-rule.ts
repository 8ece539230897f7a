import type { NamedType } from '../model/model.js';
import type { Language } from './language.js';
import type { TypeUses } from './type-uses.js';

/** What rules know about a type. */
export interface TypeFacts {
  readonly type: NamedType;
  readonly uses: TypeUses;
  readonly language: Language;
}

/** Writes a sentence about a type, without its full stop, if it has something to say. */
export type TypeRule = (facts: TypeFacts) => string | undefined;

/**
 * A type's name with its article.
 *
 * @param language - for the article
 * @param name - of a type
 * @returns e.g. `` an `Application` ``
 */
export function aType({ english, names }: Language, name: string): string {
  return `${english.articleOf(names.first(name))} \`${name}\``;
}
