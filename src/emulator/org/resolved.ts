import type { Table } from './table.js';

/**
 * @param ids - ids of some resources
 * @param table - where they are stored
 * @returns the resources, found when asked for
 */
export function* resolved<V>(ids: Iterable<string>, table: Table<V>): Generator<V, void, undefined> {
  for (const id of ids) {
    const value = table.get(id);
    if (value !== undefined) yield value;
  }
}
