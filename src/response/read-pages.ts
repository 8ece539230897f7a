import type { Page } from './page.js';
import type { PageSource } from './page-source.js';

/** A page and where it was. */
export interface Located<T> {
  readonly page: Page<T>;
  /** `undefined` for the first one. */
  readonly url: string | undefined;
}

/**
 * Gets one page after the other.
 *
 * @param source - of the pages
 * @param start - URL of the page to begin with, the first one unless given
 * @returns pages, empty ones included; a list that polls ends with the first empty one
 */
export async function* readPages<T>(
  source: PageSource<T>,
  start: string | undefined,
): AsyncGenerator<Located<T>, void, undefined> {
  const isAhead = source.prefetch && !source.polls;
  const left = isAhead ? new AbortController() : undefined;
  let coming = source.fetch(start, left?.signal);
  let url = start;
  try {
    for (;;) {
      const page = await coming;
      const { next } = page;
      if (isAhead && next !== undefined) coming = unheard(source.fetch(next, left?.signal));
      yield { page, url };
      if (next === undefined || (source.polls && page.items.length === 0)) return;
      if (!isAhead) coming = source.fetch(next, left?.signal);
      url = next;
    }
  } finally {
    left?.abort();
  }
}

/** A page that nobody waits for yet, and perhaps never will, must not fail unhandled. */
function unheard<R>(work: Promise<R>): Promise<R> {
  work.catch(() => undefined);
  return work;
}
