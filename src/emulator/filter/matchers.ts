import type { Literal, Operator } from './syntax.js';

type Comparable = string | number | boolean;

/** All but `ne`, which is `eq` turned round. */
export type PositiveOperator = Exclude<Operator, 'ne'>;

/** How each operator compares what an item has with what the filter says, both of the same type. */
const matchers: Readonly<Record<PositiveOperator, (actual: Comparable, wanted: Comparable) => boolean>> = {
  eq: (actual, wanted) => actual === wanted,
  gt: (actual, wanted) => actual > wanted,
  ge: (actual, wanted) => actual >= wanted,
  lt: (actual, wanted) => actual < wanted,
  le: (actual, wanted) => actual <= wanted,
  sw: (actual, wanted) => String(actual).startsWith(String(wanted)),
  ew: (actual, wanted) => String(actual).endsWith(String(wanted)),
  co: (actual, wanted) => String(actual).includes(String(wanted)),
};

/** How values are compared. */
export interface Comparison {
  readonly operator: PositiveOperator;
  readonly wanted: Literal;
  readonly date: boolean;
  readonly ignoreCase: boolean;
}

/**
 * Makes the test of one comparison.
 *
 * @param comparison - operator, value and rules
 * @returns a test of one value that an item has; values of another type than the wanted one never match
 */
export function matcherFor(comparison: Comparison): (actual: unknown) => boolean {
  const normal = (value: unknown) => normalise(value, comparison);
  const wanted = normal(comparison.wanted);
  const matches = matchers[comparison.operator];
  return (actual) => {
    const own = normal(actual);
    return own !== undefined && wanted !== undefined && typeof own === typeof wanted && matches(own, wanted);
  };
}

function normalise(value: unknown, { date, ignoreCase }: Comparison): Comparable | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  if (date) return Date.parse(value);
  return ignoreCase ? value.toLowerCase() : value;
}
