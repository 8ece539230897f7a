import type { MemberFacts, Type } from '../model/model.js';

/** An operation with its public names, freed of OpenAPI's ways of writing the same thing. */
export interface Operation {
  readonly apis: readonly string[];
  readonly method: string;
  /** Upper case. */
  readonly verb: string;
  /** With the names of request members as placeholders. */
  readonly path: string;
  readonly operationId: string;
  /** Section of Okta's reference that describes it. */
  readonly tag: string;
  /** Of path, query and headers, in this order. */
  readonly parameters: readonly OperationParameter[];
  readonly body: OperationBody | undefined;
  readonly answer: Answer;
  readonly statuses: readonly Status[];
  /** OAuth scopes; empty if the operation needs none. */
  readonly scopes: readonly string[];
  readonly lifecycle: string | undefined;
  readonly deprecated: boolean;
  readonly formerly: Readonly<Record<string, string>> | undefined;
  /** Older methods that do the same. */
  readonly aliases: readonly string[];
}

export interface OperationParameter {
  /** Request member. */
  readonly name: string;
  readonly wire: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly type: Type;
  readonly style: 'form' | 'csv' | 'deepObject';
  readonly deprecated: boolean;
  readonly facts: MemberFacts;
}

export interface OperationBody {
  readonly as: BodyKind;
  readonly optional: boolean;
  /** One, but for multipart, where each field is a member. */
  readonly members: readonly { readonly name: string; readonly type: Type; readonly required: boolean }[];
}

export type BodyKind = 'json' | 'merge-patch' | 'multipart' | 'certificate' | 'secevent+jwt';

export type Answer =
  | { readonly kind: 'void' }
  | { readonly kind: 'value'; readonly type: Type; readonly accept: string; readonly maybeVoid: boolean }
  | { readonly kind: 'list'; readonly items: Type; readonly page: 'link' | 'poll' }
  | { readonly kind: 'wrapped-list'; readonly type: Type; readonly items: Type; readonly page: WrappedPage };

export interface WrappedPage {
  readonly items: string;
  readonly next: string;
}

export interface Status {
  readonly code: string;
  readonly hasBody: boolean;
}
