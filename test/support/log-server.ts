import type { ServerResponse } from 'node:http';
import { type LocalServer, localServer, sendJson } from './local-server.js';

/** What a server of events does instead of answering well, by the number of the request. */
export type Mishap = (request: number) => keyof typeof mishaps | undefined;

interface Page {
  readonly items: object[];
  readonly headers: Record<string, string>;
  /** The same page with its address. */
  readonly self: string;
}

/** Everything that may go wrong with a page. */
export const mishaps = {
  limit: (response: ServerResponse) =>
    sendJson(response, { errorCode: 'E0000047' }, { status: 429, headers: { 'Retry-After': '1' } }),
  fault: (response: ServerResponse) => sendJson(response, { errorCode: 'E0000009' }, { status: 500 }),
  unavailable: (response: ServerResponse) => response.writeHead(503, { 'Content-Type': 'text/html' }).end('<html>'),
  drop: (response: ServerResponse) => response.destroy(),
  truncate: (response: ServerResponse, { items, headers }: Page) => {
    const text = JSON.stringify(items);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': text.length, ...headers });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  },
  garbage: (response: ServerResponse, { items, headers }: Page) => {
    response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(items).slice(0, -3));
  },
  empty: (response: ServerResponse, { self }: Page) =>
    sendJson(response, [], { headers: { Link: `<${self}>; rel="next"` } }),
  repeat: (response: ServerResponse, { items, self }: Page) =>
    sendJson(response, items, { headers: { Link: `<${self}>; rel="next"` } }),
  twice: (response: ServerResponse, { items, headers }: Page) =>
    sendJson(response, [...items, ...items.slice(0, 3)], { headers }),
};

/**
 * A server with a System Log, whose polling list never ends.
 *
 * @param total - number of events, from the start
 * @param mishap - what goes wrong
 * @param published - time of all events
 * @returns the server; `uuids` are those of its events
 */
export async function logServer(
  total: () => number,
  mishap: Mishap = () => undefined,
  published = '2026-01-31T08:00:00.000Z',
): Promise<LocalServer> {
  const server = await localServer(({ url }, response, count) => {
    const query = new URL(url, 'http://x').searchParams;
    const from = Number(query.get('after') ?? 0);
    const to = Math.min(from + Number(query.get('limit') ?? 100), total());
    const items = Array.from({ length: to - from }, (_, n) => ({ uuid: `e${from + n}`, published }));
    const address = (after: number) => {
      const next = new URLSearchParams(query);
      next.set('after', String(after));
      return `${server.url}/api/v1/logs?${next}`;
    };
    const page = { items, self: address(from), headers: { Link: `<${address(to)}>; rel="next"` } };
    const name = mishap(count);
    if (name === undefined) sendJson(response, items, { headers: page.headers });
    else mishaps[name](response, page);
  });
  return server;
}
