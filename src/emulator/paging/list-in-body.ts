import { type Answer, ok } from '../answers/answer.js';
import type { Call } from '../call.js';
import { readIdCursor } from './cursor.js';
import { cut } from './cut.js';
import type { PagedList } from './limits.js';
import { readLimit } from './read-limit.js';

/** A list whose answer is an object that holds the items and the address of the next page. */
export interface BodyList<T> {
  /** Decides about page sizes. */
  readonly list: PagedList;
  /** Member that holds the items. */
  readonly member: string;
  /** Items behind an id, in order; all of them if it is left out. */
  readonly itemsAfter: (id: string | undefined) => Iterable<T>;
  /** Whether there is an item of this id now. */
  readonly exists: (id: string) => boolean;
  /** JSON of an item. */
  readonly view: (item: T) => unknown;
  /** Links beside the one to the next page. */
  readonly links?: Readonly<Record<string, unknown>>;
}

/**
 * Answers one page of a list whose links stand in the body.
 *
 * @param call - the request, with `limit` and `after`
 * @param source - the list
 * @returns the page
 */
export function listInBody<T extends { readonly id: string }>(call: Call, source: BodyList<T>): Answer {
  const { list, member, itemsAfter, exists, view, links = {} } = source;
  const { items, more } = cut(itemsAfter(readIdCursor(call, { mark: '', exists })), readLimit(call, list));
  const last = items.at(-1);
  const next = more && last ? { next: { href: nextAddress(call, last.id) } } : {};
  return ok({ [member]: items.map(view), _links: { ...links, ...next } });
}

function nextAddress({ origin, uri, query }: Call, after: string): string {
  const parameters = new URLSearchParams(query);
  parameters.set('after', after);
  parameters.sort();
  return `${origin}${uri}?${parameters}`;
}
