import type { ExpressionContext } from './context.js';

/** Type of a result, as far as it is known before anything is evaluated. */
export type ResultType = 'boolean' | 'text' | 'number' | 'list' | 'any';

/** A function of the expression language. */
export interface ExpressionFunction {
  readonly returns: ResultType;
  /** How many arguments it takes at least. */
  readonly least: number;
  /** And at most; as many as at least unless given. */
  readonly most?: number;
  readonly apply: (args: readonly unknown[], context: ExpressionContext) => unknown;
}

/** Functions by name, e.g. `String.len`. */
export type ExpressionFunctions = Readonly<Record<string, ExpressionFunction>>;

/** `most` of functions that take any number of arguments. */
export const ANY_NUMBER = Number.POSITIVE_INFINITY;
