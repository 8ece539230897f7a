import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

/** A request as a server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Answers a request; `seen` has it already read. */
export type Answer = (seen: Seen, response: ServerResponse, count: number) => void;

/** A server on 127.0.0.1 that is closed when the test ends. */
export interface LocalServer {
  readonly url: string;
  /** Everything that arrived, in order. */
  readonly requests: Seen[];
}

/**
 * Starts a server for one test.
 *
 * @param answer - called for each request after its body has been read
 * @returns address and log
 */
export async function localServer(answer: Answer): Promise<LocalServer> {
  const { close, ...server } = await start(answer);
  onTestFinished(close);
  return server;
}

/**
 * Starts a server for all tests of the suite that calls this.
 *
 * @param answer - called for each request after its body has been read
 * @returns gives address and log once the suite runs
 */
export function suiteServer(answer: Answer): () => LocalServer {
  let server: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    server = await start(answer);
  });
  afterAll(() => server.close());
  return () => server;
}

async function start(answer: Answer): Promise<LocalServer & { close: () => Promise<void> }> {
  const requests: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const seen = { method, url, headers, body: Buffer.concat(chunks) };
      answer(seen, response, requests.push(seen));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close };
}

/**
 * Sends JSON.
 *
 * @param response - of node:http
 * @param value - body
 * @param init - status (200) and headers
 */
export function sendJson(
  response: ServerResponse,
  value: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string | string[]> } = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(value === undefined ? undefined : JSON.stringify(value));
}
