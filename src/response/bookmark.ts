import type { Page } from './page.js';
import type { ResponseHead } from './response-info.js';

/** Remembers what a list has given out so far, so that it can be gone on with after that. */
export class Bookmark {
  #page: Page<unknown> | undefined;
  #url: string | undefined;
  #given = 0;

  /**
   * A page was reached.
   *
   * @param page - of which nothing was given out yet
   * @param url - of the page, `undefined` for the first one
   */
  turn(page: Page<unknown>, url: string | undefined): void {
    this.#page = page;
    this.#url = url;
    this.#given = 0;
  }

  /** Items of the page were given out. */
  give(count: number): void {
    this.#given += count;
  }

  /** Of the answer that the page came in. */
  get head(): ResponseHead | undefined {
    return this.#page?.head;
  }

  /** URL of the page to go on with: this one until all its items were given out. */
  get url(): string | undefined {
    if (this.#page === undefined) return undefined;
    return this.#given < this.#page.items.length ? this.#url : this.#page.next;
  }
}
