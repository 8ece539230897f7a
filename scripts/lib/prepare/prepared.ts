import type { Declaration, PrintedMember } from '../print/declaration.js';

/** What the templates print. Every text is final; the templates only place it. */

/** One method of an Api class. */
export interface PreparedOperation {
  readonly method: string;
  readonly api: string;
  /** Lines of the doc comment. */
  readonly doc: readonly string[];
  readonly request: string;
  /** `request: XRequest` or `request?: XRequest`. */
  readonly requestParameter: string;
  /** Members of the request interface. */
  readonly members: readonly PrintedMember[];
  /** `send` or `list`, with its type arguments. */
  readonly call: string;
  readonly returns: string;
  readonly row: string;
  /** Methods and request interfaces under older names. */
  readonly aliases: readonly { readonly alias: string; readonly aliasRequest: string; readonly aliasDoc: string }[];
}

/** One Api class. The template finds it at its first operation. */
export interface PreparedApi {
  readonly name: string;
  readonly doc: readonly string[];
  /** Types of the models that the class mentions. */
  readonly models: readonly string[];
  readonly hasModels: boolean;
  /** Types of the runtime that it mentions. */
  readonly runtime: readonly string[];
  readonly usesDates: boolean;
}

/** One file of models. */
export interface PreparedModel {
  readonly imports: readonly { readonly names: string; readonly from: string }[];
  readonly declarations: readonly Declaration[];
}
