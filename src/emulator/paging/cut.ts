/** The items of one page, and whether others follow. */
export interface Cut<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/**
 * Takes one page off the front of a list, looking at no more items than needed.
 *
 * @param items - everything behind the cursor, in order
 * @param limit - page size
 * @returns the page
 */
export function cut<T>(items: Iterable<T>, limit: number): Cut<T> {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === limit) return { items: taken, more: true };
    taken.push(item);
  }
  return { items: taken, more: false };
}

/**
 * @param items - any items
 * @param keep - says which of them stay
 * @returns those that stay, found when asked for
 */
export function* filtered<T>(items: Iterable<T>, keep: (item: T) => boolean): Generator<T, void, undefined> {
  for (const item of items) if (keep(item)) yield item;
}
