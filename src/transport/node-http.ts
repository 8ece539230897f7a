import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { Socket } from 'node:net';
import { AbortError, ConnectionError, TimeoutError } from '../errors/network-errors.js';
import { ProxyError } from '../errors/proxy-error.js';
import { bytesOf } from '../http/body-parts.js';
import { HttpHeaders } from '../http/headers.js';
import type { AttemptTimer, HttpRequest, HttpResponse } from '../http/message.js';
import { responseOf } from '../http/response-of.js';
import type { Connections } from './connections.js';
import { decodeContent } from './content-encoding.js';
import { LARGEST_HEADERS } from './limits.js';
import { type Route, type Router, routerFor } from './route.js';
import { ABANDONED, isOpen } from './tunnel.js';
import type { Retiring } from './warming.js';
import { wireHeaders } from './wire-headers.js';

const PROXY_AUTHENTICATION_REQUIRED = 407;

/**
 * The transport for Node: `node:http` and `node:https`. Bodies are read whole, so that an answer cut short is a failed
 * attempt like any other. Redirects are not followed.
 *
 * @param connections - how hosts are reached
 * @returns sends requests as they are, until another transport takes over
 * @see https://nodejs.org/api/http.html
 */
export function nodeHttpTransport(connections: Connections = {}): Retiring {
  let router: Promise<Router> | undefined;
  return {
    send: async (request) => {
      router ??= routerFor(connections);
      const { routeTo } = await router;
      const url = new URL(request.url);
      return send({ request, url, route: await routeTo(url), timer: connections.timer, progress: { isSent: false } });
    },
    // Certificates that cannot be read are told to those who call.
    retire: () => void router?.then(({ retire }) => retire()).catch(() => undefined),
  };
}

async function send(sending: Sending): Promise<HttpResponse> {
  const { request, route, progress } = sending;
  try {
    const { status, headers, parts } = await exchange(sending);
    if (route.proxy && status === PROXY_AUTHENTICATION_REQUIRED)
      throw new ProxyError(request, route.proxy.host, status);
    const encoding = headers.get('content-encoding');
    return responseOf(status, headers, encoding === null ? parts : [await decodeContent(bytesOf(parts), encoding)]);
  } catch (cause) {
    if (cause instanceof ProxyError || cause instanceof TimeoutError) throw cause;
    if (request.signal?.aborted) throw new AbortError(request, request.signal.reason);
    throw new ConnectionError(request, cause, progress.isSent ? {} : { maybeSent: false });
  }
}

/** How far a request has come. */
interface Progress {
  /** Whether there was a connection that took it. */
  isSent: boolean;
}

interface Received {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly parts: readonly Uint8Array[];
}

interface Sending {
  readonly request: HttpRequest;
  readonly url: URL;
  readonly route: Route;
  readonly timer: AttemptTimer | undefined;
  readonly progress: Progress;
}

function exchange(sending: Sending): Promise<Received> {
  const { request, route, timer, progress } = sending;
  request.signal?.throwIfAborted();
  const outgoing = start(sending);
  return new Promise((resolve, reject) => {
    let isOver = false;
    const end = <V>(settle: (value: V) => void, value: V) => {
      isOver = true;
      stopTimer?.();
      request.signal?.removeEventListener('abort', abort);
      settle(value);
    };
    // Not Node's own option `signal`: what has no connection yet would not end.
    const giveUp = (error: Error) => {
      outgoing.emit(ABANDONED);
      fail(error);
      outgoing.destroy(error);
    };
    const abort = () => giveUp(new Error('aborted'));
    const fail = (cause: unknown) => end(reject, cause);
    const stopTimer = timer?.(request, giveUp);
    request.signal?.addEventListener('abort', abort);
    outgoing.on('error', fail);
    outgoing.once('close', () => {
      if (!isOver) fail(new Error('The connection was closed before the answer ended'));
    });
    outgoing.once('socket', (socket) => watch(socket, progress));
    if (route.proxy) heedProxy(outgoing, sending, fail);
    outgoing.once('response', (incoming) => receive(incoming, (received) => end(resolve, received), fail));
    outgoing.end(request.body);
  });
}

/** A proxy may refuse to open a tunnel. */
function heedProxy(outgoing: ClientRequest, { request, route }: Sending, fail: (cause: unknown) => void): void {
  outgoing.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
    const refusal = refusalOf(request, route, statusCode);
    if (refusal === undefined) return;
    fail(refusal);
    outgoing.destroy();
  });
}

function start({ request: asked, url, route: { request, options } }: Sending): ClientRequest {
  const { method, body } = asked;
  const length = body === undefined ? undefined : { 'Content-Length': String(Buffer.byteLength(body)) };
  return request({
    ...targetOf(url),
    ...options,
    method,
    headers: { ...wireHeaders(asked), ...length, ...options.headers },
    maxHeaderSize: LARGEST_HEADERS,
  });
}

/** Node would copy more from a URL than it needs. Addresses of IPv6 have brackets in URLs only. */
function targetOf({ protocol, hostname, port, pathname, search }: URL): RequestOptions {
  return { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, path: pathname + search };
}

/** Until a connection stands, and is secured if it must be, nothing of the request has left. */
function watch(socket: Socket & { secureConnecting?: boolean }, progress: Progress): void {
  const markSent = () => {
    progress.isSent = true;
  };
  if (socket.secureConnecting) socket.once('secureConnect', markSent);
  else if (socket.connecting) socket.once('connect', markSent);
  else markSent();
}

function receive(incoming: IncomingMessage, take: (received: Received) => void, fail: (cause: unknown) => void) {
  const parts: Uint8Array[] = [];
  incoming.on('data', (part: Uint8Array) => parts.push(part));
  incoming.on('error', fail);
  incoming.once('end', () => {
    const headers = HttpHeaders.from(Object.entries(incoming.headers));
    take({ status: incoming.statusCode ?? 0, headers, parts });
  });
}

/** What a proxy that opens no tunnel means: that this user may not, or that it cannot just now. */
function refusalOf(request: HttpRequest, { proxy }: Route, status: number): Error | undefined {
  if (isOpen(status) || proxy === undefined) return undefined;
  if (status < 500) return new ProxyError(request, proxy.host, status);
  return new Error(`The proxy ${proxy.host} could not connect, it answered ${status}`);
}
