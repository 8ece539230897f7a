/** A JSON object of unknown content. */
export type JsonObject = { readonly [member: string]: unknown };

/**
 * @param value - anything that came out of `JSON.parse`
 * @returns whether it is an object, not an array and not null
 */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a member however deep, never one that is inherited.
 *
 * @param value - an object, or anything else
 * @param path - names from the outside in
 * @returns the member; for a path through an array, the members of its elements; `undefined` if there is none
 */
export function memberAt(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (let depth = 0; depth < path.length; depth++) {
    const name = path[depth] ?? '';
    if (Array.isArray(current)) return current.flatMap((element) => memberAt(element, path.slice(depth)) ?? []);
    if (!isObject(current) || !Object.hasOwn(current, name)) return undefined;
    current = current[name];
  }
  return current;
}

/**
 * Fills in what a JSON object lacks.
 *
 * @param given - what was sent
 * @param defaults - what stands where nothing was sent; objects in it are filled in member by member
 * @returns a new object: the members of `defaults` first, then the others
 */
export function withDefaults(given: unknown, defaults: JsonObject): JsonObject {
  if (!isObject(given)) return defaults;
  const merged = Object.entries(defaults).map(([name, standard]) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (isObject(standard) && isObject(value)) return [name, withDefaults(value, standard)];
    return [name, value ?? standard];
  });
  return { ...Object.fromEntries(merged), ...rest(given, defaults) };
}

function rest(given: JsonObject, known: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !Object.hasOwn(known, name)));
}
