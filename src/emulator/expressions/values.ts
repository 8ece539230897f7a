/** A value of an expression that cannot be used as it stands there: the expression then has no result. */
export class NoResult extends Error {}

/**
 * @param value - any value
 * @returns the same, if it is a boolean
 * @throws NoResult else, as nothing else counts as true or false
 */
export function truthOf(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new NoResult();
}

/**
 * @param one - any value
 * @param other - any value
 * @returns whether they are equal; nothing equals a value of another type
 */
export function areEqual(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((element, i) => areEqual(element, other[i]));
  }
  return one === other;
}

/**
 * @param one - a value
 * @param other - a value of the same type
 * @returns less than, equal to or greater than 0; null is the lowest
 * @throws NoResult for values that cannot be ordered
 */
export function order(one: unknown, other: unknown): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one !== 'string' || typeof other !== 'string') throw new NoResult();
  return one < other ? -1 : Number(one > other);
}

/**
 * @param value - any value
 * @returns it as text; nothing for null
 */
export function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/**
 * @param value - any value
 * @returns the same, if it is a number
 * @throws NoResult else
 */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  throw new NoResult();
}

/**
 * @param value - any value
 * @returns the elements of a list, nothing for null, else the value alone
 */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}
