import { OktaError } from '../errors/okta-error.js';
import type { HttpHeaders } from '../http/headers.js';
import type { RateLimit } from '../http/rate-limit.js';
import type { Collection } from '../response/collection.js';
import type { ResponseInfo } from '../response/response-info.js';

/** Answer of a list: that of the page read last, and the way to the next one. */
export class SettledPages<T> implements ResponseInfo {
  readonly #list: Collection<T>;
  #last: ResponseInfo | undefined;

  /** @param list - of which nothing was read yet */
  constructor(list: Collection<T>) {
    this.#list = list;
  }

  get status(): number {
    return this.#response.status;
  }

  get headers(): HttpHeaders {
    return this.#response.headers;
  }

  get requestId(): string | undefined {
    return this.#response.requestId;
  }

  get rateLimit(): RateLimit | undefined {
    return this.#response.rateLimit;
  }

  /** @returns whether there is another page */
  hasNext(): boolean {
    return this.#last !== undefined && this.#list.cursor !== undefined;
  }

  /**
   * Asks for the next page. It does not throw.
   *
   * @returns its items, or an error; after the last page an error with the code `OKTA_NO_MORE_PAGES`. A page that
   * failed is asked for again by the next call.
   */
  async next(): Promise<readonly [data: readonly T[], error: undefined] | readonly [data: undefined, error: Error]> {
    if (!this.hasNext()) {
      return [undefined, new OktaError('OKTA_NO_MORE_PAGES', 'That was the last page; ask hasNext() before next()')];
    }
    try {
      return [await this.begin(), undefined];
    } catch (error) {
      return [undefined, error instanceof Error ? error : new Error(String(error))];
    }
  }

  /**
   * Reads a page, the first one at first.
   *
   * @returns its items
   * @throws what a page fails with
   */
  async begin(): Promise<readonly T[]> {
    const items = await this.#list.getNextPage();
    this.#last = this.#list.response;
    return items;
  }

  get #response(): ResponseInfo {
    if (this.#last === undefined) throw new OktaError('OKTA_NO_PAGE', 'No page was read yet');
    return this.#last;
  }
}
