/** A value, or a promise of one. */
export type Eventually<T> = T | PromiseLike<T>;

/**
 * Where answers are kept: texts under texts, in memory or outside of the process. A `Map` is one.
 *
 * What it holds are answers of the org, so guard it as you guard the org's data.
 *
 * @example
 * ```ts
 * class CustomStore {
 *   async get(key) { return table.read(key); }
 *   async set(key, value, ttlMs) { await table.write(key, value, ttlMs); }
 *   async delete(key) { await table.remove(key); }
 * }
 * const client = new okta.Client({ cacheStore: new CustomStore() });
 * ```
 */
export interface CacheStore {
  /**
   * @param key - up to some hundred characters
   * @returns the text, `undefined` or `null` if there is none
   */
  get(key: string): Eventually<string | null | undefined>;
  /**
   * @param key - up to some hundred characters
   * @param value - up to about a million characters
   * @param ttlMs - milliseconds after which the value is of no use any more; a store may ignore it
   */
  set(key: string, value: string, ttlMs?: number): unknown;
  /** @param key - up to some hundred characters */
  delete(key: string): unknown;
}

/** A store as Okta's SDKs for other languages name its methods. */
export interface CacheManager {
  /**
   * @param key - up to some hundred characters
   * @param value - to be kept
   */
  add(key: string, value: string): unknown;
  /** @param key - for which `contains` said true */
  get(key: string): Eventually<string | null | undefined>;
  /** @param key - up to some hundred characters */
  contains(key: string): Eventually<boolean>;
  /** @param key - up to some hundred characters */
  delete(key: string): unknown;
}

/**
 * @param manager - with the methods `add`, `get`, `contains`, `delete`
 * @returns the same as a store
 */
export function storeOfManager(manager: CacheManager): CacheStore {
  return {
    // Some managers fail for a key that they do not have.
    get: async (key) => ((await manager.contains(key)) ? manager.get(key) : undefined),
    set: (key, value) => manager.add(key, value),
    delete: (key) => manager.delete(key),
  };
}
