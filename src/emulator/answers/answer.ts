/** What a handler answers; the writer makes status line, headers and text of it. */
export interface Answer {
  readonly status: number;
  /** JSON; left out for an answer without body. */
  readonly body?: unknown;
  /** What is answered in place of JSON. */
  readonly content?: Content;
  /** Set on lists that announce pages in `Link` headers. */
  readonly paging?: Paging;
  /** Further headers; they take the place of standing ones of the same name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A body that is not JSON. */
export interface Content {
  /** Its media type. */
  readonly type: string;
  readonly data: string | Uint8Array;
}

/** What the `Link` headers of a list say. */
export interface Paging {
  /** Page size in force, written into the links even if it was not asked for. */
  readonly limit: number;
  /** Cursor of the next page; left out on the last one. */
  readonly next?: string | undefined;
  /** Query parameters that the next page must not repeat. */
  readonly drop?: readonly string[];
}

/**
 * @param body - the answer; an empty object unless given, as for most lifecycle operations
 * @returns 200 with a JSON body
 */
export function ok(body: unknown = {}): Answer {
  return { status: 200, body };
}

/**
 * @returns 204 without a body
 */
export function noContent(): Answer {
  return { status: 204 };
}

/**
 * @param items - the items of this page
 * @param paging - page size and cursor of the next page
 * @returns 200 with a JSON array and `Link` headers
 */
export function page(items: readonly unknown[], paging: Paging): Answer {
  return { status: 200, body: items, paging };
}
