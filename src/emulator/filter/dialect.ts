import type { Literal, Operator } from './syntax.js';

/** What may be asked about one attribute. */
export interface Attribute<T> {
  /** Operators that it takes; `pr` is among them where presence may be asked for. */
  readonly operators: readonly (Operator | 'pr')[];
  /** Compared as points in time. */
  readonly date?: true;
  /** Where the value stands, if the name is not the path to it. */
  readonly read?: (item: T) => unknown;
  /** Answers `eq` by itself, for what is no member of the item. */
  readonly holds?: (item: T, value: Literal) => boolean;
}

/** What one list understands: Okta's lists share a grammar but not the attributes, operators and case rules. */
export interface Dialect<T> {
  /** Finds an attribute by its name, which is case-sensitive. */
  readonly attribute: (name: string) => Attribute<T> | undefined;
  /** Whether texts are equal that differ in case only. */
  readonly ignoreCase?: true;
  /** Whether `not` is understood. */
  readonly not?: true;
  /** Whether only one comparison is understood, without connectives. */
  readonly single?: true;
}
