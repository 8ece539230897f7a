import type { Bookmark } from './bookmark.js';
import type { Page } from './page.js';
import type { PageSource } from './page-source.js';

/** What a reader reads. */
export interface PageReaderParts<T> {
  readonly source: PageSource<T>;
  /** URL of the page to begin with, the first one unless given. */
  readonly start: string | undefined;
  /** Told which page was reached. */
  readonly bookmark: Bookmark;
  /** Whether the next page is asked for while one is read. */
  readonly isAhead: boolean;
}

/**
 * Gets one page after the other. A loop keeps its place here and not in variables of its own: those of a generator
 * live on while it waits, and would keep the last page in memory until the next one has been read.
 */
export class PageReader<T> {
  readonly #source: PageSource<T>;
  readonly #bookmark: Bookmark;
  /** Ends requests that were sent ahead. */
  readonly #ahead: AbortController | undefined;
  #coming: Promise<Page<T>> | undefined;
  #url: string | undefined;
  #hasNext = true;
  #items: readonly T[] = [];
  #index = 0;

  constructor({ source, start, bookmark, isAhead }: PageReaderParts<T>) {
    this.#source = source;
    this.#bookmark = bookmark;
    this.#url = start;
    this.#ahead = isAhead ? new AbortController() : undefined;
  }

  /** Items of the page that was reached, if {@link takeItem} has not given them yet. */
  get hasItems(): boolean {
    return this.#index < this.#items.length;
  }

  /** @returns the next item of the page */
  takeItem(): T {
    this.#bookmark.give(1);
    return this.#items[this.#index++] as T;
  }

  /** @returns the items of the page */
  takePage(): readonly T[] {
    const items = this.#items;
    this.#bookmark.give(items.length);
    this.#release();
    return items;
  }

  /**
   * Goes on to the next page, which may be an empty one. If it fails, the next call asks for it again.
   *
   * @returns whether there is one; a list that polls has none for now if it is empty
   * @throws what a request fails with
   */
  async turn(): Promise<boolean> {
    if (!this.hasItems) this.#release();
    if (!this.#hasNext) return false;
    const coming = this.#coming ?? this.#fetch();
    this.#coming = undefined;
    const page = await coming;
    this.#bookmark.turn(page, this.#url);
    this.#url = page.next;
    this.#hasNext = page.next !== undefined;
    if (this.#ahead !== undefined && this.#hasNext) this.#coming = unheard(this.#fetch());
    this.#items = page.items;
    this.#index = 0;
    return page.items.length > 0 || !this.#source.polls;
  }

  /** Ends what was sent ahead. */
  close(): void {
    this.#ahead?.abort();
  }

  #fetch(): Promise<Page<T>> {
    return this.#source.fetch(this.#url, this.#ahead?.signal);
  }

  #release(): void {
    this.#items = [];
    this.#index = 0;
  }
}

/** A page that nobody waits for yet, and perhaps never will, must not fail unhandled. */
function unheard<R>(work: Promise<R>): Promise<R> {
  work.catch(() => undefined);
  return work;
}
