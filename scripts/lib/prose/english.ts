import type { Terms } from './words.js';

/** Letters whose names begin with a vowel: an SMS, but a JWK. */
const VOWEL_NAMES = /^[AEFHILMNORSX]/;

/** The little grammar that texts need. */
export class English {
  readonly #articles: Terms['articles'];

  constructor({ articles }: Terms) {
    this.#articles = articles;
  }

  /**
   * A phrase with the indefinite article that fits.
   *
   * @param phrase - a noun phrase; what begins with `the` stays as it is
   * @returns e.g. `an SMS template`
   */
  a(phrase: string): string {
    if (phrase.startsWith('the ')) return phrase;
    const [word = ''] = /[A-Za-z0-9]+(?:-[a-z]+)?/.exec(phrase) ?? [];
    return `${this.articleOf(word)} ${phrase}`;
  }

  /**
   * The indefinite article before a word.
   *
   * @param word - the word that follows
   * @returns `a` or `an`
   */
  articleOf(word: string): string {
    const known = this.#articles[word.toLowerCase()];
    if (known !== undefined) return known;
    const isAcronym = word.length > 1 && word === word.toUpperCase();
    return (isAcronym ? VOWEL_NAMES : /^[aeiou]/i).test(word) ? 'an' : 'a';
  }
}

/**
 * Regular plural of the last word of a noun phrase.
 *
 * @param noun - singular
 * @returns plural
 */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/**
 * An enumeration.
 *
 * @param items - at least one
 * @param conjunction - before the last one
 * @returns e.g. `a, b and c`
 */
export function enumerate(items: readonly string[], conjunction: 'and' | 'or'): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/**
 * Members or parameters as code.
 *
 * @param names - identifiers
 * @returns each in backticks
 */
export function codes(names: readonly string[]): string[] {
  return names.map((name) => `\`${name}\``);
}

/**
 * A text as the beginning of a sentence.
 *
 * @param text - any text
 * @returns with its first letter in upper case
 */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
