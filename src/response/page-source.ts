import type { Clock } from '../clock.js';
import type { Page } from './page.js';

/** Where the pages of a collection come from. */
export interface PageSource<T> {
  /** Gets the page at a URL, the first one without it: a complete request with fresh credentials and retries. */
  readonly fetch: (url?: string, signal?: AbortSignal) => Promise<Page<T>>;
  /** The list announces a next page for ever, so an empty page is its end for now. */
  readonly polls: boolean;
  readonly clock: Clock;
}
