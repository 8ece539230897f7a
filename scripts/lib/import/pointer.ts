import { isObject, type Json, own } from './json.js';

/** The JSON pointer of a member, as a URI fragment (`#/paths/~1api`). */
export const memberPointer = (parent: string, key: string | number): string =>
  `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The keys that a pointer such as `#/components/schemas/User` goes through. */
export const pointerKeys = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => unescapeUri(part).replaceAll('~1', '/').replaceAll('~0', '~'));

/** The value a local pointer leads to, or undefined. */
export function resolvePointer(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const key of pointerKeys(pointer)) value = step(value, key);
  return value;
}

function step(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) ? own(value, key) : undefined;
}

function unescapeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % is part of the name
  }
}
