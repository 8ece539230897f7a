import { OktaError } from '../errors/okta-error.js';
import type { Chance } from './org/chance.js';

/** How long answers take: always the same, or a time within a range that chance chooses. In milliseconds. */
export type Latency = number | { readonly min: number; readonly max: number };

/**
 * @param latency - the setting
 * @param chance - chooses within a range
 * @returns gives the milliseconds that the next answer takes
 * @throws OktaError `OKTA_EMULATOR_OPTION` for a range that is none
 */
export function latencies(latency: Latency, chance: Chance): () => number {
  const { min, max } = typeof latency === 'number' ? { min: latency, max: latency } : latency;
  if (!(min >= 0 && max >= min)) {
    throw new OktaError('OKTA_EMULATOR_OPTION', 'latency: milliseconds, or { min, max } with min not above max.');
  }
  return () => (max > min ? min + chance.next() * (max - min) : min);
}
