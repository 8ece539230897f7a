import { type Answer, page } from '../answers/answer.js';
import type { Call } from '../call.js';
import { readIdCursor } from './cursor.js';
import { cut } from './cut.js';
import type { PagedList } from './limits.js';
import { readLimit } from './read-limit.js';

/** A list in the order of its ids. */
export interface IdList<T> {
  /** Decides about page sizes. */
  readonly list: PagedList;
  /** Items behind an id, in order; all of them if it is left out. */
  readonly itemsAfter: (id: string | undefined) => Iterable<T>;
  /** Whether there is an item of this id now. */
  readonly exists: (id: string) => boolean;
  /** What stands in front of the id in the cursors of this list. */
  readonly mark?: string;
  /** JSON of an item. */
  readonly view: (item: T) => unknown;
}

/**
 * Answers one page of a list in the order of ids.
 *
 * @param call - the request, with `limit` and `after`
 * @param source - the list
 * @returns the page, with links to itself and to the next one
 */
export function listById<T extends { readonly id: string }>(call: Call, source: IdList<T>): Answer {
  const { list, itemsAfter, exists, mark = '', view } = source;
  const limit = readLimit(call, list);
  const { items, more } = cut(itemsAfter(readIdCursor(call, { mark, exists })), limit);
  const last = items.at(-1);
  return page(items.map(view), { limit, next: more && last ? mark + last.id : undefined });
}
