import { ParameterError } from '../errors/parameter-error.js';
import { type BulkRun, bulkRun } from './bulk-run.js';
import { runOrdered } from './run-ordered.js';
import type { BulkSource, BulkWork } from './work.js';

/** How a bulk run goes about its items. */
export interface BulkOptions {
  /** Most items at work at the same time; 10 unless given. */
  readonly concurrency?: number;
  /** Ends the run: no further item is begun, and the loop fails with the signal's reason. */
  readonly signal?: AbortSignal;
  /** `true` begins no further item after one failed; the results of those that were begun are still given. */
  readonly stopOnError?: boolean;
}

const STANDARD_CONCURRENCY = 10;

/**
 * Does something for many items, several at the same time. A failed item ends nothing but itself: each has a result of
 * its own, given in the order of the items. Items are taken from the source as they are needed, and results wait until
 * they are read, a few of them at a time, so that millions of items need no more memory than a few.
 *
 * @param items - an array, a generator, a {@link Collection}: anything that can be iterated over
 * @param work - called once for each item
 * @param options - how many at the same time, when to stop
 * @returns the results: one by one in `for await`, as an array if awaited
 * @throws {@link ParameterError} for a concurrency that is no whole number above 0; the run itself fails with the
 * signal's reason, or with what the source fails with
 * @example
 * ```ts
 * const deactivate = (userId: string) => client.userApi.deactivateUser({ userId });
 * for await (const result of okta.bulk(userIds, deactivate, { concurrency: 20 })) {
 *   if (!result.ok) console.error(result.item, result.error);
 * }
 * ```
 */
export function bulk<T, R>(items: BulkSource<T>, work: BulkWork<T, R>, options: BulkOptions = {}): BulkRun<T, R> {
  const { concurrency = STANDARD_CONCURRENCY, signal, stopOnError = false } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    const operation = { api: 'okta', method: 'bulk' };
    throw new ParameterError({ operation, parameter: 'concurrency', reason: 'must be a whole number above 0' });
  }
  return bulkRun(() => runOrdered({ items, work, concurrency, signal, stopOnError }));
}
