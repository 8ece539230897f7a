import type { Clock } from '../../clock.js';
import { type Entry, readEntry, writeEntry } from './entry.js';
import { MemoryStore } from './memory-store.js';
import type { SafeStore } from './safe-store.js';
import type { CacheStore, Eventually } from './store.js';

/** What entries live by. */
export interface EntryRules {
  readonly store: CacheStore;
  /** Milliseconds that an entry is good for, `undefined` for any time. */
  readonly ttlMs: number | undefined;
  /** Milliseconds after the last use, `undefined` for any time. */
  readonly ttiMs: number | undefined;
  readonly clock: Clock;
}

/** How much longer an answer is kept that the service can confirm by its ETag. */
const CONFIRMABLE_MS = 24 * 60 * 60 * 1000;

/** Entries in a store, with their times. */
export class EntryStore {
  readonly #store: SafeStore;
  readonly #rules: EntryRules;

  /**
   * @param store - the one of the rules, made safe
   * @param rules - what entries live by
   */
  constructor(store: SafeStore, rules: EntryRules) {
    this.#store = store;
    this.#rules = rules;
  }

  /**
   * @param key - of an entry
   * @returns the entry, which may have expired; at once, without a promise, if the store answers at once
   */
  get(key: string): Eventually<Entry | undefined> {
    const { store } = this.#rules;
    if (store instanceof MemoryStore) return fromMemory(store, key);
    const record = this.#store.get(key);
    if (record === undefined) return undefined;
    return typeof record === 'string'
      ? readEntry(record)
      : record.then((text) => (text && readEntry(text)) || undefined);
  }

  /**
   * @param key - of an entry
   * @param entry - found under it
   * @returns whether it is too old; if not, it counts as used now
   */
  isExpired(key: string, { expiresAt, storedAt }: Entry): Eventually<boolean> {
    const now = this.#rules.clock.now();
    if (expiresAt !== null && expiresAt <= now) return true;
    return this.#rules.ttiMs === undefined ? false : this.#isIdle(key, { storedAt, now, ttiMs: this.#rules.ttiMs });
  }

  /**
   * @param key - where to keep it
   * @param content - body, headers and marks
   */
  async set(key: string, content: Pick<Entry, 'marks' | 'headers' | 'text'>): Promise<void> {
    const { store, clock, ttlMs } = this.#rules;
    const now = clock.now();
    const headers = Object.freeze(content.headers);
    const entry: Entry = { ...content, headers, storedAt: now, expiresAt: ttlMs === undefined ? null : now + ttlMs };
    const isConfirmable = headers.has('etag');
    const keptMs = ttlMs === undefined ? undefined : ttlMs + (isConfirmable ? CONFIRMABLE_MS : 0);
    if (store instanceof MemoryStore) store.set(key, writeEntry(entry), keptMs, { ...entry, reading: {} });
    else await this.#store.set(key, writeEntry(entry), keptMs);
  }

  async #isIdle(key: string, { storedAt, now, ttiMs }: { storedAt: number; now: number; ttiMs: number }) {
    const name = `${key}#used`;
    const usedAt = Number(await this.#store.get(name)) || 0;
    if (now - Math.max(usedAt, storedAt) >= ttiMs) return true;
    await this.#store.set(name, String(now), ttiMs);
    return false;
  }
}

/** The head of an entry is read once for as long as it stays in memory. */
function fromMemory(store: MemoryStore, key: string): Entry | undefined {
  const slot = store.slot(key);
  if (slot === undefined) return undefined;
  if (slot.reading === undefined) {
    const entry = readEntry(slot.value);
    slot.reading = entry && { ...entry, reading: {} };
  }
  return slot.reading as Entry | undefined;
}
