import type { BulkResult } from './work.js';

/** A bulk run: in `for await` it gives its results one by one, awaited all of them in an array. Begins with either. */
export interface BulkRun<T, R> extends PromiseLike<BulkResult<T, R>[]>, AsyncIterable<BulkResult<T, R>> {}

/**
 * @param start - begins the run; called at most once
 * @returns the run
 */
export function bulkRun<T, R>(start: () => AsyncGenerator<BulkResult<T, R>, void, undefined>): BulkRun<T, R> {
  let results: AsyncGenerator<BulkResult<T, R>, void, undefined> | undefined;
  let all: Promise<BulkResult<T, R>[]> | undefined;
  const iterate = () => {
    // A second loop goes on where the first one stopped: the work must not be done twice.
    results ??= start();
    return results;
  };
  return {
    [Symbol.asyncIterator]: iterate,
    then: (onValue, onError) => {
      all ??= collect(iterate());
      return all.then(onValue, onError);
    },
  };
}

async function collect<X>(results: AsyncIterable<X>): Promise<X[]> {
  const list: X[] = [];
  for await (const result of results) list.push(result);
  return list;
}
