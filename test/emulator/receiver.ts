import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request that a receiver got. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** A server that an org calls. */
export interface Receiver {
  readonly url: string;
  /** In the order of their arrival. */
  readonly requests: readonly Received[];
}

/** Answers a request; without calling `end` on the response it never does. */
export type Answering = (request: Received, response: ServerResponse) => void;

/**
 * @param answer - answers; the challenge of verifications is sent back unless given
 * @returns a server on this machine that ends with the test
 */
export async function receive(answer: Answering = echoChallenge): Promise<Receiver> {
  const requests: Received[] = [];
  const server = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    const { method = '', url: path = '', headers } = message;
    const request = { method, path, headers, text: Buffer.concat(chunks).toString() };
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** Proves to be in charge of the address. */
export const echoChallenge: Answering = ({ headers }, response) => {
  response.end(JSON.stringify({ verification: headers['x-okta-verification-challenge'] }));
};
