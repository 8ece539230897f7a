import { Bookmark } from './bookmark.js';
import { PageReader } from './page-reader.js';
import type { PageSource } from './page-source.js';
import { Position } from './position.js';
import { type ResponseInfo, responseInfo } from './response-info.js';
import { type Subscription, type SubscriptionOptions, subscribe } from './subscription.js';

/** What an `each` callback may answer: `false`, or a promise of it, ends the iteration. */
export type EachResult = unknown;

/**
 * A list that is fetched page by page, as it is read. Nothing is sent before the first item is asked for, and no more
 * pages than are needed.
 *
 * Every loop (`for await`, `each`, `pages`, `toArray`, `first`) begins at the first item. `next` and `getNextPage`
 * share one position of their own.
 *
 * @example
 * ```ts
 * for await (const user of await userApi.listUsers()) console.log(user.id);
 * ```
 * @see https://developer.okta.com/docs/api/#pagination
 */
export class Collection<T> implements AsyncIterable<T> {
  readonly #source: PageSource<T>;
  readonly #start: string | undefined;
  readonly #bookmark = new Bookmark();
  readonly #position: Position<T>;

  /**
   * @param source - of the pages
   * @param start - URL of the page to begin with, the first one unless given
   */
  constructor(source: PageSource<T>, start?: string) {
    this.#source = source;
    this.#start = start;
    this.#position = new Position(this.#reader(false));
  }

  /**
   * Where to go on after everything that was given out so far, perhaps tomorrow and in another process: the next page
   * once all items of a page were given out, before that the page itself. So what is read from there may repeat items
   * of one page, but leaves none out. A path of the org with its query, which holds no credential. With several loops,
   * that of the one that moved last.
   *
   * `undefined` before the first page was read, and after the last one: there is nothing left then.
   *
   * @example
   * ```ts
   * const users = (await userApi.listUsers()).from(await load());
   * for await (const page of users.pages()) {
   *   await store(page);
   *   await save(users.cursor);
   * }
   * ```
   */
  get cursor(): string | undefined {
    const { url } = this.#bookmark;
    if (url === undefined) return undefined;
    const { pathname, search } = new URL(url);
    return pathname + search;
  }

  /**
   * Status, headers, request id and rate limit of the page that was read last; `undefined` before the first one.
   *
   * @example `const left = users.response?.rateLimit?.remaining;`
   */
  get response(): ResponseInfo | undefined {
    const { head } = this.#bookmark;
    return head && responseInfo(head);
  }

  /**
   * The rest of the list behind a cursor.
   *
   * @param cursor - from {@link Collection.cursor} of a list of the same operation; `undefined` for the whole list
   * @returns a list that begins there
   * @throws {@link ParameterError} for a cursor that leads out of the org
   * @example `for await (const user of (await userApi.listUsers()).from(cursor)) …`
   */
  from(cursor: string | undefined): Collection<T> {
    return new Collection(this.#source, cursor === undefined ? undefined : this.#source.locate(cursor));
  }

  /**
   * Visits every item, one after the other; a promise that the callback returns is awaited.
   *
   * @param visit - called with each item; `false` or a promise of it ends the iteration, a rejection passes through
   * @returns a promise for the end of the iteration
   * @throws what a page fails with ({@link OktaApiError}, {@link ConnectionError}, …), or what the callback throws
   * @example `await (await userApi.listUsers()).each((user) => console.log(user.id));`
   */
  async each(visit: (item: T) => EachResult): Promise<void> {
    for await (const item of this) if ((await visit(item)) === false) return;
  }

  /**
   * Iterates over all items from the first one.
   *
   * @returns an iterator of its own
   * @throws as {@link Collection.each}
   * @example `for await (const user of collection) …`
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    const reader = this.#reader(this.#source.prefetch);
    try {
      while (await reader.turn()) while (reader.hasItems) yield reader.takeItem();
    } finally {
      reader.close();
    }
  }

  /**
   * Iterates over pages that have items.
   *
   * @returns an iterator of arrays, each as the service sent it
   * @throws as {@link Collection.each}
   * @example `for await (const users of collection.pages()) await insert(users);`
   */
  async *pages(): AsyncGenerator<readonly T[], void, undefined> {
    const reader = this.#reader(this.#source.prefetch);
    try {
      while (await reader.turn()) if (reader.hasItems) yield reader.takePage();
    } finally {
      reader.close();
    }
  }

  #reader(prefetch: boolean): PageReader<T> {
    const isAhead = prefetch && !this.#source.polls;
    return new PageReader({ source: this.#source, start: this.#start, bookmark: this.#bookmark, isAhead });
  }

  /**
   * Collects items into an array.
   *
   * @param options - `limit`: at most so many items, all of them unless given
   * @returns the items
   * @throws as {@link Collection.each}
   * @example `const some = await collection.toArray({ limit: 500 });`
   */
  async toArray({ limit = Number.POSITIVE_INFINITY }: { limit?: number } = {}): Promise<T[]> {
    const items: T[] = [];
    if (limit <= 0) return items;
    for await (const page of this.pages()) {
      for (const item of page.slice(0, limit - items.length)) items.push(item);
      if (items.length >= limit) break;
    }
    return items;
  }

  /**
   * The first item.
   *
   * @returns the item, or `undefined` if the list is empty
   * @throws as {@link Collection.each}
   * @example `const user = await (await userApi.listUsers({ search })).first();`
   */
  async first(): Promise<T | undefined> {
    const [item] = await this.toArray({ limit: 1 });
    return item;
  }

  /**
   * The item after the one that the last call of `next` gave. Calls that overlap get different items.
   *
   * @returns `{ value, done: false }`, or `{ value: undefined, done: true }` after the last item
   * @throws as {@link Collection.each}
   * @example `const { value, done } = await collection.next();`
   */
  next(): Promise<IteratorResult<T, undefined>> {
    return this.#position.next();
  }

  /**
   * The page after the one that the last call gave, empty ones included. Items that `next` has not given yet are
   * skipped.
   *
   * @returns the items; an empty array after the last page
   * @throws as {@link Collection.each}
   * @example `const page = await collection.getNextPage();`
   */
  getNextPage(): Promise<readonly T[]> {
    return this.#position.nextPage();
  }

  /**
   * Reads all items and goes on asking for new ones, as the System Log allows.
   *
   * @param options - callbacks, and the pause in milliseconds when there is nothing new (5,000 unless given)
   * @returns a handle that ends it
   * @example
   * ```ts
   * const subscription = (await systemLogApi.listLogEvents({ since })).subscribe({ next: (event) => store(event) });
   * subscription.unsubscribe();
   * ```
   * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SystemLog/
   */
  subscribe(options: SubscriptionOptions<T>): Subscription {
    return subscribe(this.#source, options);
  }
}
