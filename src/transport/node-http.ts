import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { AbortError, ConnectionError } from '../errors/network-errors.js';
import { ProxyError } from '../errors/proxy-error.js';
import { HttpHeaders } from '../http/headers.js';
import type { Handler, HttpRequest, HttpResponse } from '../http/message.js';
import { responseOf } from '../http/response-of.js';
import type { Connections } from './connections.js';
import { ACCEPTED_ENCODINGS, decodeContent } from './content-encoding.js';
import { type Route, type Router, routerFor } from './route.js';
import { ABANDONED } from './tunnel.js';

/** A page may list many links; Node's own limit of 16 KiB for all headers together is too small for them. */
const LARGEST_HEADERS = 1 << 20;
const PROXY_AUTHENTICATION_REQUIRED = 407;

/**
 * The transport for Node: `node:http` and `node:https`. Bodies are read whole, so that an answer cut short is a failed
 * attempt like any other. Redirects are not followed.
 *
 * @param connections - how hosts are reached
 * @returns a handler that sends requests as they are
 * @see https://nodejs.org/api/http.html
 */
export function nodeHttpTransport(connections: Connections = {}): Handler {
  let router: Promise<Router> | undefined;
  return async (request) => {
    router ??= routerFor(connections);
    const route = await router;
    return send(request, await route(new URL(request.url)));
  };
}

async function send(request: HttpRequest, route: Route): Promise<HttpResponse> {
  const progress: Progress = { isSent: false };
  try {
    const { status, headers, content } = await exchange(request, route, progress);
    if (route.proxy && status === PROXY_AUTHENTICATION_REQUIRED)
      throw new ProxyError(request, route.proxy.host, status);
    return responseOf(status, headers, await decodeContent(content, headers.get('content-encoding')));
  } catch (cause) {
    if (cause instanceof ProxyError) throw cause;
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
  readonly content: Uint8Array;
}

async function exchange(request: HttpRequest, route: Route, progress: Progress): Promise<Received> {
  request.signal?.throwIfAborted();
  const outgoing = start(request, route);
  // Not Node's own option `signal`: what has no connection yet would not end.
  const abort = () => {
    outgoing.emit(ABANDONED);
    outgoing.destroy(new Error('aborted'));
  };
  request.signal?.addEventListener('abort', abort);
  try {
    return await ended(outgoing, { request, route, progress });
  } finally {
    request.signal?.removeEventListener('abort', abort);
  }
}

interface Sending {
  readonly request: HttpRequest;
  readonly route: Route;
  readonly progress: Progress;
}

function ended(outgoing: ClientRequest, { request, route, progress }: Sending): Promise<Received> {
  return new Promise((resolve, reject) => {
    outgoing.once(ABANDONED, () => reject(new Error('aborted')));
    outgoing.on('error', reject);
    outgoing.once('close', () => reject(new Error('The connection was closed before the answer ended')));
    outgoing.once('socket', (socket) => watch(socket, progress));
    outgoing.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      const refusal = refusalOf(request, route, statusCode);
      if (refusal === undefined) return;
      reject(refusal);
      outgoing.destroy();
    });
    outgoing.once('response', (incoming) => receive(incoming, resolve, reject));
    outgoing.end(request.body);
  });
}

function start({ method, url, headers, body }: HttpRequest, { request, options }: Route): ClientRequest {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  return request(new URL(url), {
    ...options,
    method,
    headers: { 'Accept-Encoding': ACCEPTED_ENCODINGS, ...headers, ...length, ...options.headers },
    maxHeaderSize: LARGEST_HEADERS,
  });
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

function receive(incoming: IncomingMessage, resolve: (received: Received) => void, reject: (cause: unknown) => void) {
  const chunks: Uint8Array[] = [];
  incoming.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  incoming.on('error', reject);
  incoming.once('end', () => {
    const headers = HttpHeaders.from(Object.entries(incoming.headers));
    resolve({ status: incoming.statusCode ?? 0, headers, content: Buffer.concat(chunks) });
  });
}

/** What a proxy that opens no tunnel means: that this user may not, or that it cannot just now. */
function refusalOf(request: HttpRequest, { proxy }: Route, status: number): Error | undefined {
  if (status === 200 || proxy === undefined) return undefined;
  if (status < 500) return new ProxyError(request, proxy.host, status);
  return new Error(`The proxy ${proxy.host} could not connect, it answered ${status}`);
}
