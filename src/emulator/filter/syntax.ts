/** Operators of comparisons. Source: RFC 7644, section 3.4.2.2 */
export const operators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'sw', 'ew', 'co'] as const;

/** An operator that compares an attribute with a value. */
export type Operator = (typeof operators)[number];

/** What a comparison compares with. */
export type Literal = string | number | boolean;

/** A parsed filter. `at` is the position in the text that a complaint about the part should name. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression; readonly at: number }
  | { readonly kind: 'present'; readonly attribute: string; readonly at: number }
  | {
      readonly kind: 'compare';
      readonly attribute: string;
      readonly operator: Operator;
      readonly value: Literal;
      readonly at: number;
    };

/** A filter that cannot be read or asks for what a list does not offer. */
export class FilterError extends Error {
  /** Position in the text, from 0. */
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}
