import type { HttpMethod, OperationName } from '../../http/message.js';
import type { RateLimit } from '../../http/rate-limit.js';

/**
 * What all events of a call say. Events are frozen and hold no credentials, no headers and no bodies; tokens in the
 * query of `url` are masked. They can be written to a log as they are.
 */
export interface CallEvent {
  /** Class and method that were called, e.g. `UserApi` and `getUser`; `undefined` for requests for access tokens. */
  readonly operation: OperationName | undefined;
  readonly method: HttpMethod;
  readonly url: string;
  /** Path with placeholders, e.g. `/api/v1/users/{userId}`, the same for all calls of the operation. */
  readonly template: string | undefined;
  /** One object for all events of one call, to be used as a key. Not enumerable. */
  readonly call: object;
}

/** A call begins; the channel `okta:call:start` alone tells about it. */
export type CallStartEvent = CallEvent;

/** What a whole call, with all its attempts and waits, came to. */
interface CallResult extends CallEvent {
  /** Requests that were sent. */
  readonly attempts: number;
  readonly durationMs: number;
}

/** The call has its answer, whatever the status; channel `okta:call:end`. */
export interface CallEndEvent extends CallResult, Answered {}

/** The call ends without an answer; channel `okta:call:error`. */
export interface CallErrorEvent extends CallResult {
  readonly error: unknown;
}

/** What events say about an answer. */
interface Answered {
  readonly status: number;
  /** Value of `X-Okta-Request-Id`. */
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
}

/** An attempt begins. */
export interface RequestEvent extends CallEvent {
  /** 1 for the first. */
  readonly attempt: number;
}

/** An attempt got an answer, whatever its status. */
export interface ResponseEvent extends RequestEvent, Answered {
  /** From the begin of the attempt until the body had arrived. */
  readonly durationMs: number;
}

/** An attempt failed without an answer: no connection, a broken one, too late, aborted. */
export interface ErrorEvent extends RequestEvent {
  /** {@link ConnectionError}, {@link TimeoutError}, {@link AbortError}, … */
  readonly error: unknown;
  readonly durationMs: number;
}

/** There will be another attempt, after a wait. */
export interface RetryEvent extends RequestEvent {
  /** How long the wait is. */
  readonly delayMs: number;
  /** Status of the answer that asked for it, if there was one. */
  readonly status: number | undefined;
  /** What the attempt failed with, if there was no answer. */
  readonly error: unknown;
  /** Id that Okta gave the first attempt. */
  readonly requestId: string | undefined;
}

/**
 * Functions that are told about every attempt of every call, those for access tokens included. What they return is
 * ignored, what they throw is reported to the logger once and changes nothing.
 *
 * @example
 * ```ts
 * const client = new okta.Client({
 *   hooks: {
 *     onResponse: ({ operation, status, durationMs }) => histogram.record(durationMs, { ...operation, status }),
 *     onRetry: ({ url, delayMs, status }) => log.info({ url, delayMs, status }, 'waiting for Okta'),
 *   },
 * });
 * ```
 */
export interface Hooks {
  /** Before an attempt is sent; channel `okta:request:start`. */
  readonly onRequest?: (event: RequestEvent) => unknown;
  /** After an attempt got an answer; channel `okta:request:end`. */
  readonly onResponse?: (event: ResponseEvent) => unknown;
  /** Before the wait for another attempt; channel `okta:request:retry`. */
  readonly onRetry?: (event: RetryEvent) => unknown;
  /** After an attempt failed without an answer; channel `okta:request:error`. */
  readonly onError?: (event: ErrorEvent) => unknown;
}

/** Events by name of their channel. */
export interface ChannelEvents {
  'okta:call:start': CallStartEvent;
  'okta:call:end': CallEndEvent;
  'okta:call:error': CallErrorEvent;
  'okta:request:start': RequestEvent;
  'okta:request:end': ResponseEvent;
  'okta:request:retry': RetryEvent;
  'okta:request:error': ErrorEvent;
}
