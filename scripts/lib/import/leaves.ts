import { isObject, type Json, type JsonObject } from './json.js';
import type { LeafName } from './kind.js';

/** How a value is checked, and what is written of it; undefined where nothing is. */
interface Leaf {
  expects: string;
  fits: (value: Json) => boolean;
  write?: (value: Json) => Json | undefined;
}

/** More levels than any description has. */
export const MAX_DEPTH = 200;

const isText = (value: Json): value is string => typeof value === 'string';
const isTexts = (value: Json): value is string[] => Array.isArray(value) && value.every(isText);
const isMapOf = (value: Json, fits: (item: Json) => boolean): value is JsonObject =>
  isObject(value) && Object.values(value).every(fits);

/** An alias of YAML may lead back to what it stands in. */
const isTree = (value: Json, depth = 0): boolean =>
  depth < MAX_DEPTH &&
  (typeof value !== 'object' || Object.values(value ?? {}).every((item) => isTree(item, depth + 1)));

/** A format is a name; some published ones are sentences, which no tool can read. */
const FORMAT_NAME = /^[A-Za-z][A-Za-z0-9-]*$/;

const namesOnly = (value: Json): Json =>
  isObject(value) ? Object.fromEntries(Object.keys(value).map((name) => [name, ''])) : value;

/** The values that are taken as they are, by name. */
export const LEAVES: Readonly<Record<LeafName, Leaf>> = {
  text: { expects: 'a text', fits: isText },
  texts: { expects: 'a list of texts', fits: isTexts },
  flag: { expects: 'true or false', fits: (value) => typeof value === 'boolean' },
  number: { expects: 'a number', fits: (value) => typeof value === 'number' },
  any: { expects: 'a value that does not contain itself', fits: isTree },
  list: { expects: 'a list', fits: (value) => Array.isArray(value) && isTree(value) },
  textMap: { expects: 'an object of texts', fits: (value) => isMapOf(value, isText) },
  names: { expects: 'an object', fits: isObject, write: namesOnly },
  format: {
    expects: 'a text',
    fits: isText,
    write: (value) => (isText(value) && FORMAT_NAME.test(value) ? value : undefined),
  },
  security: {
    expects: 'a list of security requirements',
    fits: (value) => Array.isArray(value) && value.every((item) => isMapOf(item, isTexts)),
  },
};

/** A short name of what stands where something else was expected. */
export function nameOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return isObject(value) ? 'an object' : `a ${typeof value}`;
}
