/** Chance that a seed repeats: at least 0, less than 1. */
export type Chance = () => number;

/**
 * Mulberry32.
 *
 * @param seed - any whole number
 * @returns numbers, the same for the same seed
 * @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @param weights - how often each comes, in any unit
 * @param chance - decides
 * @returns one of the names
 */
export function pick<N extends string>(weights: Readonly<Record<N, number>>, chance: Chance): N {
  const entries = Object.entries(weights) as [N, number][];
  let rest = chance() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    rest -= weight;
    if (rest < 0) return name;
  }
  throw new TypeError('Nothing to pick from');
}
