/** A value that was read from a file and is parsed when somebody looks at it: opening 100,000 users parses none. */
export class Folded<V> {
  #text: string | undefined;
  #value: V | undefined;

  /**
   * @param text - JSON of an object
   */
  constructor(text: string) {
    this.#text = text;
  }

  /**
   * @returns the value, always the same one
   */
  unfold(): V {
    if (this.#text !== undefined) this.#value = JSON.parse(this.#text);
    this.#text = undefined;
    return this.#value as V;
  }
}

/**
 * @param text - JSON
 * @returns its value; objects are folded
 */
export function foldedFrom<V>(text: string): V | Folded<V> {
  return text.startsWith('{') || text.startsWith('[') ? new Folded<V>(text) : JSON.parse(text);
}
