import type { Bookmark } from './bookmark.js';
import type { PageSource } from './page-source.js';

/** What a position is in. */
export interface PositionParts<T> {
  readonly source: PageSource<T>;
  /** URL of the page to begin with, the first one unless given. */
  readonly start: string | undefined;
  /** Told what was given out. */
  readonly bookmark: Bookmark;
}

/** A place in a list that moves forward only. Overlapping calls take turns, so that none gets another's item. */
export class Position<T> {
  readonly #source: PageSource<T>;
  readonly #bookmark: Bookmark;
  #next: string | undefined;
  #ended = false;
  #items: readonly T[] = [];
  #index = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor({ source, start, bookmark }: PositionParts<T>) {
    this.#source = source;
    this.#next = start;
    this.#bookmark = bookmark;
  }

  /** @returns the next item, loading pages as needed */
  next(): Promise<IteratorResult<T, undefined>> {
    return this.#inTurn(async () => {
      let page = this.#items;
      while (this.#index >= page.length) {
        if (this.#ended) return { value: undefined, done: true };
        page = await this.#load();
        if (page.length === 0 && this.#source.polls) return { value: undefined, done: true };
      }
      this.#bookmark.give(1);
      return { value: page[this.#index++] as T, done: false };
    });
  }

  /** @returns the next page; an empty array after the last one */
  nextPage(): Promise<readonly T[]> {
    return this.#inTurn(async () => {
      if (this.#ended) return [];
      const page = await this.#load();
      this.#index = page.length;
      this.#bookmark.give(page.length);
      return page;
    });
  }

  async #load(): Promise<readonly T[]> {
    const url = this.#next;
    const page = await this.#source.fetch(url);
    this.#bookmark.turn(page, url);
    this.#items = page.items;
    this.#index = 0;
    this.#next = page.next;
    this.#ended = page.next === undefined;
    return page.items;
  }

  /** A step that fails leaves the place as it was, so the call after it tries the same page again. */
  #inTurn<R>(step: () => Promise<R>): Promise<R> {
    const result = this.#queue.then(step);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}
