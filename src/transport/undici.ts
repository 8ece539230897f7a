import type { Dispatcher } from 'undici';
import { AbortError, ConnectionError } from '../errors/network-errors.js';
import { bytesOf } from '../http/body-parts.js';
import { HttpHeaders } from '../http/headers.js';
import type { AttemptTimer, Handler, HttpRequest, HttpResponse } from '../http/message.js';
import { responseOf } from '../http/response-of.js';
import type { Connections } from './connections.js';
import { decodeContent } from './content-encoding.js';
import { IDLE_MS, LARGEST_HEADERS } from './limits.js';
import { secureContextOf } from './secure-context.js';
import { wireHeaders } from './wire-headers.js';

/** A connection that takes longer never comes; a process must not wait for it when nobody else does. */
const CONNECT_MS = 10_000;

/**
 * The transport for many calls: undici, at the level where it costs least. Goes straight to hosts, without proxies.
 * Bodies are read whole, so that an answer cut short is a failed attempt like any other. Redirects are not followed.
 *
 * @param connections - how connections are secured, and how long attempts may take
 * @returns a handler that sends requests as they are
 * @see https://undici.nodejs.org/#/docs/api/Dispatcher
 */
export async function undiciTransport({ tls, timer, most }: Connections = {}): Promise<Handler> {
  const { default: Agent } = await import('undici/lib/dispatcher/agent.js');
  const secured = tls === undefined ? {} : { secureContext: await secureContextOf(tls) };
  const agent = new Agent({
    connect: { timeout: CONNECT_MS, ...secured },
    ...(most !== undefined && { connections: most }),
    maxHeaderSize: LARGEST_HEADERS,
    keepAliveTimeout: IDLE_MS,
    keepAliveMaxTimeout: IDLE_MS,
    // How long an attempt may take is decided elsewhere.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return (request) => new Promise((take, fail) => new Attempt(request, { take, fail, timer }).begin(agent));
}

const NOT_MODIFIED = 304;

/** Undici expects the body whose length a 304 tells, though it has none. Source: RFC 9110, section 8.6 */
function isOfOtherLength(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH';
}

/** What URLs that the SDK makes itself never have. */
const UNUSUAL = /[^!-~]|[#@\\]/;
const LEAST_ORIGIN = 'http://h'.length;

/** Undici sends a path as it is given, be it with a fragment; a step of the user may give any. */
function targetOf(url: string): { origin: string; path: string } {
  const path = url.indexOf('/', LEAST_ORIGIN);
  // To parse it takes longer than to look.
  const query = url.indexOf('?');
  if (path > 0 && (query < 0 || query > path) && !UNUSUAL.test(url)) {
    return { origin: url.slice(0, path), path: url.slice(path) };
  }
  const parsed = new URL(url);
  return { origin: parsed.origin, path: parsed.pathname + parsed.search };
}

/** What becomes of a request. */
interface Ends {
  take(response: HttpResponse | Promise<HttpResponse>): void;
  fail(error: unknown): void;
  readonly timer: AttemptTimer | undefined;
}

/** One request on its way, as undici wants to tell about it. */
class Attempt implements Dispatcher.DispatchHandler, EventListenerObject {
  readonly #request: HttpRequest;
  readonly #ends: Ends;
  readonly #chunks: Uint8Array[] = [];
  #status = 0;
  #headers: HttpHeaders | undefined;
  /** There once a connection takes the request: before that nothing of it has left. */
  #controller: Dispatcher.DispatchController | undefined;
  #stopTimer: (() => void) | undefined;
  #isOver = false;

  constructor(request: HttpRequest, ends: Ends) {
    this.#request = request;
    this.#ends = ends;
  }

  begin(agent: Dispatcher): void {
    const { url, method, body, signal } = this.#request;
    if (signal?.aborted) {
      this.handleEvent();
      return;
    }
    const target = targetOf(url);
    signal?.addEventListener('abort', this);
    this.#stopTimer = this.#ends.timer?.(this.#request, (error) => this.#giveUp(error));
    agent.dispatch({ ...target, method, headers: wireHeaders(this.#request), body: body ?? null }, this);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isOver) controller.abort(new Error('aborted'));
  }

  onResponseStart(_: unknown, status: number, headers: Readonly<Record<string, string | string[] | undefined>>): void {
    this.#status = status;
    this.#headers = HttpHeaders.from(Object.entries(headers));
  }

  onResponseData(_: unknown, chunk: Uint8Array): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#leave();
    const headers = this.#headers ?? HttpHeaders.from([]);
    const encoding = headers.get('content-encoding');
    if (encoding === null) this.#ends.take(responseOf(this.#status, headers, this.#chunks));
    else this.#ends.take(this.#decoded(headers, encoding));
  }

  onResponseError(_: unknown, cause: unknown): void {
    if (this.#status === NOT_MODIFIED && isOfOtherLength(cause)) {
      this.onResponseEnd();
      return;
    }
    this.#leave();
    const known = this.#controller === undefined ? { maybeSent: false } : {};
    this.#ends.fail(new ConnectionError(this.#request, cause, known));
  }

  /** The signal of the request aborts. */
  handleEvent(): void {
    this.#giveUp(new AbortError(this.#request, this.#request.signal?.reason));
  }

  #giveUp(error: Error): void {
    this.#leave();
    this.#ends.fail(error);
    this.#controller?.abort(error);
  }

  #leave(): void {
    this.#isOver = true;
    this.#stopTimer?.();
    this.#request.signal?.removeEventListener('abort', this);
  }

  async #decoded(headers: HttpHeaders, encoding: string): Promise<HttpResponse> {
    try {
      return responseOf(this.#status, headers, [await decodeContent(bytesOf(this.#chunks), encoding)]);
    } catch (cause) {
      throw new ConnectionError(this.#request, cause);
    }
  }
}
