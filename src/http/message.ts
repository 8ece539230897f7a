import type { HttpHeaders } from './headers.js';

/** Verbs that the Okta API uses. Source: RFC 9110, section 9, and RFC 5789 (PATCH). */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

/** The operation that a request belongs to, for messages, hooks and metrics. */
export interface OperationName {
  /** Class, e.g. `UserApi`. */
  readonly api: string;
  /** Method of that class, e.g. `getUser`. */
  readonly method: string;
}

/**
 * A request on its way through the pipeline. A middleware that changes one passes on a copy.
 *
 * The body is text or bytes, never a stream, so that every attempt can send it again.
 */
export interface HttpRequest {
  readonly method: HttpMethod;
  /** Absolute URL, encoded. */
  readonly url: string;
  /** Names as they are to be sent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
  readonly operation?: OperationName;
  /** Path with placeholders, e.g. `/api/v1/users/{userId}`: the same for all requests of an operation. */
  readonly template?: string;
  /** Whether the answer is expected to be a list; not said for endpoints that the SDK does not know. */
  readonly isCollection?: boolean;
  /** What the caller said about this call. */
  readonly call?: CallState;
}

/** Settings of one call that steps of the pipeline read. */
export interface CallSettings {
  /** Longest time for the call with all its attempts and waits, in milliseconds; 0 means none. */
  readonly timeoutMs?: number;
  /** `false` sends the request once. */
  readonly retry?: boolean;
  /** Attempts after the first. */
  readonly maxRetries?: number;
  /** `false` neither reads nor fills the cache. */
  readonly cache?: boolean;
  /** Among calls that wait for the rate limit, those with a higher one go first; 0 unless given. */
  readonly priority?: number;
}

/** A call on its way: its settings, and when it must have ended. */
export interface CallState extends CallSettings {
  /** Milliseconds since 1970. */
  readonly deadline?: number;
}

/** An answer. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** The body as UTF-8 text. */
  text(): Promise<string>;
  /** The body as bytes. */
  bytes(): Promise<Uint8Array>;
  /** There if all of the body has arrived, and can be read any number of times. */
  readonly arrived?: Arrived;
  /** There if the same answer is given out several times, so that it needs to be read but once. */
  readonly reading?: Reading;
}

/** A body as it came. */
export interface Arrived {
  /** In pieces. */
  readonly parts: readonly Uint8Array[];
  /** What reads it. A step that gives an answer another text leaves this as it was. */
  readonly text: HttpResponse['text'];
}

/** What was read from the text of an answer, with all that it follows from. */
export interface Reading {
  text?: string;
  /** Where dates were looked for. */
  dates?: unknown;
  /** Never given out itself, as callers may change what they get. */
  value?: unknown;
}

/** Sends a request and gives its answer: a transport, or a whole pipeline seen from outside. */
export type Handler = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * One step of the pipeline.
 *
 * @param request - what is to be sent
 * @param next - the rest of the pipeline; may be called never, once or (retry) several times
 * @example
 * ```ts
 * const timing: Middleware = async (request, next) => {
 *   const start = performance.now();
 *   const response = await next(request);
 *   console.log(request.method, request.url, response.status, performance.now() - start);
 *   return response;
 * };
 * ```
 */
export type Middleware = (request: HttpRequest, next: Handler) => Promise<HttpResponse>;

/**
 * Measures how long an attempt takes.
 *
 * @param request - that begins
 * @param late - called once it has taken too long
 * @returns ends the measuring
 */
export type AttemptTimer = (request: HttpRequest, late: (error: Error) => void) => () => void;
