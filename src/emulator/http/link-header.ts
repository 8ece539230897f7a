import type { Paging } from '../answers/answer.js';

/** The list that is paged. */
export interface ListAddress {
  /** Scheme, host, port and path. */
  readonly href: string;
  readonly query: URLSearchParams;
}

/**
 * Writes the `Link` headers of a list.
 *
 * @param list - address of the request
 * @param paging - page size and cursor of the next page
 * @returns one value for each header line: `self`, and `next` if there is a next page
 * @see https://developer.okta.com/docs/api/#pagination and RFC 8288
 */
export function linkLines(list: ListAddress, { limit, next, drop = [] }: Paging): string[] {
  const self = linkTo(list, { limit: String(limit) }, 'self');
  if (next === undefined) return [self];
  return [self, linkTo(without(list, drop), { limit: String(limit), after: next }, 'next')];
}

/** Parameters are sorted by name, as recorded. */
function linkTo({ href, query }: ListAddress, changes: Readonly<Record<string, string>>, rel: string): string {
  const target = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) target.set(name, value);
  target.sort();
  return `<${href}?${target}>; rel="${rel}"`;
}

function without({ href, query }: ListAddress, names: readonly string[]): ListAddress {
  return { href, query: new URLSearchParams([...query].filter(([name]) => !names.includes(name))) };
}
