/** Time and chance, injected so that tests decide about both. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits; ends at once, rejecting with the signal's reason, when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** At least 0, less than 1. */
  random(): number;
  /**
   * Does something later, unless the function that it gives is called before. A timer of the platform if left out.
   */
  after?(ms: number, act: () => void): () => void;
}

/**
 * Does something later, for time limits: cheaper than sleeping, and ended without an error.
 *
 * @param clock - whose time counts
 * @param ms - when
 * @param act - what to do then
 * @returns ends the wait
 */
export function after(clock: Clock, ms: number, act: () => void): () => void {
  if (clock.after) return clock.after(ms, act);
  const timer = setTimeout(act, Math.min(ms, LONGEST_TIMEOUT_MS));
  return () => clearTimeout(timer);
}

/** The machine's own clock and chance. */
export const systemClock: Clock = {
  now: Date.now,
  random: Math.random,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(
        () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
        Math.min(ms, LONGEST_TIMEOUT_MS),
      );
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};

/** A longer delay would overflow the timer and fire at once. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
