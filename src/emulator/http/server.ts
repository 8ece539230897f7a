import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answering } from './in-process.js';
import type { WireAnswer, WireRequest } from './wire.js';

/** A socket on the loopback interface. */
export interface Listener {
  /** Starts listening, or gives the address at which it listens already. */
  listen(port?: number): Promise<string>;
  /** Stops at once: open connections are cut. */
  close(): Promise<void>;
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
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    receive(request, (body) => {
      respond(request, body, answering).then(
        (answer) => send(response, answer),
        () => response.destroy(),
      );
    });
  });
  server.on('clientError', (_, socket) => socket.end(MALFORMED));
  return { listen: (port = 0) => listen(server, port), close: () => close(server) };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    if (server.listening) return resolve(addressOf(server));
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve(addressOf(server));
    });
  });
}

function addressOf(server: Server): string {
  return `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
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

function send(response: ServerResponse, { status, headers, body }: WireAnswer): void {
  const length = status === 204 ? [] : ['Content-Length', String(Buffer.byteLength(body))];
  response.writeHead(status, [...headers.flat(), ...length]);
  response.end(body);
}
