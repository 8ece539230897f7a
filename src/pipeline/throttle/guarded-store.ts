import { after, type Clock } from '../../clock.js';
import { MemoryRateLimitStore } from './memory-rate-limit-store.js';
import type { LimitSeen, RateLimitStore, Turn } from './rate-limit-store.js';

/** A store that takes longer is treated as one that failed: clients of Redis queue commands while it is away. */
const LONGEST_MS = 2000;
/** After a failure the store is left alone for so long. */
const PAUSE_MS = 5000;

/**
 * Makes calls independent of the health of a shared store: while it fails, this process goes by what it learned itself.
 *
 * @param shared - the store
 * @param clock - measures
 * @param onError - told about a failure, once per pause
 * @returns a store that never fails
 */
export function guardedStore(shared: RateLimitStore, clock: Clock, onError: (error: unknown) => void): RateLimitStore {
  const local = new MemoryRateLimitStore(clock);
  let pausedUntil = Number.NEGATIVE_INFINITY;
  const tryShared = async <T>(use: () => Promise<T>): Promise<T | undefined> => {
    if (clock.now() < pausedUntil) return undefined;
    try {
      return await inTime(use(), clock);
    } catch (error) {
      if (clock.now() >= pausedUntil) onError(error);
      pausedUntil = clock.now() + PAUSE_MS;
      return undefined;
    }
  };
  return {
    async take(bucket: string, percent: number): Promise<Turn> {
      return (await tryShared(() => shared.take(bucket, percent))) ?? local.take(bucket, percent);
    },
    async learn(bucket: string, seen: LimitSeen): Promise<void> {
      await local.learn(bucket, seen);
      await tryShared(() => shared.learn(bucket, seen));
    },
  };
}

function inTime<T>(work: Promise<T>, clock: Clock): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const half = LONGEST_MS / 2;
    const giveUp = () => reject(new Error(`The store took longer than ${LONGEST_MS} ms`));
    let end = after(clock, half, () => {
      // Where the process itself was busy, this runs before the answer that has arrived meanwhile is read.
      end = after(clock, half, giveUp);
    });
    void work.then(resolve, reject).finally(() => end());
  });
}
