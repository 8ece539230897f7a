import { Agent } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AbortError, ConnectionError } from '../../src/errors/network-errors.js';
import type { HttpRequest } from '../../src/http/message.js';
import { nodeHttpTransport } from '../../src/transport/node-http.js';
import { type Answer, localServer, sendJson } from '../support/local-server.js';
import { scriptedServer } from './scripted-server.js';

const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: {} });
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a body', () => {
  const text = JSON.stringify({ name: 'Ünïcode '.repeat(1000) });

  it.each([
    ['gzip', gzipSync(text)],
    ['X-GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', Buffer.from(text)],
  ])('that is %s is decoded', async (encoding, content) => {
    const server = await localServer((_, response) =>
      response.writeHead(200, { 'Content-Encoding': encoding }).end(content),
    );
    const response = await nodeHttpTransport().send(get(server.url));
    expect(await response.text()).toBe(text);
    expect(server.requests[0]?.headers['accept-encoding']).toBe('gzip, br');
  });

  it.each([
    ['is not gzip, but says so', Buffer.from(text)],
    ['is gzip cut short', gzipSync(text).subarray(0, 40)],
  ])('that %s is a failed attempt', async (_, content) => {
    const server = await localServer((_seen, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': content.length }).end(content),
    );
    const error = await failureOf(nodeHttpTransport().send(get(server.url)));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ maybeSent: true, cause: { code: expect.stringMatching(/^Z_/) } });
  });

  it('that stands for far more than any answer is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(257 * 1024 * 1024));
    const server = await localServer((_, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb),
    );
    const error = await failureOf(nodeHttpTransport().send(get(server.url)));
    expect(error).toMatchObject({ name: 'ConnectionError', cause: { code: 'ERR_BUFFER_TOO_LARGE' } });
  });

  it('that is empty needs no decoding', async () => {
    const server = await localServer((_, response) => response.writeHead(204, { 'Content-Encoding': 'gzip' }).end());
    expect(await (await nodeHttpTransport().send(get(server.url))).text()).toBe('');
  });

  it.each(['DELETE', 'GET', 'POST', 'PUT', 'PATCH'] as const)('of a %s is sent with its length', async (method) => {
    const server = await localServer((_, response) => sendJson(response, {}));
    const body = '{"name":"Zoë"}';
    await nodeHttpTransport().send({ method, url: server.url, headers: { 'Content-Type': 'application/json' }, body });
    expect(server.requests[0]?.body.toString()).toBe(body);
    expect(server.requests[0]?.headers).toMatchObject({ 'content-length': '15' });
  });
});

describe('headers', () => {
  it('may be longer than Node allows by itself', async () => {
    const link = `<${'x'.repeat(200_000)}>; rel="next"`;
    const server = await localServer((_, response) => response.writeHead(200, { Link: link }).end());
    expect((await nodeHttpTransport().send(get(server.url))).headers.get('link')).toBe(link);
  });

  it('beyond a megabyte are a failed attempt', async () => {
    const many = Object.fromEntries(Array.from({ length: 70 }, (_, n) => [`X-Long-${n}`, 'x'.repeat(16_000)]));
    const server = await localServer((_, response) => response.writeHead(200, many).end());
    const error = await failureOf(nodeHttpTransport().send(get(server.url)));
    expect(error).toMatchObject({ name: 'ConnectionError', cause: { code: 'HPE_HEADER_OVERFLOW' } });
  });

  it('that came twice are joined, and a content type is taken once', async () => {
    const server = await scriptedServer((socket) =>
      socket.write(
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Type: application/json\r\nLink: a\r\nLink: b\r\nContent-Length: 2\r\n\r\n{}',
      ),
    );
    const { headers } = await nodeHttpTransport().send(get(server.url));
    expect([headers.get('content-type'), headers.get('link')]).toEqual(['application/json', 'a, b']);
  });
});

describe('connections', () => {
  it('of an agent that is busy bring answers in chunks, each whole', async () => {
    const text = JSON.stringify({ name: 'x'.repeat(20_000) });
    const server = await localServer((_, response) => {
      response.write(text.slice(0, 9_000));
      setImmediate(() => response.end(text.slice(9_000)));
    });
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    const { send } = nodeHttpTransport({ agent });
    const texts = await Promise.all(Array.from({ length: 200 }, async () => (await send(get(server.url))).text()));
    agent.destroy();
    expect(new Set(texts)).toEqual(new Set([text]));
    expect(server.requests).toHaveLength(200);
  });

  it('are used again', async () => {
    const server = await scriptedServer((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
    const send = nodeHttpTransport().send;
    for (let n = 0; n < 5; n++) await send(get(server.url));
    expect(server.connections).toBe(1);
  });

  it('are not used again after an answer that nobody asked for', async () => {
    const answer = (name: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${name.length}\r\n\r\n${name}`;
    let count = 0;
    const server = await scriptedServer((socket) => {
      count++;
      socket.write(answer(`right ${count}`));
      setTimeout(() => socket.destroyed || socket.write(answer('wrong')), 20);
    });
    const send = nodeHttpTransport().send;
    const texts: string[] = [];
    for (let n = 0; n < 3; n++) {
      texts.push(await (await send(get(server.url))).text());
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    expect(texts).toEqual(['right 1', 'right 2', 'right 3']);
  });

  it.each<[string, string]>([
    ['before the answer', ''],
    ['within the headers', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['within a body of known length', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":'],
    ['within a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{"a":'],
    ['between chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n'],
    ['by an upgrade', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'],
    ['after something that is no HTTP', '\u0000\u0001\u0002 nonsense\r\n\r\n'],
  ])('that end %s are a failed attempt, after which the service may have the request', async (_, text) => {
    const server = await scriptedServer((socket) => socket.end(text));
    const error = await failureOf(nodeHttpTransport().send(get(server.url)));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ maybeSent: true });
  });

  it('that nobody takes are a failed attempt in which nothing was sent', async () => {
    const error = await failureOf(
      nodeHttpTransport().send({ ...get('http://127.0.0.1:1'), method: 'POST', body: '{}' }),
    );
    expect(error).toMatchObject({ name: 'ConnectionError', maybeSent: false });
  });

  it.each<[string, Answer]>([
    ['without an answer', () => {}],
    ['with half an answer', (_, response) => response.writeHead(200, { 'Content-Length': 10 }).write('half')],
  ])('end at once %s when the signal aborts', async (_, answer) => {
    const server = await localServer(answer);
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('enough')), 50);
    const error = await failureOf(nodeHttpTransport().send({ ...get(server.url), signal: abort.signal }));
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ cause: { message: 'enough' } });
  });

  it('are not begun for a signal that has aborted', async () => {
    const server = await localServer((_, response) => response.end());
    const error = await failureOf(nodeHttpTransport().send({ ...get(server.url), signal: AbortSignal.abort() }));
    expect(error).toBeInstanceOf(AbortError);
    expect(server.requests).toHaveLength(0);
  });
});
