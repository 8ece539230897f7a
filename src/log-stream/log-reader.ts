import type { LogEvent } from '../../generated/management/models/index.js';
import type { Clock } from '../clock.js';
import type { Collection } from '../response/collection.js';
import type { LogStreamOptions } from './options.js';
import { passes, waitAfter } from './recovery.js';

/** What a reader is made of. */
export interface LogReaderParts {
  readonly list: Collection<LogEvent>;
  /** Most events of a page. */
  readonly limit: number;
  readonly clock: Clock;
  readonly options: Pick<LogStreamOptions, 'signal' | 'pollInterval' | 'onFailure'>;
}

const STANDARD_PAUSE_MS = 5000;
const SHORTEST_PAUSE_MS = 1000;
/** A page that is not full and ends with an event as fresh as this has caught up with the org. */
const FRESH_MS = 60_000;

/** Reads page after page of the log; outlives what passes, pauses when there is nothing new. */
export class LogReader {
  readonly #parts: LogReaderParts;
  #list: Collection<LogEvent>;
  #cursor: string | undefined;

  constructor(parts: LogReaderParts) {
    this.#parts = parts;
    this.#list = parts.list;
  }

  /** Where the page after the last one is. */
  get cursor(): string | undefined {
    return this.#cursor;
  }

  /** @returns the next page, perhaps an empty one; `undefined` if the signal ended the wait for it */
  async nextPage(): Promise<readonly LogEvent[] | undefined> {
    const { clock, options } = this.#parts;
    for (let failures = 1; !options.signal?.aborted; failures++) {
      try {
        return await this.#read();
      } catch (error) {
        if (options.signal?.aborted) return undefined;
        if (!passes(error)) throw error;
        const delay = waitAfter(error, failures, clock);
        options.onFailure?.(error, delay);
        await this.#sleep(delay);
      }
    }
    return undefined;
  }

  /** The log has no last page; should one say that it is, it is read again. */
  async #read(): Promise<readonly LogEvent[]> {
    const page = await this.#list.getNextPage();
    const { cursor } = this.#list;
    if (cursor === undefined) this.#list = this.#parts.list.from(this.#cursor);
    else this.#cursor = cursor;
    return page;
  }

  /**
   * Pauses after a page unless more is waiting behind it.
   *
   * @param page - the last page
   * @param hasNews - whether it had an event that was not known yet
   */
  async pauseAfter(page: readonly LogEvent[], hasNews: boolean): Promise<void> {
    if (hasNews && !this.#hasCaughtUp(page)) return;
    await this.#sleep(Math.max(this.#parts.options.pollInterval ?? STANDARD_PAUSE_MS, SHORTEST_PAUSE_MS));
  }

  /** Asking at once for each event of a busy org would use up the rate limit. */
  #hasCaughtUp(page: readonly LogEvent[]): boolean {
    const { limit, clock } = this.#parts;
    const last = page.at(-1)?.published;
    return page.length < limit && (last === undefined || last === null || clock.now() - Number(last) < FRESH_MS);
  }

  async #sleep(ms: number): Promise<void> {
    const { clock, options } = this.#parts;
    // An abort ends the wait; whoever waits sees it in the signal.
    await clock.sleep(ms, options.signal).catch(() => undefined);
  }
}
