import type { Page } from './page.js';
import type { PageSource } from './page-source.js';
import { Position } from './position.js';
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
  readonly #position: Position<T>;

  constructor(source: PageSource<T>) {
    this.#source = source;
    this.#position = new Position(source);
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
    for await (const page of this.pages()) yield* page;
  }

  /**
   * Iterates over pages that have items.
   *
   * @returns an iterator of arrays, each as the service sent it
   * @throws as {@link Collection.each}
   * @example `for await (const users of collection.pages()) await insert(users);`
   */
  async *pages(): AsyncGenerator<readonly T[], void, undefined> {
    let url: string | undefined;
    do {
      const page: Page<T> = await this.#source.fetch(url);
      if (page.items.length > 0) yield page.items;
      else if (this.#source.polls) return;
      url = page.next;
    } while (url !== undefined);
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
