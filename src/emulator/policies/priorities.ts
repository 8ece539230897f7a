import { invalid } from '../answers/fault.js';
import type { Ranked } from './ranked.js';

/** Priority of the rule that every policy of some types ends with. */
export const CATCH_ALL = 99;

/** Something new among its siblings. */
export interface Placing<T> {
  readonly item: T;
  /** The place that was asked for; the last one unless given. */
  readonly wanted: number | undefined;
}

/**
 * Numbers policies, or rules, from 1 without gaps; what came with the org is last.
 *
 * @param siblings - the others
 * @param placing - what is added or moved, `undefined` if something was taken away; a place behind the last is the last
 * @returns all of them in order
 */
export function inLine<T extends Ranked>(siblings: readonly T[], placing?: Placing<T>): T[] {
  const custom = inOrder(siblings.filter(({ system }) => !system));
  const standing = inOrder(siblings.filter(({ system }) => system));
  if (placing) custom.splice(Math.max(0, (placing.wanted ?? Number.POSITIVE_INFINITY) - 1), 0, placing.item);
  return [...custom, ...standing].map((item, index) => withPriority(item, index + 1));
}

/**
 * Makes room among rules that keep the numbers they were given, below a last one with {@link CATCH_ALL}.
 *
 * @param siblings - the others
 * @param placing - what is added or moved
 * @returns all of them in order
 * @throws Fault `E0000001` for a place that is not in front of the last rule
 */
export function belowCatchAll<T extends Ranked>(siblings: readonly T[], { item, wanted }: Placing<T>): T[] {
  const custom = inOrder(siblings.filter(({ system }) => !system));
  const place = wanted ?? (custom.at(-1)?.priority ?? -1) + 1;
  const before = custom.filter(({ priority }) => priority < place);
  const behind = custom.filter(({ priority }) => priority >= place);
  let free = place + 1;
  const moved = behind.map((sibling) => {
    const next = withPriority(sibling, Math.max(sibling.priority, free));
    free = next.priority + 1;
    return next;
  });
  if (place < 0 || free > CATCH_ALL) throw invalid('priority', `The field must be from 0 to ${CATCH_ALL - 1}`);
  return [...before, withPriority(item, place), ...moved, ...siblings.filter(({ system }) => system)];
}

/**
 * @param items - policies or rules
 * @returns the same by priority; equal ones by id
 */
export function inOrder<T extends Ranked>(items: Iterable<T>): T[] {
  return [...items].sort((one, other) => one.priority - other.priority || (one.id < other.id ? -1 : 1));
}

function withPriority<T extends Ranked>(item: T, priority: number): T {
  return item.priority === priority ? item : { ...item, priority };
}
