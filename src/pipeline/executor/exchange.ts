import { HttpHeaders } from '../../http/headers.js';
import type { Handler, HttpRequest, HttpResponse } from '../../http/message.js';
import type { RetryListener, RetryRules } from '../retry/retry.js';
import type { TimeLimit } from '../time-limit.js';

/** Where the rest of the pipeline travels along: copies made by spreading keep it, printing does not show it. */
const REST: unique symbol = Symbol('rest of the pipeline');

/** What a pipeline gives to executors. They come with the first import, it comes with the first call. */
export interface Rest {
  /** Sends a request through what is left of the pipeline. */
  readonly send: Handler;
  /** Sends a request by a function, and again if that fails in a way that passes. */
  readonly repeat: (request: ExecutorRequest, repetition: Repetition) => Promise<HttpResponse>;
}

/** How a request is sent again. */
export interface Repetition {
  /** One attempt. */
  readonly send: (attempt: ExecutorRequest) => Promise<HttpResponse>;
  readonly rules: RetryRules;
  /** For all attempts and the waits between them. */
  readonly limit: TimeLimit;
  readonly listener: RetryListener;
}

/** A request as executors get it. */
export interface ExecutorRequest extends HttpRequest {
  readonly [REST]?: Rest;
}

/** An answer as executors give it: that of the pipeline, or one of `fetch`. */
export interface ExecutorResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
  bytes?(): Promise<Uint8Array>;
  arrayBuffer?(): Promise<ArrayBuffer>;
  json?(): Promise<unknown>;
}

/**
 * @param request - of the pipeline
 * @param rest - what an executor sends it through
 * @returns the request for an executor
 */
export function withRest(request: HttpRequest, rest: Rest): ExecutorRequest {
  // Not behind a spread, to which Node 20 adds members in ten times the time.
  return Object.assign({}, request, { [REST]: rest });
}

/**
 * Sends a request through the pipeline that it belongs to.
 *
 * @param request - as an executor got it, or a copy
 * @returns the answer
 * @throws TypeError for a request that no pipeline made
 */
export function sendThrough(request: ExecutorRequest): Promise<HttpResponse> {
  return restOf(request).send(request);
}

/**
 * Sends a request as often as it takes.
 *
 * @param request - as an executor got it, or a copy
 * @param repetition - how it is sent, and how often
 * @returns the last answer
 * @throws TypeError for a request that no pipeline made
 */
export function repeatedly(request: ExecutorRequest, repetition: Repetition): Promise<HttpResponse> {
  return restOf(request).repeat(request, repetition);
}

function restOf({ [REST]: rest }: ExecutorRequest): Rest {
  if (rest === undefined)
    throw new TypeError('The executor got a request that no client made; pass on the one you got');
  return rest;
}

/**
 * @param response - of an executor
 * @returns the same as the pipeline has it
 */
export function plainResponse(response: ExecutorResponse): HttpResponse {
  if (response.headers instanceof HttpHeaders && response.bytes) return response as HttpResponse;
  const { status, headers } = response;
  const pairs = Symbol.iterator in headers ? (headers as unknown as Iterable<[string, string]>) : [];
  const bytes = async () => {
    if (response.bytes) return response.bytes();
    return response.arrayBuffer
      ? new Uint8Array(await response.arrayBuffer())
      : new TextEncoder().encode(await response.text());
  };
  return { status, headers: HttpHeaders.from(pairs), text: () => response.text(), bytes };
}
