import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Answering } from './in-process.js';
import type { WireAnswer, WireRequest } from './wire.js';

/** A socket. */
export interface Listener {
  /** Host that it listens on, `undefined` if it does not. */
  readonly host: string | undefined;
  /** Starts listening, or gives the address at which it listens already. */
  listen(port?: number, host?: string): Promise<string>;
  /** Stops listening; requests that are being answered have that many milliseconds, then open connections are cut. */
  close(graceMs: number): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const LARGEST_BODY = 10 * 1024 * 1024;
/** Longer than clients keep theirs, so that none is cut while a request is on its way. */
const KEEP_ALIVE_MS = 60_000;
const HOST = /^[A-Za-z0-9.:[\]-]+$/;
const MALFORMED = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/**
 * Puts the emulator behind a socket.
 *
 * @param answering - what answers
 * @returns the listener, which does not listen yet
 */
export function createListener(answering: Answering): Listener {
  const streams: Streams = new Set();
  let bound: string | undefined;
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    receive(request, (body) => {
      respond(request, body, answering).then(
        (answer) => {
          // Who keeps the connection would send the next request to a server that is gone.
          if (!server.listening) response.shouldKeepAlive = false;
          send(response, answer, streams);
        },
        () => response.destroy(),
      );
    });
  });
  server.on('clientError', (_, socket) => socket.end(MALFORMED));
  return {
    get host() {
      return bound;
    },
    async listen(port = 0, host = LOOPBACK) {
      const url = await listen(server, port, host);
      bound ??= host;
      return url;
    },
    close(graceMs) {
      for (const stream of streams) stream.end();
      bound = undefined;
      return close(server, graceMs);
    },
  };
}

/** Answers that go on until the client leaves. */
type Streams = Set<ServerResponse>;

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    if (server.listening) return resolve(addressOf(server));
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(addressOf(server));
    });
  });
}

/** All interfaces are reached by the loopback address, too. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

function addressOf(server: Server): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') return '';
  const host = EVERYWHERE.has(bound.address) ? LOOPBACK : bound.address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`;
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    const cut = graceMs > 0 ? setTimeout(() => server.closeAllConnections(), graceMs) : undefined;
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if (cut === undefined) server.closeAllConnections();
    else server.closeIdleConnections();
  });
}

/** Reads a body to its end; of one that is too large nothing is kept. */
function receive(request: IncomingMessage, done: (body: Uint8Array | 'too large') => void): void {
  const chunks: Uint8Array[] = [];
  let size = 0;
  request.on('data', (chunk: Uint8Array) => {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
    else chunks.length = 0;
  });
  request.on('end', () => done(size > LARGEST_BODY ? 'too large' : Buffer.concat(chunks)));
}

async function respond(
  message: IncomingMessage,
  body: Uint8Array | 'too large',
  answering: Answering,
): Promise<WireAnswer> {
  if (body === 'too large') return frontAnswer(413);
  if (lacksLength(message)) return frontAnswer(411);
  return answering(wireRequest(message, body));
}

function wireRequest({ method = 'GET', url = '/', headers, socket }: IncomingMessage, body: Uint8Array): WireRequest {
  const host = headers.host !== undefined && HOST.test(headers.host) ? headers.host : undefined;
  const origin = `http://${host ?? `${LOOPBACK}:${socket.localPort}`}`;
  // Only Set-Cookie comes as an array, and requests have none.
  return { method, target: url, origin, headers: headers as WireRequest['headers'], body };
}

function lacksLength({ method, headers }: IncomingMessage): boolean {
  const sends = method === 'POST' || method === 'PUT';
  return sends && headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
}

/** What the server in front of the service answers by itself. Source: RFC 9110, section 15.5 */
function frontAnswer(status: 411 | 413): WireAnswer {
  return { status, headers: [['Server', 'nginx']], body: '' };
}

function send(response: ServerResponse, answer: WireAnswer, streams: Streams): void {
  const { status, headers, body, breaks } = answer;
  if (breaks === 'before') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (answer.live) {
    stream(response, answer, streams);
    return;
  }
  const length = status === 204 ? [] : ['Content-Length', String(Buffer.byteLength(body))];
  response.writeHead(status, [...headers.flat(), ...length]);
  if (breaks === undefined) {
    response.end(body);
    return;
  }
  response.flushHeaders();
  response.write(firstHalf(body), () => response.destroy());
}

/** Never the whole body, so that Content-Length promises more. */
function firstHalf(body: string | Uint8Array): Uint8Array {
  const bytes = Buffer.from(body);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

function stream(response: ServerResponse, { status, headers, live }: WireAnswer, streams: Streams): void {
  response.writeHead(status, headers.flat());
  const stop = live?.((piece) => response.write(piece));
  streams.add(response);
  response.on('close', () => {
    streams.delete(response);
    stop?.();
  });
}
