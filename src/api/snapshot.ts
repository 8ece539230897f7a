/**
 * Copies what is to be sent later, so that what the caller does to it meanwhile changes nothing.
 *
 * @param value - a request object
 * @returns the same with plain objects and arrays of its own; everything else in it, such as a file, is the same
 */
export function snapshot<T>(value: T): T {
  const copies = new Map<unknown, unknown>();
  const copyOf = (inner: unknown): unknown => {
    const kind = kindOf(inner);
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

/** What plain objects and arrays come from; of other things nobody knows how to copy them. */
function kindOf(value: unknown): object | undefined {
  const kind: unknown = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  return kind === Object.prototype || kind === Array.prototype ? (kind as object) : undefined;
}
