import { forkOrg, type Org } from '../org/org.js';

/** Remembers what the org held before the last write. */
export interface EarlierOrg {
  /** To be called before a request that may write. */
  keep(org: Org): void;
  /**
   * @param org - as it is now
   * @param withinMs - how long after the last write the earlier state is still seen
   * @returns the org that a stale read sees
   */
  seen(org: Org, withinMs: number): Org;
  clear(): void;
}

/**
 * @returns a memory of nothing
 */
export function createEarlierOrg(): EarlierOrg {
  let kept: { readonly org: Org; readonly at: number } | undefined;
  return {
    keep(org) {
      kept = { org: forkOrg(org), at: org.clock.now() };
    },
    seen(org, withinMs) {
      if (kept === undefined || org.clock.now() - kept.at >= withinMs) return org;
      // Ids of requests go on, whatever is read.
      return { ...kept.org, requestChance: org.requestChance };
    },
    clear() {
      kept = undefined;
    },
  };
}
