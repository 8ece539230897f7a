import type { CacheStore } from './store.js';

/** What the SDK needs of Keyv, so that it can be used without depending on it. */
export interface KeyvLike {
  get(key: string): Promise<unknown>;
  set(key: string, value: string, ttlMs?: number): Promise<unknown>;
  delete(key: string): Promise<unknown>;
}

/**
 * Keeps answers wherever Keyv can: Redis, Valkey, Memcached, SQL databases … Processes with the same store share
 * answers and see each other's changes.
 *
 * @param keyv - an instance of Keyv
 * @returns a store for the option `cacheStore`
 * @example
 * ```ts
 * import Keyv from 'keyv';
 * import KeyvRedis from '@keyv/redis';
 *
 * const keyv = new Keyv({ store: new KeyvRedis('redis://localhost:6379') });
 * const client = new okta.Client({ cacheStore: okta.keyvStore(keyv) });
 * ```
 * @see https://keyv.org/docs/keyv/
 */
export function keyvStore(keyv: KeyvLike): CacheStore {
  return {
    get: async (key) => {
      const value = await keyv.get(key);
      return typeof value === 'string' ? value : undefined;
    },
    set: async (key, value, ttlMs) => {
      // Keyv reports what went wrong as an event, unless it was told to throw.
      if ((await keyv.set(key, value, ttlMs)) === false) throw new Error('Keyv could not store a value');
    },
    delete: (key) => keyv.delete(key),
  };
}
