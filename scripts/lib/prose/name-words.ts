import { words } from '../names/words.js';
import type { Terms } from './words.js';

/** Words of names, written as in a text. */
export class NameWords {
  readonly #spellings: ReadonlyMap<string, string>;
  readonly #longest: number;

  constructor({ spellings }: Terms) {
    this.#spellings = new Map(Object.entries(spellings));
    this.#longest = Math.max(0, ...[...this.#spellings.keys()].map((part) => part.length));
  }

  /**
   * The words of a name.
   *
   * @param name - camel case, kebab case or snake case
   * @returns e.g. `OAuth 2.0 client secret`
   */
  phrase(name: string): string {
    const written: string[] = [];
    for (let rest = trimmed(name); rest !== ''; ) {
      const start = this.#start(rest);
      written.push(this.#spellings.get(start) ?? start.toLowerCase());
      rest = trimmed(rest.slice(start.length));
    }
    return written.join(' ');
  }

  /**
   * The first word of a name.
   *
   * @param name - camel case, kebab case or snake case
   * @returns as it stands there
   */
  first(name: string): string {
    return this.#start(trimmed(name));
  }

  /** A known part if there is one, a whole word of camel case else. */
  #start(text: string): string {
    for (let length = Math.min(text.length, this.#longest); length > 0; length--) {
      const start = text.slice(0, length);
      if (this.#spellings.has(start) && !/[a-z]/.test(text.charAt(length))) return start;
    }
    const [part = text] = text.split(/[^A-Za-z0-9]/, 1);
    const [word = part] = words(part);
    return word;
  }
}

function trimmed(text: string): string {
  return text.replace(/^[^A-Za-z0-9]+/, '');
}
