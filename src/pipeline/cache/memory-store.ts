import { type Clock, systemClock } from '../../clock.js';
import type { CacheStore } from './store.js';

/** Options of {@link MemoryStore}. */
export interface MemoryStoreOptions {
  /** Largest number of keys, 100,000 unless given. */
  readonly keyLimit?: number;
  /**
   * Milliseconds between searches for expired keys; `true` stands for 15,000. Without it, an expired key is removed
   * when somebody asks for it, or when its place is needed.
   */
  readonly expirationPoll?: boolean | number;
  /** Largest size of all keys and values together, counted as 2 bytes a character; 64 MiB unless given. */
  readonly maxBytes?: number;
  /** Time, for tests. */
  readonly clock?: Clock;
}

/** A value in its place. */
export interface Slot {
  readonly value: string;
  /** Milliseconds since 1970; infinite for a value that does not expire. */
  readonly expiresAt: number;
  /** Whether somebody asked for it since it was last considered for removal. */
  isUsed: boolean;
  /** What a reader made of the value, so that it needs not be made again. */
  reading?: unknown;
}

const STANDARD_KEYS = 100_000;
const STANDARD_BYTES = 64 * 2 ** 20;
const STANDARD_POLL_MS = 15_000;
/** About what a key costs beside its characters. */
const SLOT_BYTES = 100;

/**
 * Keeps answers in the memory of the process. When it is full the oldest keys go, except those that were asked for
 * since.
 *
 * @example
 * ```ts
 * const cacheStore = new okta.MemoryStore({ keyLimit: 10_000, expirationPoll: true });
 * const client = new okta.Client({ cacheStore });
 * ```
 */
export class MemoryStore implements CacheStore {
  readonly #slots = new Map<string, Slot>();
  readonly #keyLimit: number;
  readonly #maxBytes: number;
  readonly #pollMs: number | undefined;
  readonly #clock: Clock;
  #bytes = 0;
  #isPolling = false;

  /**
   * @param options - limits
   * @throws RangeError for a limit that is not above 0
   */
  constructor(options: MemoryStoreOptions = {}) {
    const {
      keyLimit = STANDARD_KEYS,
      expirationPoll = false,
      maxBytes = STANDARD_BYTES,
      clock = systemClock,
    } = options;
    this.#pollMs = expirationPoll === true ? STANDARD_POLL_MS : expirationPoll || undefined;
    for (const [name, value] of Object.entries({ keyLimit, maxBytes, expirationPoll: this.#pollMs ?? 1 })) {
      if (!(value > 0)) throw new RangeError(`\`${name}\` must be above 0`);
    }
    this.#keyLimit = keyLimit;
    this.#maxBytes = maxBytes;
    this.#clock = clock;
  }

  /** Number of keys, those that have expired but were not removed yet included. */
  get size(): number {
    return this.#slots.size;
  }

  /**
   * @param key - of a value
   * @returns the value, `undefined` if there is none or it has expired
   */
  get(key: string): string | undefined {
    return this.slot(key)?.value;
  }

  /**
   * Gets a value together with what a reader made of it.
   *
   * @param key - of a value
   * @returns its place, `undefined` if there is none or it has expired
   */
  slot(key: string): Slot | undefined {
    const slot = this.#slots.get(key);
    if (slot === undefined) return undefined;
    if (slot.expiresAt !== Number.POSITIVE_INFINITY && slot.expiresAt <= this.#clock.now()) {
      this.delete(key);
      return undefined;
    }
    slot.isUsed = true;
    return slot;
  }

  /**
   * @param key - replaces the value that it has
   * @param value - to keep
   * @param ttlMs - milliseconds until it expires; never unless given
   * @param reading - what a reader would make of the value
   */
  set(key: string, value: string, ttlMs = Number.POSITIVE_INFINITY, reading?: unknown): void {
    this.delete(key);
    this.#slots.set(key, { value, expiresAt: this.#clock.now() + ttlMs, isUsed: false, reading });
    this.#bytes += sizeOf(key, value);
    this.#makeRoom();
    this.#poll();
  }

  /**
   * @param key - of a value
   * @returns whether there was one
   */
  delete(key: string): boolean {
    const slot = this.#slots.get(key);
    if (slot === undefined) return false;
    this.#bytes -= sizeOf(key, slot.value);
    return this.#slots.delete(key);
  }

  /** Each pass over the keys takes away their second chance, so it ends. */
  #makeRoom(): void {
    const isFull = () => this.#slots.size > this.#keyLimit || this.#bytes > this.#maxBytes;
    if (!isFull()) return;
    for (const [key, slot] of this.#slots) {
      if (slot.isUsed && slot.expiresAt > this.#clock.now()) this.#moveToEnd(key, slot);
      else this.delete(key);
      if (!isFull()) return;
    }
  }

  #moveToEnd(key: string, slot: Slot): void {
    slot.isUsed = false;
    this.#slots.delete(key);
    this.#slots.set(key, slot);
  }

  /** The timer runs only while there is something to watch, and keeps neither the process nor an unused store alive. */
  #poll(): void {
    if (this.#pollMs === undefined || this.#isPolling) return;
    this.#isPolling = true;
    const timer: unknown = setTimeout(() => {
      this.#isPolling = false;
      this.#removeExpired();
      if (this.#slots.size > 0) this.#poll();
    }, this.#pollMs);
    (timer as { unref?: () => void }).unref?.();
  }

  #removeExpired(): void {
    const now = this.#clock.now();
    for (const [key, { expiresAt }] of this.#slots) if (expiresAt <= now) this.delete(key);
  }
}

function sizeOf(key: string, value: string): number {
  return SLOT_BYTES + 2 * (key.length + value.length);
}
