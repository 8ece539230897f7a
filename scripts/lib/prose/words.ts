/** The hand-written words of a document: the files of `spec/prose/<document>/`. */
export interface Words {
  /** `<Api>.yaml` by class name. */
  readonly apis: ReadonlyMap<string, ApiWords>;
  /** `types.yaml`: one sentence by type name. */
  readonly types: Readonly<Record<string, string>>;
  /** `resources.yaml`: nouns by path, each placeholder written as `*`. */
  readonly resources: Readonly<Record<string, ResourceWords>>;
  /** `verbs.yaml`: sentences by the first word of a method. */
  readonly verbs: Readonly<Record<string, VerbWords>>;
  /** `parameters.yaml`. */
  readonly parameters: ParameterWords;
  /** `terms.yaml`. */
  readonly terms: Terms;
}

/** What the file of an Api class says. */
export interface ApiWords {
  /** About the class as a whole. */
  readonly api?: string;
  readonly operations?: Readonly<Record<string, OperationWords>>;
}

/** What an operation says instead of what the rules say. */
export interface OperationWords {
  readonly summary?: string;
  readonly description?: string;
  /** Sentences by member of the request, the body included. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** How something that has a path is called. */
export interface ResourceWords {
  /** Singular noun; with `the` before it if its parent has exactly one. */
  readonly one: string;
  /** Plural, if it is not regular. */
  readonly many?: string;
  /** Preposition between it and what it belongs to, `of` by default. */
  readonly of?: string;
  /** What it is called where what it belongs to is not mentioned. */
  readonly alone?: string;
  /** A sentence to add to the description of one of its operations, by verb. */
  readonly notes?: Readonly<Record<string, string>>;
}

/** Templates of the texts of operations that begin with one verb. Placeholders are phrases about the resource. */
export interface VerbWords {
  readonly summary: string;
  /** One sentence each: the first choice that fits. */
  readonly text: readonly (readonly Choice[])[];
  readonly body?: string;
}

/** One way to say something. */
export interface Choice {
  /** Facts that must hold, separated by spaces; `!` before one that must not. */
  readonly when?: string;
  readonly say: string;
}

/** What parameters mean, whatever the operation. */
export interface ParameterWords {
  /** Templates by the end of a name, for parameters of the path. */
  readonly endings: Readonly<Record<string, string>>;
  /** Templates by name. */
  readonly names: Readonly<Record<string, string>>;
  /** Parameters that leave items of a list out, in the order they are mentioned. */
  readonly narrowing: readonly string[];
}

/** The words that the grammar needs to know. */
export interface Terms {
  /** Article of words of which the first letter does not tell. */
  readonly articles: Readonly<Record<string, string>>;
  /** How parts of names are written in a text. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Last segments of paths that say what is done, not to what. */
  readonly actions: readonly string[];
}
