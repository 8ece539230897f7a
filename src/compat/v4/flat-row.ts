import type { Row } from '../../request/row.js';

/** An operation as versions 4 to 6 called it. Its answer is left as it was received, so it has no dates. */
export interface FlatRow extends Row {
  /** Parameters of the query that are part of the operation. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** A body that is no JSON. */
  readonly bytes?: BytesRow;
  /** Model of the answer, or of the items of a list. Without it, callers get the answer itself. */
  readonly returns?: string;
}

/** How a certificate is sent. */
export interface BytesRow {
  /** Name of the argument. */
  readonly name: string;
  readonly type: string;
  /** Transfer encoding, if the bytes are wrapped in one. */
  readonly encoding?: string;
}

/** A method of a value: a flat method, of which the value fills some arguments. */
export interface ModelLink {
  readonly to: string;
  /** Argument of the path to member of the value. */
  readonly from?: Readonly<Record<string, string>>;
  /** The value itself is the body. */
  readonly self?: true;
}
