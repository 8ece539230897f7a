/** A value of a parsed description. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** An object of a parsed description. */
export interface JsonObject {
  [key: string]: Json;
}

/** Tells an object from lists, null and scalars. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under a key, or an empty one. */
export function objectAt(parent: JsonObject | undefined, key: string): JsonObject {
  const value = own(parent, key);
  return isObject(value) ? value : {};
}

/** The list under a key, or an empty one. */
export function listAt(parent: JsonObject | undefined, key: string): Json[] {
  const value = own(parent, key);
  return Array.isArray(value) ? value : [];
}

/** The text under a key, if it is one. */
export function textAt(parent: JsonObject | undefined, key: string): string | undefined {
  const value = own(parent, key);
  return typeof value === 'string' ? value : undefined;
}

/** The objects of a list, everything else left out. */
export const objectsAt = (parent: JsonObject | undefined, key: string): JsonObject[] =>
  listAt(parent, key).filter(isObject);

/** The texts of a list, everything else left out. */
export const textsAt = (parent: JsonObject | undefined, key: string): string[] =>
  listAt(parent, key).filter((item) => typeof item === 'string');

/** A member that the object has itself: `constructor` and its like are names that a description may use. */
export function own(parent: JsonObject | undefined, key: string): Json | undefined {
  return parent !== undefined && Object.hasOwn(parent, key) ? parent[key] : undefined;
}

/** Orders names by code unit, so that the order does not depend on a locale. */
export const byName = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
