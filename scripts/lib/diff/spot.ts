import type { JsonObject } from '../import/json.js';
import type { LookUp } from '../import/list-parameters.js';
import type { ChangeKind, Difference } from './report.js';
import type { Positions } from './verdict.js';

/** Compares two objects of the same kind. */
export type Compare = (before: JsonObject, after: JsonObject, spot: Spot) => Difference[];

/** A place in two releases. */
export interface Spot {
  where: string;
  positions: Positions;
  /** Resolves references in either release. */
  lookUp: { before: LookUp; after: LookUp };
  /** Pairs of types that are being compared already. */
  seen: ReadonlySet<string>;
  /** Compares two schemas, for schemas in schemas. */
  compare: Compare;
}

/** A difference at a place. */
export const differ = ({ where, positions }: Spot, kind: ChangeKind, text: string): Difference => ({
  kind,
  where,
  text,
  positions,
});

/** A value as a text may show it. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
