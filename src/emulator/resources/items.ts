import type { Occasion } from './occasion.js';
import type { Resource } from './rule.js';
import { stored, storedIn } from './store.js';

/**
 * @param occasion - a request for a list, or for one of its items
 * @param after - key to start behind
 * @returns the items: those that were always there, then those that were created
 */
export function allOf(occasion: Occasion, after?: string): Iterable<Resource> {
  const { call, kind, spot } = occasion;
  if (kind.rule.standing === undefined) return storedIn(call.org, spot.list, after);
  const items = new Map(kind.rule.standing(call).map((item) => [item[kind.key], item]));
  for (const item of storedIn(call.org, spot.list)) items.set(item[kind.key], item);
  const ordered = [...items.values()];
  return after === undefined ? ordered : ordered.slice(ordered.findIndex((item) => item[kind.key] === after) + 1);
}

/**
 * @param occasion - a request for a list, or for one of its items
 * @param key - of the item
 * @returns the item, `undefined` if there is none
 */
export function oneOf({ call, kind, spot }: Occasion, key: string): Resource | undefined {
  const item = stored(call.org, { ...spot, key });
  return item ?? kind.rule.standing?.(call).find((standing) => standing[kind.key] === key);
}
