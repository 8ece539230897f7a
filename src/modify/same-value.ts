/**
 * Whether two values would be sent as the same JSON. The order of members does not count, nor do members that are
 * `undefined`, which JSON leaves out.
 *
 * @param one - of JSON's kinds, or a `Date`
 * @param other - compared with it
 * @returns true if nothing differs
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Date || other instanceof Date) return JSON.stringify(one) === JSON.stringify(other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const members = new Set([...Object.keys(one), ...Object.keys(other)]);
  if (Array.isArray(one) && one.length !== (other as unknown[]).length) return false;
  return [...members].every((name) => sameValue(memberOf(one, name), memberOf(other, name)));
}

function memberOf(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
