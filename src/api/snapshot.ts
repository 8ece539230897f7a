/**
 * Copies what is to be sent later, so that what the caller does to it meanwhile changes nothing.
 *
 * @param value - a request object
 * @returns the same with plain objects, arrays and dates of its own; everything else in it, such as a file, is the same
 */
export function snapshot<T>(value: T): T {
  const copies = new Map<unknown, unknown>();
  const copyOf = (inner: unknown): unknown => {
    const kind = kindOf(inner);
    if (kind === Date.prototype) return new Date(inner as Date);
    if (kind === undefined) return inner;
    const known = copies.get(inner);
    if (known !== undefined) return known;
    const copy = kind === Array.prototype ? [] : {};
    copies.set(inner, copy);
    // Not by assignment: `__proto__` may be the name of a member.
    for (const [name, member] of Object.entries(inner as object)) {
      Object.defineProperty(copy, name, { ...OWN, value: copyOf(member) });
    }
    return copy;
  };
  return copyOf(value) as T;
}

const OWN = { configurable: true, enumerable: true, writable: true };

const KINDS: readonly unknown[] = [Object.prototype, Array.prototype, Date.prototype];

/** What plain objects, arrays and dates come from; of other things nobody knows how to copy them. */
function kindOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const kind: unknown = Object.getPrototypeOf(value) ?? Object.prototype;
  return KINDS.includes(kind) ? kind : undefined;
}
