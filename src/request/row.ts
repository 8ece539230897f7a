import type { HttpMethod } from '../http/message.js';

/**
 * One operation as data: what distinguishes it from every other. Absent members mean the usual: nothing in the query,
 * no body, a JSON answer.
 */
export interface Row {
  /** Verb, a space, and the path; a placeholder is the name of a request member. */
  readonly call: `${HttpMethod} /${string}`;
  readonly query?: readonly ParameterRow[];
  readonly headers?: readonly ParameterRow[];
  /** Name of the request member that is the body (required, JSON), or a row where it differs. */
  readonly body?: string | BodyRow;
  /** Value of `Accept`, if not JSON. */
  readonly accept?: string;
  /** `void`: nothing is to be read; a page row: the answer is a list. */
  readonly answer?: 'void' | PageRow;
  readonly dates?: DateTree;
  /** Older names of request members that are still accepted: `{ older: current }`. */
  readonly formerly?: Readonly<Record<string, string>>;
}

/** A bare name stands for an optional parameter of the same wire name. */
export type ParameterRow = string | Parameter;

/** A parameter of the query or of a header. */
export interface Parameter {
  /** Request member. */
  readonly name: string;
  /** Name in the query or header, if it differs. */
  readonly wire?: string;
  readonly required?: true;
  /** How an array or object is written; `form` (repeat the name) unless said. */
  readonly style?: 'csv' | 'deepObject';
}

/** A body that is optional or not JSON. */
export interface BodyRow {
  /** Request member; for `multipart` several may be named. */
  readonly name: string | readonly string[];
  readonly optional?: true;
  /** `json` unless said. `certificate` picks PEM or DER by looking at the bytes. */
  readonly as?: 'merge-patch' | 'multipart' | 'certificate' | 'secevent+jwt';
}

/** How a list is paged. */
export type PageRow =
  /** An array; `Link` headers lead to the next page. */
  | 'link'
  /** As `link`, but without an end time the service always announces a next page. */
  | 'poll'
  /** An object that holds the items and the address of the next page. */
  | {
      readonly items: string;
      /** Path to the address, e.g. `_links.next.href`. */
      readonly next: string;
    };

/** Which members are dates: `1` is a date, a tree goes deeper, `*` stands for every key of a map. */
export interface DateTree {
  readonly [member: string]: 1 | DateTree;
}

/** The rows of one Api class by method name. */
export type Rows = Readonly<Record<string, Row>>;
