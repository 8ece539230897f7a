import { all, type SafeStore } from './safe-store.js';
import type { Eventually } from './store.js';

/** Names of marks, each with the text that it had. */
export type Marked = Readonly<Record<string, string>>;

/** Marks outlive entries by far, because an entry ends with its marks. */
const LEAST_LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * Notices in the store by which all processes know what has changed. A mark is a random text; a change replaces it, and
 * what was stored under the text before is not served any more. A mark that got lost counts as replaced.
 */
export class Marks {
  readonly #store: SafeStore;
  readonly #ttlMs: number | undefined;
  readonly #taking = new Map<string, Promise<string>>();

  /**
   * @param store - shared by everybody who must know
   * @param ttlMs - how long entries live, `undefined` for ever or for a store that finds room by itself
   */
  constructor(store: SafeStore, ttlMs: number | undefined) {
    this.#store = store;
    this.#ttlMs = ttlMs === undefined ? undefined : Math.max(LEAST_LIFE_MS, 4 * ttlMs);
  }

  /**
   * Reads marks and makes those that are missing.
   *
   * @param names - of marks
   * @returns their texts
   */
  async take(names: readonly string[]): Promise<Marked> {
    const texts = await all(names.map((name) => this.#take(name)));
    return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
  }

  /**
   * @param marked - as they were
   * @returns whether none was replaced since
   */
  hold(marked: Marked): Eventually<boolean> {
    const pending: PromiseLike<boolean>[] = [];
    for (const name in marked) {
      const text = this.#store.get(name);
      if (typeof text === 'object') pending.push(text.then((later) => later === marked[name]));
      else if (text !== marked[name]) return false;
    }
    return pending.length === 0 || Promise.all(pending).then((same) => same.every(Boolean));
  }

  /**
   * Replaces marks.
   *
   * @param names - of marks
   * @returns whether the store took all of them
   */
  async replace(names: readonly string[]): Promise<boolean> {
    for (const name of names) this.#taking.delete(name);
    const taken = await all(names.map((name) => this.#store.set(name, newText(), this.#ttlMs)));
    return taken.every(Boolean);
  }

  /** Those who take a mark at the same time get the same text, or one would outdate what the other stores. */
  #take(name: string): Eventually<string> {
    const running = this.#taking.get(name);
    if (running !== undefined) return running;
    const text = this.#store.get(name);
    if (typeof text === 'string') return text;
    if (text === undefined) return this.#make(name);
    const taking = Promise.resolve(text)
      .then((found) => found ?? this.#make(name))
      .finally(() => {
        if (this.#taking.get(name) === taking) this.#taking.delete(name);
      });
    this.#taking.set(name, taking);
    return taking;
  }

  #make(name: string): Eventually<string> {
    const text = newText();
    const taken = this.#store.set(name, text, this.#ttlMs);
    return typeof taken === 'boolean' ? text : taken.then(() => text);
  }
}

/** Not by the clock's chance: two processes, or two tests, must never come to the same text. */
function newText(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('.');
}
