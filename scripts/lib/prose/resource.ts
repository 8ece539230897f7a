import { singular } from '../names/words.js';
import type { NameWords } from './name-words.js';
import type { ResourceWords, Words } from './words.js';

/** Something that a path names. */
export interface Resource {
  readonly words: ResourceWords;
  /** Key in `resources.yaml`. */
  readonly path: string;
  /** Request member that tells which one; absent if the path means all, or the only one. */
  readonly parameter: string | undefined;
  /** What it belongs to. */
  readonly parent: Resource | undefined;
}

/** Finds what paths are about. */
export class Resources {
  readonly #dictionary: Words['resources'];
  readonly #names: NameWords;
  readonly #actions: ReadonlySet<string>;
  readonly #known = new Map<string, readonly Resource[]>();

  constructor({ resources, terms }: Words, names: NameWords) {
    this.#dictionary = resources;
    this.#names = names;
    this.#actions = new Set(terms.actions);
  }

  /**
   * What a path names, from the outermost inwards.
   *
   * @param path - with the names of request members as placeholders
   * @returns the last one is what operations on this path work on
   */
  along(path: string): readonly Resource[] {
    const known = this.#known.get(path) ?? this.#find(path);
    this.#known.set(path, known);
    return known;
  }

  #find(path: string): Resource[] {
    const segments = this.#target(path);
    const found: Resource[] = [];
    for (const [index, segment] of segments.entries()) {
      const parameter = placeholder(segment);
      if (parameter === undefined && index < segments.length - 1) continue;
      const key = segments.slice(0, parameter === undefined ? index + 1 : index);
      const path = `/${key.map(starred).join('/')}`;
      const words = this.#dictionary[path] ?? { one: this.#defaultNoun(key, parameter) };
      found.push({ words, path, parameter, parent: found[found.length - 1] });
    }
    return found;
  }

  /**
   * What operations on a path work on.
   *
   * @param path - with the names of request members as placeholders
   * @returns the innermost resource
   */
  at(path: string): Resource {
    const [last] = this.along(path).slice(-1);
    return last ?? { words: { one: 'the org' }, path, parameter: undefined, parent: undefined };
  }

  /**
   * Whether a path ends in something that is done rather than in something that is.
   *
   * @param path - of an operation
   * @returns true for e.g. `…/lifecycle/activate`
   */
  isAction(path: string): boolean {
    return this.#target(path).length < path.split('/').length - 1;
  }

  /** The segments of a path without what is done there. */
  #target(path: string): string[] {
    const [thing = ''] = path.split('/lifecycle/');
    const segments = thing.split('/').slice(1);
    return this.#actions.has(segments[segments.length - 1] ?? '') ? segments.slice(0, -1) : segments;
  }

  #defaultNoun(key: readonly string[], parameter: string | undefined): string {
    const segment = key[key.length - 1] ?? '';
    if (placeholder(segment) !== undefined) return this.#names.phrase(parameter?.replace(/Id$/, '') ?? 'part');
    const phrase = this.#names.phrase(segment);
    if (phrase.endsWith('s')) return singular(phrase);
    return parameter === undefined ? `the ${phrase}` : phrase;
  }
}

function placeholder(segment: string | undefined): string | undefined {
  return segment === undefined ? undefined : /^\{(.+)\}$/.exec(segment)?.[1];
}

function starred(segment: string): string {
  return placeholder(segment) === undefined ? segment : '*';
}
