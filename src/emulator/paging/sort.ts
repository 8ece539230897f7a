import { memberAt } from '../org/json.js';
import type { SortPosition } from './cursor.js';
import { type Cut, cut, filtered } from './cut.js';

/** An order that a request asks for. */
export interface Order {
  /** Path to the attribute. */
  readonly by: readonly string[];
  readonly descending: boolean;
}

interface Placed<T> {
  readonly item: T;
  readonly place: SortPosition;
}

/**
 * One page of a sorted list. Equal values are in the order of their ids; case makes no difference.
 *
 * The page starts behind a place and not after a count, so that items added or removed between two pages neither
 * repeat nor hide others.
 *
 * @param items - all items, in any order
 * @param order - what to sort by
 * @param page - the place behind which the page starts, and its size
 * @returns the page
 */
export function sortedPage<T extends { readonly id: string }>(
  items: Iterable<T>,
  order: Order,
  { after, limit }: { readonly after: SortPosition | undefined; readonly limit: number },
): Cut<T> {
  const compare = (one: Placed<T>, other: Placed<T>) => comparePlaces(one.place, other.place, order);
  const behind = ({ place }: Placed<T>) => after === undefined || comparePlaces(place, after, order) > 0;
  const lowest = lowestOf(filtered(placed(items, order), behind), limit + 1, compare);
  return cut(
    lowest.map(({ item }) => item),
    limit,
  );
}

/**
 * @param item - an item of a sorted list
 * @param order - what the list is sorted by
 * @returns its place
 */
export function placeOf(item: { readonly id: string }, { by }: Order): SortPosition {
  return { key: keyOf(memberAt(item, by)), id: item.id };
}

function* placed<T extends { readonly id: string }>(items: Iterable<T>, order: Order): Generator<Placed<T>, void> {
  for (const item of items) yield { item, place: placeOf(item, order) };
}

/** The first `count` in order. Never holds more than twice as many, however long the list. */
function lowestOf<T>(items: Iterable<T>, count: number, compare: (one: T, other: T) => number): T[] {
  const kept: T[] = [];
  let ceiling: T | undefined;
  for (const item of items) {
    if (ceiling !== undefined && compare(item, ceiling) >= 0) continue;
    kept.push(item);
    if (kept.length < 2 * count) continue;
    kept.sort(compare).length = count;
    ceiling = kept[count - 1];
  }
  return kept.sort(compare).slice(0, count);
}

function keyOf(value: unknown): string | number {
  if (typeof value === 'number') return value;
  return value === undefined || value === null ? '' : String(value).toLowerCase();
}

function comparePlaces(one: SortPosition, other: SortPosition, { descending }: Order): number {
  const byKey = compareKeys(one.key, other.key);
  if (byKey !== 0) return descending ? -byKey : byKey;
  return compareKeys(one.id, other.id);
}

/** Numbers come before texts. */
function compareKeys(one: string | number, other: string | number): number {
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
