import type { Clock } from '../../src/clock.js';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Pauses that were asked for, in milliseconds, in order. */
  readonly sleeps: number[];
  /** Moves on; sleepers whose time has come wake in order. */
  advance(ms: number): Promise<void>;
}

/**
 * Makes a clock for tests.
 *
 * @param start - milliseconds since 1970
 * @returns the clock
 */
export function manualClock(start = Date.UTC(2026, 0, 31, 8)): ManualClock {
  let now = start;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    random: () => 0.5,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        sleeps.push(ms);
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(signal.reason);
        });
      }),
    advance: async (ms) => {
      now += ms;
      const due = sleepers.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      sleepers = sleepers.filter(({ at }) => at > now);
      for (const { wake } of due) wake();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
