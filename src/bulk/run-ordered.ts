import { Source, type Taken } from './source.js';
import type { BulkResult, BulkSource, BulkWork } from './work.js';

/** A run, checked. */
export interface Run<T, R> {
  readonly items: BulkSource<T>;
  readonly work: BulkWork<T, R>;
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
  readonly stopOnError: boolean;
}

/** So many results may wait for a slow item before them, for each item at work. */
const WAITING_FOR_EACH = 4;

/**
 * Works on items, several at the same time, and gives the results in the order of the items.
 *
 * @param run - items, work, how many, when to stop
 * @returns the results; those of items at work are given before the run fails with the signal's reason
 */
export async function* runOrdered<T, R>(run: Run<T, R>): AsyncGenerator<BulkResult<T, R>, void, undefined> {
  run.signal?.throwIfAborted();
  const workers = new Workers(run);
  try {
    workers.fill();
    for (let result = workers.next(); result !== undefined; result = workers.next()) {
      const settled = await result;
      if (settled !== undefined) yield settled;
    }
    run.signal?.throwIfAborted();
  } finally {
    await workers.leave();
  }
}

/** Items at work and results that wait to be read, oldest first. */
class Workers<T, R> {
  readonly #run: Run<T, R>;
  readonly #source: Source<T>;
  readonly #left = new AbortController();
  readonly #signal: AbortSignal;
  readonly #queue: Promise<BulkResult<T, R> | undefined>[] = [];
  #atWork = 0;
  #stopped = false;

  constructor(run: Run<T, R>) {
    this.#run = run;
    this.#source = new Source(run.items);
    const { signal } = this.#left;
    this.#signal = run.signal === undefined ? signal : AbortSignal.any([run.signal, signal]);
  }

  /** Begins as many items as there is room for. */
  fill(): void {
    const { concurrency } = this.#run;
    while (this.#mayBegin() && this.#atWork < concurrency && this.#queue.length < concurrency * WAITING_FOR_EACH) {
      this.#atWork += 1;
      const result = this.#one();
      // A source that fails does so when its turn comes, or unheard if the loop is left before.
      result.catch(() => undefined);
      this.#queue.push(result);
    }
  }

  /** @returns the oldest result, perhaps `undefined` in place of an item that was not begun; nothing at the end */
  next(): Promise<BulkResult<T, R> | undefined> | undefined {
    const result = this.#queue.shift();
    this.fill();
    return result;
  }

  /** Begins nothing more, tells those at work, ends the source. */
  leave(): Promise<void> {
    this.#stopped = true;
    this.#left.abort();
    return this.#source.close();
  }

  #mayBegin(): boolean {
    return !this.#stopped && !this.#signal.aborted;
  }

  async #one(): Promise<BulkResult<T, R> | undefined> {
    try {
      const taken = await this.#source.next();
      if (taken === undefined) this.#stopped = true;
      return taken === undefined || !this.#mayBegin() ? undefined : await this.#resultOf(taken);
    } catch (error) {
      this.#stopped = true;
      throw error;
    } finally {
      this.#atWork -= 1;
      this.fill();
    }
  }

  async #resultOf({ item, index }: Taken<T>): Promise<BulkResult<T, R>> {
    try {
      return { ok: true, value: await this.#run.work(item, index, this.#signal), item, index };
    } catch (error) {
      if (this.#run.stopOnError) this.#stopped = true;
      return { ok: false, error, item, index };
    }
  }
}
