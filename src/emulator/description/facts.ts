import { factsText } from '../../../generated/management/emulator-facts.js';

/** What the description says beyond the rows. */
export interface Facts {
  /** By method name, e.g. `getUser`. */
  readonly operations: Readonly<Record<string, OperationFacts>>;
  readonly schemas: Schemas;
}

/** The components of the description. */
export interface Schemas {
  readonly byName: Readonly<Record<string, Schema>>;
  /** What `expand` found that holds for every value: merging the same schemas again would take much of each request. */
  readonly expanded: WeakMap<Schema, Expanded>;
}

/** A schema without references and parts: what one value must be. */
export type Expanded = Omit<Schema, '$ref' | 'allOf' | 'oneOf' | 'anyOf'>;

/** What the description says of one operation. */
export interface OperationFacts {
  /** Of the answer if all goes well. */
  readonly status: number;
  /** OAuth scopes, all of which are needed; absent if the operation needs none. */
  readonly scopes?: readonly string[];
  /** Of a JSON body. */
  readonly body?: Schema;
  readonly bodyRequired?: true;
  /** Of a JSON answer. */
  readonly answer?: Schema;
  /** Media type of an answer that is not JSON. */
  readonly media?: string;
}

/** A schema with the keywords of OpenAPI 3.0 that Okta uses. References are bare names. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | false;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  /** Member that tells the variants apart. */
  readonly tag?: string;
  /** Component by value of the tag. */
  readonly variants?: Readonly<Record<string, string>>;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
}

/**
 * @returns the facts, parsed anew
 */
export function readFacts(): Facts {
  const { operations, schemas }: { operations: Facts['operations']; schemas: Schemas['byName'] } =
    JSON.parse(factsText);
  return { operations, schemas: { byName: schemas, expanded: new WeakMap() } };
}
