import type { EventType } from './log/event-types.js';
import type { Target } from './log/log-event.js';
import type { Org } from './org/org.js';

/** An org that is being changed, and where the events about it go. */
export interface Transaction {
  readonly org: Org;
  /**
   * Writes an event into the System Log.
   *
   * @param eventType - what happened
   * @param targets - to what it happened
   */
  readonly record: (eventType: EventType, targets: readonly Target[]) => void;
}

/**
 * @param org - an org that is being seeded
 * @returns changes that no event tells about
 */
export function silently(org: Org): Transaction {
  return { org, record: () => {} };
}
