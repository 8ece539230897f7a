import { after, type Clock } from '../../clock.js';
import type { Logger } from '../../platform/warn.js';
import { MemoryStore } from './memory-store.js';
import type { CacheStore, Eventually } from './store.js';

/** What a store is watched with. */
export interface SafeStoreParts {
  readonly store: CacheStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A store that needs longer than this is slower than the service. */
const LONGEST_MS = 2000;
/** How long a store that was too slow is left alone. */
const PAUSE_MS = 10_000;

/**
 * A store whose failures cost time at most: reading gives nothing, writing says that it failed, neither waits for ever.
 * Answers at once, without a promise, if the store does.
 */
export class SafeStore {
  readonly #parts: SafeStoreParts;
  #hasWarned = false;
  #pausedUntil = 0;

  /** @param parts - the store, and where failures go */
  constructor(parts: SafeStoreParts) {
    this.#parts = parts;
  }

  /**
   * @param key - of a text
   * @returns the text, `undefined` if there is none or the store failed
   */
  get(key: string): Eventually<string | undefined> {
    const { store } = this.#parts;
    return store instanceof MemoryStore ? store.get(key) : this.#try(() => store.get(key), textIn, undefined);
  }

  /**
   * @param key - of a text
   * @param value - the text
   * @param ttlMs - milliseconds after which it is of no use
   * @returns whether the store took it
   */
  set(key: string, value: string, ttlMs: number | undefined): Eventually<boolean> {
    return this.#try(
      () => this.#parts.store.set(key, value, ttlMs),
      () => true,
      false,
    );
  }

  #try<V, R>(act: () => V | PromiseLike<V>, read: (value: V) => R, failed: R): Eventually<R> {
    if (this.#pausedUntil > 0 && this.#parts.clock.now() < this.#pausedUntil) return failed;
    try {
      const value = act();
      if (!isPromise(value)) return read(value);
      return this.#inTime(value)
        .then(read)
        .catch((error) => this.#warn(error, failed));
    } catch (error) {
      return this.#warn(error, failed);
    }
  }

  #inTime<V>(value: PromiseLike<V>): Promise<V> {
    return new Promise<V>((resolve, reject) => {
      const late = () => {
        this.#pausedUntil = this.#parts.clock.now() + PAUSE_MS;
        reject(new Error(`no answer within ${LONGEST_MS} ms`));
      };
      const end = after(this.#parts.clock, LONGEST_MS, late);
      value.then(resolve, reject).then(end, end);
    });
  }

  #warn<R>(error: unknown, failed: R): R {
    if (!this.#hasWarned) this.#parts.logger.warn(`Okta cache: the store failed, calls go on without it (${error})`);
    this.#hasWarned = true;
    return failed;
  }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * Waits for several values only if one of them must be waited for.
 *
 * @param values - values and promises
 * @returns the values, as a promise if there is a promise among them
 */
export function all<T>(values: readonly Eventually<T>[]): Eventually<T[]> {
  return values.some(isPromise) ? Promise.all(values) : (values as T[]);
}

function isPromise<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
