import type { Clock } from '../../../src/clock.js';

/**
 * A clock on which a minute passes in a few seconds. Those of several processes agree if they begin at the same time.
 * Time limits are the machine's own: connections and stores do not get quicker.
 *
 * @param speed - how many times faster than the machine's own
 * @param start - milliseconds since 1970, when both clocks show the same
 * @returns the clock
 */
export function quickClock(speed: number, start: number): Clock {
  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(act, ms / speed);
    return () => clearTimeout(timer);
  };
  return {
    now: () => start + (Date.now() - start) * speed,
    random: Math.random,
    after: (ms, act) => later(ms * speed, act),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const giveUp = () => {
          end();
          reject(signal?.reason);
        };
        const end = later(ms, () => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        });
        signal?.addEventListener('abort', giveUp, { once: true });
      }),
  };
}
