import type { Page } from './page.js';
import type { ResponseHead } from './response-info.js';

/** Remembers what a list has given out so far, so that it can be gone on with after that. Keeps no items. */
export class Bookmark {
  #head: ResponseHead | undefined;
  /** URL of the page. */
  #url: string | undefined;
  /** URL of the one after it. */
  #next: string | undefined;
  /** Items of the page that were not given out. */
  #left = 0;

  /**
   * A page was reached.
   *
   * @param page - of which nothing was given out yet
   * @param url - of the page, `undefined` for the first one
   */
  turn(page: Page<unknown>, url: string | undefined): void {
    this.#head = page.head;
    this.#url = url;
    this.#next = page.next;
    this.#left = page.items.length;
  }

  /** Items of the page were given out. */
  give(count: number): void {
    this.#left -= count;
  }

  /** Of the answer that the page came in. */
  get head(): ResponseHead | undefined {
    return this.#head;
  }

  /** URL of the page to go on with: this one until all its items were given out. */
  get url(): string | undefined {
    return this.#left > 0 ? this.#url : this.#next;
  }
}
