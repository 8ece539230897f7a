import type { EventType } from './log/event-types.js';
import type { Outcome, Target } from './log/log-event.js';
import type { Org } from './org/org.js';

/** An org that is being changed, and where the events about it go. */
export interface Transaction {
  readonly org: Org;
  /**
   * Writes an event into the System Log.
   *
   * @param eventType - what happened
   * @param targets - to what it happened
   * @param outcome - how it ended, if not well
   */
  readonly record: (eventType: EventType, targets: readonly Target[], outcome?: Outcome) => void;
}

/**
 * @param org - an org that is being seeded
 * @returns changes that no event tells about
 */
export function silently(org: Org): Transaction {
  return { org, record: () => {} };
}
