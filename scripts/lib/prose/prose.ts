import type { NamedType } from '../model/model.js';
import type { Operation, OperationParameter } from '../operations/operation.js';

/** Our own words about what the description defines. */
export interface Prose {
  /** A short heading in the imperative without a full stop, and one or more sentences. */
  operation(operation: Operation): { readonly summary: string; readonly description: string };
  /** One short sentence. */
  parameter(operation: Operation, parameter: OperationParameter): string;
  /** One short sentence about a member of the request object that is (part of) the body. */
  body(operation: Operation, member: string): string;
  /** One short sentence. */
  type(type: NamedType): string;
  /** One or two sentences about an Api class. */
  api(api: string, operations: readonly Operation[]): string;
}
