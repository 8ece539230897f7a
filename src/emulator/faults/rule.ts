/** An answer that takes the place of the org's. */
export interface AnswerFault {
  readonly status: number;
  /** JSON, or a text that is sent as it is; Okta's error for the status unless given. */
  readonly body?: unknown;
  /** Take the place of standing headers of the same name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Everything that can be made of an answer. */
export const spoilings = [
  /** The connection is reset before the request is handled. */
  'drop',
  /** The request is handled, then the connection is reset: the client cannot know. */
  'dropAfterApplying',
  /** Content-Length is right, but the connection ends in the middle of the body. */
  'truncate',
  /** The body is cut so that it is no JSON, with a Content-Length that fits. */
  'garbage',
  /** A page of a list without items, that leads to the same page once more. */
  'emptyPage',
  /** The first item of a list stands there again at its end. */
  'duplicateItem',
  /** A GET answers what stood there before the last write. */
  'staleRead',
] as const;

/** One of {@link spoilings}. */
export type Spoiling = (typeof spoilings)[number];

/** What goes wrong. */
export type FaultAction =
  | AnswerFault
  /** Wait, then go on. */
  | { readonly delayMs: number }
  /** As `staleRead`, in the first milliseconds after a write only. */
  | { readonly staleReadMs: number }
  | Spoiling;

/**
 * What goes wrong, and when. A member that is left out is no condition.
 *
 * @example `{ operation: 'createUser', times: 2, then: { status: 503 } }`
 */
export interface FaultRule {
  /** Method name of the SDK, e.g. `listUsers`. */
  readonly operation?: string;
  readonly method?: string;
  /** Path without query; `*` stands for anything. */
  readonly path?: string;
  /** How often, at most. */
  readonly times?: number;
  /** Chance of each request, at most 1. */
  readonly probability?: number;
  /** How many requests that fit pass before. */
  readonly after?: number;
  readonly then: FaultAction;
}
