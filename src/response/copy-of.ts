import { copyOfDate } from './dates.js';

/**
 * Copies what was read from JSON, so that whoever gets the copy may change it.
 *
 * @param value - parsed JSON with dates
 * @returns the copy, with members in the same order
 * @throws RangeError for a value that is nested more deeply than the stack allows
 */
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Date) return copyOfDate(value);
  // Spreading keeps even a member called `__proto__` what it is.
  const copy: Record<string, unknown> = { ...value };
  for (const name in copy) {
    const member = copy[name];
    if (typeof member === 'object' && member !== null) copy[name] = copyOf(member);
  }
  return copy;
}
