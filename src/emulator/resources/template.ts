/** Placeholders that stand for any value: names differ between operations of the same resource. */
const ANY = '{}';

/**
 * @param template - path with placeholders, e.g. `/api/v1/apps/{appId}/keys`
 * @returns the same with nameless placeholders, so that paths of several operations can be compared
 */
export function shapeOf(template: string): string {
  return template.replace(/\{[^}]*\}/g, ANY);
}

/**
 * @param shape - path with nameless placeholders
 * @returns the path that it is an item or a part of
 */
export function parentOf(shape: string): string {
  return shape.slice(0, shape.lastIndexOf('/'));
}

/**
 * @param shape - path with nameless placeholders
 * @returns its last segment
 */
export function lastOf(shape: string): string {
  return shape.slice(shape.lastIndexOf('/') + 1);
}

/**
 * @param shape - path with nameless placeholders
 * @returns whether its last segment is one, so that it is the path of an item
 */
export function isItem(shape: string): boolean {
  return lastOf(shape) === ANY;
}

/**
 * @param template - path with placeholders
 * @param values - of the placeholders
 * @returns the path that a request has, each value encoded
 */
export function concrete(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^}]*)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
