/** What became of one item. */
export type BulkResult<T, R> =
  | { readonly ok: true; readonly value: R; readonly item: T; readonly index: number }
  | { readonly ok: false; readonly error: unknown; readonly item: T; readonly index: number };

/** Where items come from. */
export type BulkSource<T> = Iterable<T> | AsyncIterable<T>;

/** Does the work for one item. The signal aborts when the run is over before its end. */
export type BulkWork<T, R> = (item: T, index: number, signal: AbortSignal) => R | PromiseLike<R>;
