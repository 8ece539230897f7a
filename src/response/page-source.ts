import type { Clock } from '../clock.js';
import type { Page } from './page.js';

/** Where the pages of a collection come from. */
export interface PageSource<T> {
  /** Gets the page at a URL, the first one without it: a complete request with fresh credentials and retries. */
  readonly fetch: (url?: string, signal?: AbortSignal) => Promise<Page<T>>;
  /**
   * Makes the URL of a page out of a cursor.
   *
   * @throws {@link ParameterError} if it leads out of the org
   */
  readonly locate: (cursor: string) => string;
  /** The list announces a next page for ever, so an empty page is its end for now. */
  readonly polls: boolean;
  /** Whether loops ask for the next page while one is read. */
  readonly prefetch: boolean;
  readonly clock: Clock;
}
