import { type Note, Table } from './table.js';

/** Stands between the two ids of a pair; no id contains it. */
const SEPARATOR = '\n';

/**
 * A many-to-many relation between ids with a value for each pair, walkable from both sides, e.g. group to user.
 *
 * @example
 * ```ts
 * members.set(groupId, userId, true);
 * for (const userId of members.rights(groupId)) …
 * for (const groupId of members.lefts(userId)) …
 * ```
 */
export class Relation<V> {
  readonly #pairs: Table<V>;
  readonly #reverse: Table<string>;

  constructor(pairs: Table<V> = new Table(), reverse: Table<string> = new Table()) {
    this.#pairs = pairs;
    this.#reverse = reverse;
  }

  /**
   * @param left - id of the left side
   * @param right - id of the right side
   * @returns the value of the pair, `undefined` if the two are not related
   */
  get(left: string, right: string): V | undefined {
    return this.#pairs.get(join(left, right));
  }

  /**
   * Relates two ids, or replaces the value of the pair.
   *
   * @param left - id of the left side
   * @param right - id of the right side
   * @param value - not to be changed afterwards
   */
  set(left: string, right: string, value: V): void {
    this.#pairs.set(join(left, right), value);
    this.#reverse.set(join(right, left), left);
  }

  /**
   * @param left - id of the left side
   * @param right - id of the right side
   * @returns whether the two were related
   */
  delete(left: string, right: string): boolean {
    this.#reverse.delete(join(right, left));
    return this.#pairs.delete(join(left, right));
  }

  /**
   * @param left - id of the left side
   * @param after - only ids behind this one
   * @returns ids of the right side, in order
   */
  *rights(left: string, after?: string): Generator<string, void, undefined> {
    const prefix = join(left, '');
    for (const key of this.#pairs.keys(rangeOf(left, after))) yield key.slice(prefix.length);
  }

  /**
   * @param right - id of the right side
   * @param after - only ids behind this one
   * @returns ids of the left side, in order
   */
  lefts(right: string, after?: string): Generator<string, void, undefined> {
    return this.#reverse.values(rangeOf(right, after));
  }

  /**
   * @param left - id of the left side
   * @param after - only values of ids behind this one
   * @returns values of its pairs, in the order of the right ids
   */
  values(left: string, after?: string): Generator<V, void, undefined> {
    return this.#pairs.values(rangeOf(left, after));
  }

  /**
   * @param left - id of the left side
   * @returns how many ids it is related to
   */
  count(left: string): number {
    return this.#pairs.count(rangeOf(left));
  }

  /**
   * @param right - id of the right side
   * @returns how many ids it is related to
   */
  countLefts(right: string): number {
    return this.#reverse.count(rangeOf(right));
  }

  /**
   * @param beginning - of the left sides
   * @returns left and right of each pair whose left side starts like this
   */
  *pairsFrom(beginning: string): Generator<readonly [left: string, right: string], void, undefined> {
    for (const key of this.#pairs.keys({ prefix: beginning })) {
      const at = key.indexOf(SEPARATOR);
      yield [key.slice(0, at), key.slice(at + 1)];
    }
  }

  /**
   * @returns keys, which name both sides, and values
   */
  entries(): Generator<readonly [key: string, value: V], void, undefined> {
    return this.#pairs.entries();
  }

  /**
   * @returns the number of all pairs
   */
  size(): number {
    return this.#pairs.count();
  }

  /**
   * @param note - told of every change from now on, by keys as in {@link Relation.entries}; `undefined` for nobody
   */
  observe(note: Note | undefined): void {
    this.#pairs.observe(note);
  }

  /**
   * Puts a noted change back.
   *
   * @param key - names both sides
   * @param text - JSON of the value; `undefined` to delete the pair
   */
  restore(key: string, text: string | undefined): void {
    const at = key.indexOf(SEPARATOR);
    const [left, right] = [key.slice(0, at), key.slice(at + 1)];
    this.#pairs.restore(key, text);
    if (text === undefined) this.#reverse.delete(join(right, left));
    else this.#reverse.set(join(right, left), left);
  }

  /**
   * @returns an independent relation of the same content
   */
  fork(): Relation<V> {
    return new Relation(this.#pairs.fork(), this.#reverse.fork());
  }
}

function join(one: string, other: string): string {
  return one + SEPARATOR + other;
}

function rangeOf(one: string, after?: string) {
  return { prefix: join(one, ''), after: after === undefined ? undefined : join(one, after) };
}
