/** Everything the templates say about types, freed of OpenAPI's ways of writing the same thing. */
export interface Model {
  /** By name. */
  readonly types: ReadonlyMap<string, NamedType>;
}

/** A type with a name of its own. */
export interface NamedType {
  readonly name: string;
  /** Component or operation in whose file it stands: the first part of its pointer that has a name. */
  readonly owner: string;
  /** Where the description defines it. */
  readonly pointer: string;
  shape: Shape;
  readonly deprecated: boolean;
  readonly lifecycle: string | undefined;
}

export type Shape = ObjectShape | UnionShape | AliasShape;

export interface ObjectShape {
  readonly kind: 'object';
  /** Names of the types whose members it has too. */
  readonly bases: readonly string[];
  members: Member[];
  /** Type of members that are not listed; absent if there are none. */
  readonly index: Type | undefined;
}

export interface UnionShape {
  readonly kind: 'union';
  readonly variants: readonly string[];
  readonly discriminator: { readonly property: string; readonly tags: ReadonlyMap<string, string> } | undefined;
  /** What every variant of a discriminated base has, the tag left out. */
  readonly common: ObjectShape | undefined;
}

export interface AliasShape {
  readonly kind: 'alias';
  readonly type: Type;
}

export type Type =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'array'; readonly items: Type; readonly nullableItems: boolean }
  | { readonly kind: 'map'; readonly values: Type; readonly nullableValues: boolean }
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | { readonly kind: 'enum'; readonly values: readonly (string | number)[]; readonly open: boolean }
  | { readonly kind: 'any-of'; readonly types: readonly Type[] };

export type Scalar = 'string' | 'number' | 'boolean' | 'unknown' | 'date' | 'file' | 'never';

export interface Member {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
  /** The service never leaves it out of what it returns. */
  readonly returned: boolean;
  readonly facts: MemberFacts;
}

/** Limits and defaults, for the doc comment and for example values. */
export interface MemberFacts {
  readonly default?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly lifecycle?: string;
}
