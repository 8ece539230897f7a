import type { BinaryOperator } from './node.js';

/** How tightly an operator between two values binds. */
export interface Binding {
  readonly operator: BinaryOperator;
  /** Higher binds first. */
  readonly strength: number;
}

/** Strength of what stands in front of a value: `!` and `-` bind tighter than anything between two values. */
export const PREFIX = 70;
/** `not` as a word takes the whole comparison behind it. */
export const NOT_WORD = 35;

/**
 * Operators as they may be written, words in lower case.
 *
 * Source: https://developer.okta.com/docs/reference/okta-expression-language/ and the operators of the Spring Expression
 * Language, which it is based on
 */
export const bindings: ReadonlyMap<string, Binding> = new Map<string, Binding>([
  ...spelled('or', 20, ['or', '||']),
  ...spelled('and', 30, ['and', '&&']),
  ...spelled('==', 40, ['==', 'eq']),
  ...spelled('!=', 40, ['!=', 'ne']),
  ...spelled('<', 40, ['<', 'lt']),
  ...spelled('<=', 40, ['<=', 'le']),
  ...spelled('>', 40, ['>', 'gt']),
  ...spelled('>=', 40, ['>=', 'ge']),
  ...spelled('matches', 40, ['matches']),
  ...spelled('+', 50, ['+']),
  ...spelled('-', 50, ['-']),
  ...spelled('*', 60, ['*']),
  ...spelled('/', 60, ['/']),
  ...spelled('%', 60, ['%']),
]);

function spelled(operator: BinaryOperator, strength: number, spellings: readonly string[]): [string, Binding][] {
  return spellings.map((spelling) => [spelling, { operator, strength }]);
}
