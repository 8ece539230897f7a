import { invalid } from '../answers/fault.js';
import type { JsonObject } from '../org/json.js';
import type { Relation } from '../org/relation.js';
import type { Ranked } from '../policies/ranked.js';
import { ranked } from './evaluate-policy.js';

/** A list of policies, or of rules of one policy. */
export interface Ranking<T extends Ranked> {
  readonly items: Relation<T>;
  /** Left side of the relation. */
  readonly ownerId: string;
}

/**
 * Stores an item at its place; those behind it move down. One that asks for a place beyond the end goes there.
 *
 * @param ranking - the list
 * @param item - new, or one that moves
 * @returns the item as stored
 */
export function placeRanked<T extends Ranked>({ items, ownerId }: Ranking<T>, item: T): T {
  const others = ranked(items.values(ownerId)).filter(({ id }) => id !== item.id);
  const at = Math.min(Math.max(item.priority, 1), others.length + 1);
  const placed = { ...item, priority: at };
  renumber({ items, ownerId }, [...others.slice(0, at - 1), placed, ...others.slice(at - 1)]);
  return placed;
}

/**
 * Takes an item out; those behind it move up.
 *
 * @param ranking - the list
 * @param id - of the item
 */
export function removeRanked<T extends Ranked>({ items, ownerId }: Ranking<T>, id: string): void {
  items.delete(ownerId, id);
  renumber({ items, ownerId }, ranked(items.values(ownerId)));
}

function renumber<T extends Ranked>({ items, ownerId }: Ranking<T>, order: readonly T[]): void {
  for (const [at, item] of order.entries()) items.set(ownerId, item.id, { ...item, priority: at + 1 });
}

/**
 * @param body - the JSON that was sent
 * @param standard - what holds if no priority was sent
 * @returns the priority
 * @throws Fault `E0000001` if it is not at least 1
 */
export function priorityIn({ priority }: JsonObject, standard: number): number {
  if (priority === undefined || priority === null) return standard;
  if (typeof priority === 'number' && priority >= 1) return priority;
  throw invalid('priority', 'The field must be at least 1');
}
