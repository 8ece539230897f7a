import { type Answer, page } from '../answers/answer.js';
import type { Call } from '../call.js';
import { readSortCursor, writeSortCursor } from './cursor.js';
import type { PagedList } from './limits.js';
import { readLimit } from './read-limit.js';
import { type Order, placeOf, sortedPage } from './sort.js';

/** A list in an order that the request asks for. */
export interface SortedList<T> {
  /** Decides about page sizes. */
  readonly list: PagedList;
  /** All items, in any order. */
  readonly items: Iterable<T>;
  readonly order: Order;
  /** JSON of an item. */
  readonly view: (item: T) => unknown;
}

/**
 * Answers one page of a sorted list.
 *
 * @param call - the request, with `limit` and `after`
 * @param source - the list
 * @returns the page, with links to itself and to the next one
 */
export function listSorted<T extends { readonly id: string }>(call: Call, source: SortedList<T>): Answer {
  const { list, order, view } = source;
  const limit = readLimit(call, list);
  const { items, more } = sortedPage(source.items, order, { after: readSortCursor(call), limit });
  const last = items.at(-1);
  return page(items.map(view), { limit, next: more && last ? writeSortCursor(placeOf(last, order)) : undefined });
}

/**
 * Reads `sortBy` and `sortOrder`.
 *
 * @param call - the request
 * @returns the order, `undefined` if none was asked for; `sortOrder` alone asks for none
 */
export function readOrder({ query }: Call): Order | undefined {
  const by = query.get('sortBy') ?? '';
  if (by === '') return undefined;
  return { by: by.split('.'), descending: query.get('sortOrder')?.toLowerCase() === 'desc' };
}
