import type { Collection } from '../response/collection.js';
import type { WithResponse } from './api-promise.js';

/**
 * What a list method returns: awaited, it gives the {@link Collection} (or, where Okta wraps a list in an object, that
 * object); used in `for await`, it gives the items of all pages. Nothing is sent before one of both happens.
 *
 * @example
 * ```ts
 * for await (const group of groupApi.listGroups()) console.log(group.id);
 * const collection = await groupApi.listGroups();
 * ```
 */
export interface ListPromise<Awaited, Item> extends Promise<Awaited>, AsyncIterable<Item> {
  /**
   * Gets the first page now.
   *
   * @returns the list, which does not ask for that page again, together with status, headers, request id and rate limit
   * of its answer; {@link Collection.response} tells about later pages
   */
  withResponse(): Promise<WithResponse<Awaited>>;
}

/** The two sides of a list. */
export interface ListSides<A, T> {
  /** Called at the first `then`, `catch` or `finally`, so that an unused side can neither send nor fail unseen. */
  readonly start: () => Promise<A>;
  /** Called for `withResponse`. */
  readonly first: () => Promise<WithResponse<A>>;
  /** Called when iteration begins. */
  readonly iterate: () => AsyncIterator<T>;
}

/**
 * Makes a {@link ListPromise}.
 *
 * @param sides - what awaiting and iterating give
 * @returns the promise
 */
export function listPromise<A, T>({ start, first, iterate }: ListSides<A, T>): ListPromise<A, T> {
  let started: Promise<A> | undefined;
  const promise = () => {
    started ??= start();
    return started;
  };
  return {
    [Symbol.toStringTag]: 'ListPromise',
    then: (onValue, onError) => promise().then(onValue, onError),
    catch: (onError) => promise().catch(onError),
    finally: (onEnd) => promise().finally(onEnd),
    withResponse: first,
    [Symbol.asyncIterator]: iterate,
  };
}
