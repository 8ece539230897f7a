import { isDeepStrictEqual } from 'node:util';
import { fail } from '../answers/fault.js';
import type { JsonObject } from '../org/json.js';
import type { Conditional } from './policy.js';
import type { Ranked } from './ranked.js';

/**
 * Keeps what came with the org where it is.
 *
 * @param before - policy or rule
 * @param wanted - members as they are to be; a member that is `undefined` was not sent
 * @throws Fault `E0000077` that names the first member that would change
 */
export function checkLocked(before: Conditional, wanted: Pick<JsonObject, 'name' | 'priority' | 'conditions'>): void {
  if (!before.system) return;
  const members = ['name', 'priority', 'conditions'] as const;
  const changed = members.find((member) => !isDeepStrictEqual(wanted[member], before[member]));
  if (changed !== undefined) throw fail('E0000077', changed);
}

/**
 * @param item - policy or rule
 * @throws Fault `E0000006` if it came with the org and has to stay
 */
export function checkDeletable({ system }: Ranked): void {
  if (system) throw fail('E0000006');
}

/**
 * @param item - policy or rule
 * @throws Fault `E0000086` if it came with the org and is always active
 */
export function checkSwitchable({ system }: Ranked): void {
  if (system) throw fail('E0000086');
}
