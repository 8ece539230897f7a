/** One TypeScript declaration, as the model template prints it. */
export interface Declaration {
  readonly name: string;
  /** Lines of the doc comment. */
  readonly doc: readonly string[];
  /** Set for an interface. */
  readonly body?: InterfaceBody;
  /** Set for a type alias. */
  readonly alias?: string;
}

export interface InterfaceBody {
  /** ` extends A, B`, or empty. */
  readonly heritage: string;
  readonly members: readonly PrintedMember[];
}

export interface PrintedMember {
  /** At most one line. */
  readonly doc: readonly string[];
  /** Identifier, quoted text or index signature. */
  readonly key: string;
  /** `?`, or empty. */
  readonly mark: string;
  readonly type: string;
}
