import type { BulkSource } from './work.js';

/** An item and its place. */
export interface Taken<T> {
  readonly item: T;
  readonly index: number;
}

/** Items of any source, asked for one after the other. */
export class Source<T> {
  readonly #iterator: Iterator<T> | AsyncIterator<T>;
  #index = 0;
  #ended = false;
  #asking = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param items - anything that can be iterated over */
  constructor(items: BulkSource<T>) {
    this.#iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  }

  /** @returns the next item, `undefined` after the last one; calls that overlap take turns */
  next(): Promise<Taken<T> | undefined> {
    const taken = this.#turn.then(() => this.#take());
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  /** Ends a source that has more, e.g. a generator that holds a file open. One that is slow to answer is not awaited. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    const closed = Promise.resolve(this.#iterator.return?.());
    if (this.#asking === 0) await closed;
    else closed.catch(() => undefined);
  }

  async #take(): Promise<Taken<T> | undefined> {
    if (this.#ended) return undefined;
    this.#asking += 1;
    try {
      const { value, done } = await this.#iterator.next();
      if (done !== true) return { item: value, index: this.#index++ };
      this.#ended = true;
      return undefined;
    } catch (error) {
      this.#ended = true;
      throw error;
    } finally {
      this.#asking -= 1;
    }
  }
}
