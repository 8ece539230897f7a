import { Folded, foldedFrom } from './folded.js';
import { boundsOf, lowerBound, type Range } from './range.js';

/** A run of neighbouring entries. Written only by the table that owns it, copied by every other. */
interface Leaf<V> {
  readonly owner: object;
  readonly keys: string[];
  readonly values: (V | Folded<V>)[];
}

/** Part of a leaf: from one index up to, not including, another. */
interface Span<V> {
  readonly leaf: Leaf<V>;
  readonly from: number;
  readonly to: number;
}

/** Told of every change, in order; `undefined` for an entry that is deleted. */
export type Note = (key: string, value: unknown) => void;

const LEAF_SIZE = 256;

/**
 * A map sorted by key that walks from any key on, and forks without copying its content: forks share their leaves until
 * one of them writes. Both are what the emulator lives on: a page of 100,000 users starts at its cursor at once, and a
 * reset takes the seeded org back by forking it.
 *
 * Values must not be changed in place, as forks share them. Do not write while walking.
 *
 * @example
 * ```ts
 * const users = new Table<User>();
 * users.set(user.id, user);
 * for (const next of users.values({ after: user.id })) …
 * ```
 */
export class Table<V> {
  #leaves: Leaf<V>[] = [];
  #owner: object = {};
  #note: Note | undefined;

  /**
   * @param key - exact key
   * @returns its value, or `undefined`
   */
  get(key: string): V | undefined {
    const leaf = this.#leaves[this.#indexFor(key)];
    if (leaf === undefined) return undefined;
    const at = lowerBound(leaf.keys, key);
    return leaf.keys[at] === key ? valueAt(leaf, at) : undefined;
  }

  /**
   * Adds an entry, or replaces the value of one.
   *
   * @param key - any text that does not begin with U+FFFF
   * @param value - not to be changed afterwards
   */
  set(key: string, value: V): void {
    this.#note?.(key, value);
    this.#put(key, value);
  }

  #put(key: string, value: V | Folded<V>): void {
    const index = this.#indexFor(key);
    const leaf = this.#writable(index);
    const at = lowerBound(leaf.keys, key);
    if (leaf.keys[at] === key) {
      leaf.values[at] = value;
      return;
    }
    leaf.keys.splice(at, 0, key);
    leaf.values.splice(at, 0, value);
    if (leaf.keys.length > LEAF_SIZE) this.#split(index, at);
  }

  /**
   * @param key - exact key
   * @returns whether there was such an entry
   */
  delete(key: string): boolean {
    const index = this.#indexFor(key);
    const found = this.#leaves[index];
    if (found === undefined) return false;
    const at = lowerBound(found.keys, key);
    if (found.keys[at] !== key) return false;
    this.#note?.(key, undefined);
    const leaf = this.#writable(index);
    leaf.keys.splice(at, 1);
    leaf.values.splice(at, 1);
    if (leaf.keys.length === 0) this.#leaves.splice(index, 1);
    return true;
  }

  /**
   * @param range - the part to walk; everything if left out
   * @returns the keys in order
   */
  *keys(range: Range = {}): Generator<string, void, undefined> {
    for (const { leaf, from, to } of this.#spans(range)) {
      for (let step = 0; step < to - from; step++) yield leaf.keys[range.backwards ? to - 1 - step : from + step] ?? '';
    }
  }

  /**
   * @param range - the part to walk; everything if left out
   * @returns the values in the order of their keys
   */
  *values(range: Range = {}): Generator<V, void, undefined> {
    for (const { leaf, from, to } of this.#spans(range)) {
      for (let step = 0; step < to - from; step++) yield valueAt(leaf, range.backwards ? to - 1 - step : from + step);
    }
  }

  /**
   * @param range - the part to walk; everything if left out
   * @returns keys and values in the order of the keys
   */
  *entries(range: Range = {}): Generator<readonly [key: string, value: V], void, undefined> {
    for (const { leaf, from, to } of this.#spans(range)) {
      for (let at = from; at < to; at++) yield [leaf.keys[at] ?? '', valueAt(leaf, at)];
    }
  }

  /**
   * @returns the entry with the highest key, `undefined` if there is none
   */
  last(): readonly [key: string, value: V] | undefined {
    const leaf = this.#leaves.at(-1);
    const key = leaf?.keys.at(-1);
    return leaf === undefined || key === undefined ? undefined : [key, valueAt(leaf, leaf.keys.length - 1)];
  }

  /**
   * @returns the number of all entries
   */
  size(): number {
    return this.count();
  }

  /**
   * @param note - told of every change from now on, forks excepted; `undefined` for nobody
   */
  observe(note: Note | undefined): void {
    this.#note = note;
  }

  /**
   * @param range - the part to count; everything if left out
   * @returns the number of entries, found without looking at each
   */
  count(range: Range = {}): number {
    let count = 0;
    for (const { from, to } of this.#spans(range)) count += Math.max(0, to - from);
    return count;
  }

  /**
   * Puts a noted change back.
   *
   * @param key - exact key
   * @param text - JSON of the value; `undefined` to delete the entry
   */
  restore(key: string, text: string | undefined): void {
    if (text === undefined) this.delete(key);
    else this.#put(key, foldedFrom<V>(text));
  }

  /**
   * @returns an independent table of the same content
   */
  fork(): Table<V> {
    const twin = new Table<V>();
    twin.#leaves = [...this.#leaves];
    this.#owner = {};
    return twin;
  }

  /** Index of the only leaf that may hold the key. */
  #indexFor(key: string): number {
    let low = 0;
    let high = this.#leaves.length;
    // Most of what is new comes last.
    if ((this.#leaves[high - 1]?.keys[0] ?? key) <= key) return Math.max(0, high - 1);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#leaves[middle]?.keys[0] ?? '') <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  #writable(index: number): Leaf<V> {
    const leaf = this.#leaves[index];
    if (leaf?.owner === this.#owner) return leaf;
    const copy = { owner: this.#owner, keys: [...(leaf?.keys ?? [])], values: [...(leaf?.values ?? [])] };
    this.#leaves[index] = copy;
    return copy;
  }

  /** Cuts an overfull leaf: in halves, or behind its last entry if that was appended, so that growing leaves are full. */
  #split(index: number, at: number): void {
    const leaf = this.#writable(index);
    const cut = at === LEAF_SIZE ? LEAF_SIZE : LEAF_SIZE >>> 1;
    const right = { owner: this.#owner, keys: leaf.keys.splice(cut), values: leaf.values.splice(cut) };
    this.#leaves.splice(index + 1, 0, right);
  }

  *#spans(range: Range): Generator<Span<V>, void, undefined> {
    const { low, high } = boundsOf(range);
    const first = this.#indexFor(low);
    const last = this.#indexFor(high);
    for (let step = 0; step <= last - first; step++) {
      const index = range.backwards ? last - step : first + step;
      const leaf = this.#leaves[index];
      if (leaf === undefined) return;
      const from = index === first ? lowerBound(leaf.keys, low) : 0;
      yield { leaf, from, to: index === last ? lowerBound(leaf.keys, high) : leaf.keys.length };
    }
  }
}

function valueAt<V>({ values }: Leaf<V>, at: number): V {
  const value = values[at];
  return value instanceof Folded ? value.unfold() : (value as V);
}
