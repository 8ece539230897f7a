import { HttpHeaders } from '../../http/headers.js';
import type { Handler, HttpRequest, HttpResponse } from '../../http/message.js';

/** Where the rest of the pipeline travels along: copies made by spreading keep it, printing does not show it. */
const REST: unique symbol = Symbol('rest of the pipeline');

/** A request as executors get it. */
export interface ExecutorRequest extends HttpRequest {
  readonly [REST]?: Handler;
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
export function withRest(request: HttpRequest, rest: Handler): ExecutorRequest {
  return { ...request, [REST]: rest };
}

/**
 * Sends a request through the pipeline that it belongs to.
 *
 * @param request - as an executor got it, or a copy
 * @returns the answer
 * @throws TypeError for a request that no pipeline made
 */
export function sendThrough({ [REST]: rest, ...request }: ExecutorRequest): Promise<HttpResponse> {
  if (rest === undefined)
    throw new TypeError('The executor got a request that no client made; pass on the one you got');
  return rest(request);
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
