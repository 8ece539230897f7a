/** What the templates of the doc pages print. Every text is final Markdown; the templates only place it. */

/** The top of the page of an Api class. */
export interface ApiDoc {
  readonly name: string;
  readonly description: string;
  readonly methods: readonly MethodLine[];
}

/** The page of an Api class. */
export interface ApiPage {
  readonly top: ApiDoc;
  /** Sections by method. */
  readonly methods: ReadonlyMap<string, MethodDoc>;
}

/** One line of the table at the top of a page. */
export interface MethodLine {
  readonly method: string;
  readonly anchor: string;
  readonly call: string;
  readonly summary: string;
}

/** The section of a method. */
export interface MethodDoc {
  readonly method: string;
  /** Anchor of the page's title. */
  readonly top: string;
  readonly signature: string;
  readonly description: string;
  /** Source text that can be run as it is. */
  readonly example: string;
  readonly hasMembers: boolean;
  readonly members: readonly MemberLine[];
  readonly returns: string;
  readonly statuses: readonly StatusLine[];
  /** Scopes, lifecycle, older names: a sentence each. */
  readonly notes: readonly string[];
}

/** A member of the request object. */
export interface MemberLine {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly notes: string;
}

export interface StatusLine {
  readonly code: string;
  readonly meaning: string;
  readonly answer: string;
}

/** One line of the index of Api classes. */
export interface ApiLine {
  readonly name: string;
  readonly description: string;
  readonly methods: number;
}

/** One line of the list of types. */
export interface TypeLine {
  readonly name: string;
  readonly anchor: string;
  /** Of the TypeScript source, relative to the list. */
  readonly file: string;
  readonly description: string;
}

/** Everything that the doc templates print. */
export interface Docs {
  /** By class name. */
  readonly apis: ReadonlyMap<string, ApiPage>;
  readonly index: readonly ApiLine[];
  readonly types: readonly TypeLine[];
}
