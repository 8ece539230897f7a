import { Governor } from '../pipeline/throttle/governor.js';
import type { Settings } from './layers.js';
import type { ConfigurationOptions } from './options.js';

/**
 * @param options - with a governor of the user's own, or a store
 * @param settings - merged from all sources
 * @returns the governor, if the user wants one
 */
export function governorFor(
  { rateLimit, clock, logger }: ConfigurationOptions,
  settings: Settings,
): Governor | undefined {
  if (typeof rateLimit === 'object' && rateLimit !== null && 'throttle' in rateLimit) return rateLimit;
  const maxCapacityPercent = settings['rateLimit.maxCapacityPercent']?.value;
  const maxConcurrency = settings['rateLimit.maxConcurrency']?.value || undefined;
  const adaptive = settings['rateLimit.adaptive']?.value;
  const store = rateLimit?.store;
  const isWanted = maxCapacityPercent !== undefined || maxConcurrency !== undefined || adaptive === true || store;
  if (!isWanted) return undefined;
  const given = { maxCapacityPercent, maxConcurrency, adaptive, store, logger, clock };
  return new Governor(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
}
