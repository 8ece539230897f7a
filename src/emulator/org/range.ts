/** Which part of a table to walk. */
export interface Range {
  /** Only keys that begin with this text. */
  readonly prefix?: string;
  /** Only keys behind this one, seen in walking direction; the key itself need not exist (any more). */
  readonly after?: string | undefined;
  readonly backwards?: boolean;
}

const HIGHEST = '\uffff';

/**
 * @param range - part of a table
 * @returns its lowest key, and the key in front of which it ends
 */
export function boundsOf({ prefix = '', after, backwards }: Range): { readonly low: string; readonly high: string } {
  const end = `${prefix}${HIGHEST}`;
  if (after === undefined) return { low: prefix, high: end };
  // U+0000 behind a key makes the very next one.
  return backwards ? { low: prefix, high: after } : { low: `${after}\0`, high: end };
}

/**
 * @param keys - in order
 * @param key - any key
 * @returns index of the first one that is not lower
 */
export function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  if ((keys[high - 1] ?? '') < key) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
