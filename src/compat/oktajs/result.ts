/** What every function of oktajs gives, to its callback and as a promise. */
export interface Result<T = unknown> {
  /** Whether the service did what was asked. */
  readonly success: boolean;
  /** Whether the answer is a page of a list; not there if the request failed. */
  readonly paged?: boolean;
  /** Whether it is the last page; pages have it alone. */
  readonly pageEnd?: boolean;
  /** JSON as the service sent it, errors included; not there if it sent nothing. */
  readonly resp?: T;
  /** Why the request failed. */
  readonly error?: string;
  /** URL of the next page, if links are not followed. */
  readonly next?: string;
}

/**
 * Called with each result: once, or, when links are followed, once for each page. A promise that it returns is not
 * waited for.
 */
export type Callback<T = unknown> = (result: Result<T>) => unknown;

/** A callback, or nothing in its place. */
export type Then<T = unknown> = Callback<T> | null | undefined;

/** Which items a list is to have. Members may be missing. */
export interface Query {
  readonly q?: string;
  /** Items in a page. */
  readonly limit?: number | string;
  readonly filter?: string;
  /** Cursor, from `next` of a result. */
  readonly after?: string;
  readonly [parameter: string]: unknown;
}
