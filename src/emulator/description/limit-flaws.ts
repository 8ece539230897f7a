import type { Expanded } from './facts.js';
import type { Flaw } from './flaw.js';

/** A limit of a schema, how a value is measured against it, and what is said if it does not fit. */
interface Limit {
  readonly keyword: 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems';
  readonly sizeOf: (value: unknown) => number | undefined;
  readonly text: (limit: number) => string;
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
const lengthOf = (value: unknown) => (typeof value === 'string' ? [...value].length : undefined);
const countOf = (value: unknown) => (Array.isArray(value) ? value.length : undefined);

const limits: readonly Limit[] = [
  { keyword: 'minimum', sizeOf: numberOf, text: (limit) => `The field must be at least ${limit}` },
  { keyword: 'maximum', sizeOf: numberOf, text: (limit) => `The field must be at most ${limit}` },
  { keyword: 'minLength', sizeOf: lengthOf, text: (limit) => `The field is too short: at least ${limit} characters` },
  { keyword: 'maxLength', sizeOf: lengthOf, text: (limit) => `The field is too long: at most ${limit} characters` },
  { keyword: 'minItems', sizeOf: countOf, text: (limit) => `The list must have at least ${limit} elements` },
  { keyword: 'maxItems', sizeOf: countOf, text: (limit) => `The list must have at most ${limit} elements` },
];

/**
 * Measures a value.
 *
 * @param schema - what it must be
 * @param value - parsed JSON
 * @param path - where it stands
 * @returns which limits it breaks
 */
export function* limitFlaws(schema: Expanded, value: unknown, path: string): Generator<Flaw, void> {
  for (const { keyword, sizeOf, text } of limits) {
    const limit = schema[keyword];
    const size = limit === undefined ? undefined : sizeOf(value);
    if (limit === undefined || size === undefined) continue;
    if (keyword.startsWith('min') ? size < limit : size > limit) yield { path, text: text(limit) };
  }
  if (schema.format === 'date-time' && Number.isNaN(Date.parse(String(value)))) {
    yield { path, text: 'The value must be a date', malformed: true };
  }
}
