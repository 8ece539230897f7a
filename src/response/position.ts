import type { PageReader } from './page-reader.js';

/** A place in a list that moves forward only. Overlapping calls take turns, so that none gets another's item. */
export class Position<T> {
  readonly #reader: PageReader<T>;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param reader - that nobody else reads by; if a page of it fails, it is where it was, so the next call tries again */
  constructor(reader: PageReader<T>) {
    this.#reader = reader;
  }

  /** @returns the next item, loading pages as needed */
  next(): Promise<IteratorResult<T, undefined>> {
    return this.#inTurn(async () => {
      while (!this.#reader.hasItems) if (!(await this.#reader.turn())) return { value: undefined, done: true };
      return { value: this.#reader.takeItem(), done: false };
    });
  }

  /** @returns the next page; an empty array after the last one */
  nextPage(): Promise<readonly T[]> {
    return this.#inTurn(async () => ((await this.#reader.turn()) ? this.#reader.takePage() : []));
  }

  #inTurn<R>(step: () => Promise<R>): Promise<R> {
    const result = this.#queue.then(step);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}
