import { type AddressInfo, createServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Agent, fetch as undiciFetch } from 'undici';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.js';
import type { AttemptTimer, Handler, HttpRequest } from '../../src/http/message.js';
import { compose } from '../../src/pipeline/compose.js';
import { attemptTimer, timeLimit } from '../../src/pipeline/time-limit.js';
import { crossFetchTransport } from '../../src/transport/cross-fetch.js';
import { defaultTransport } from '../../src/transport/default-transport.portable.js';
import { type FetchLike, fetchTransport } from '../../src/transport/fetch.js';
import { nodeHttpTransport } from '../../src/transport/node-http.js';
import { refuseRedirects } from '../../src/transport/refuse-redirects.js';
import { undiciTransport } from '../../src/transport/undici.js';
import { type Answer, localServer, sendJson } from '../support/local-server.js';
import { scriptedServer } from './scripted-server.js';

/** The undici of the tests is not the one within Node, so that it takes its own dispatchers alone. */
const oneAgent = (): FetchLike => {
  const dispatcher = new Agent();
  return (url, init) => undiciFetch(url, { ...init, dispatcher });
};

/** A transport that is being loaded. */
const loaded =
  (transport: Promise<Handler>): Handler =>
  async (request) =>
    (await transport)(request);

const TRANSPORTS: readonly [string, () => Handler][] = [
  ['node:http', () => nodeHttpTransport().send],
  ['undici as the SDK uses it', () => loaded(undiciTransport())],
  ['cross-fetch', () => crossFetchTransport()],
  ['the fetch of Node', () => fetchTransport(() => globalThis.fetch as FetchLike)],
  ['that of bundles for browsers and workers', () => defaultTransport().send],
  ['undici with a dispatcher', () => fetchTransport(oneAgent)],
];

/**
 * node-fetch, which cross-fetch is on Node, waits for ever for the rest of such a body. The limit of an attempt ends it;
 * on Node the SDK uses it only where it is told to.
 *
 * @see https://github.com/node-fetch/node-fetch/issues/1604
 */
const NEVER_TOLD = new Set(['cross-fetch: within a body of known length']);

/** What fetch functions of their own accord do not let through; Node's limit of all headers together is 16 KiB. */
const LONG = 12_000;
const EVERY_BYTE = Uint8Array.from({ length: 1024 }, (_, n) => n % 256);

const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: {} });
const outcomeOf = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

/** Fetch functions refuse ports like 1 by themselves, so it must be a usual one. */
async function closedServer(): Promise<{ url: string }> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return { url: `http://127.0.0.1:${port}` };
}

describe.each(TRANSPORTS)('the transport by %s', (name, create) => {
  const ask = async (answer: Answer, request: Partial<HttpRequest> = {}) => {
    const server = await localServer(answer);
    return { server, outcome: () => create()({ ...get(`${server.url}/path?q=%C3%9C`), ...request }) };
  };

  describe('sends', () => {
    it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const)('%s, path and headers', async (method) => {
      const headers = { 'X-Own': 'value', Accept: 'application/json', 'User-Agent': 'okta-sdk-nodejs/9' };
      const { server, outcome } = await ask((_seen, response) => sendJson(response, {}), { method, headers });
      await outcome();
      expect(server.requests).toMatchObject([
        { method, url: '/path?q=%C3%9C', headers: { 'x-own': 'value', 'user-agent': 'okta-sdk-nodejs/9' } },
      ]);
      expect(server.requests[0]?.headers.accept).toBe('application/json');
    });

    it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('text with a %s, by its length in bytes', async (method) => {
      const headers = { 'Content-Type': 'application/json' };
      const body = '{"name":"Zoë"}';
      const { server, outcome } = await ask((_seen, response) => sendJson(response, {}), { method, headers, body });
      await outcome();
      expect(server.requests[0]?.body.toString()).toBe(body);
      expect(server.requests[0]?.headers).toMatchObject({
        'content-type': 'application/json',
        'content-length': '15',
      });
    });

    it('any bytes unchanged, and says that it takes compressed answers', async () => {
      const given = { method: 'POST', headers: { 'Content-Type': 'image/png' }, body: EVERY_BYTE } as const;
      const { server, outcome } = await ask((_seen, response) => sendJson(response, {}), given);
      await outcome();
      expect(Uint8Array.from(server.requests[0]?.body ?? [])).toEqual(EVERY_BYTE);
      expect(server.requests[0]?.headers['accept-encoding']).toContain('gzip');
    });

    it('only the part of a buffer that is meant', async () => {
      const body = EVERY_BYTE.subarray(100, 300);
      const { server, outcome } = await ask((_seen, response) => sendJson(response, {}), { method: 'PUT', body });
      await outcome();
      expect(Uint8Array.from(server.requests[0]?.body ?? [])).toEqual(body);
    });
  });

  describe('receives', () => {
    it.each([200, 201, 202, 204, 304, 400, 401, 404, 429, 500, 503])('status %d', async (status) => {
      const { outcome } = await ask((_seen, response) => response.writeHead(status).end());
      expect(await outcome()).toMatchObject({ status });
    });

    it('any bytes unchanged', async () => {
      const { outcome } = await ask((_seen, response) => response.end(EVERY_BYTE));
      expect(Uint8Array.from(await (await outcome()).bytes())).toEqual(EVERY_BYTE);
    });

    it('headers: repeated ones joined, long ones whole', async () => {
      const link = ['<https://a>; rel="self"', '<https://b>; rel="next"'];
      const { outcome } = await ask((_seen, response) =>
        response.writeHead(200, { Link: link, 'X-Long': 'x'.repeat(LONG), 'X-Empty': '' }).end(),
      );
      const { headers } = await outcome();
      expect(headers.get('link')).toBe(link.join(', '));
      expect(headers.get('x-long')).toHaveLength(LONG);
      expect(headers.get('X-Empty')).toBe('');
    });

    it.each<[string, (text: string) => Uint8Array]>([
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
      ['deflate', deflateSync],
    ])('what is compressed by %s', async (encoding, compress) => {
      const text = JSON.stringify({ name: 'Ünïcode '.repeat(1000) });
      const { outcome } = await ask((_seen, response) =>
        response.writeHead(200, { 'Content-Encoding': encoding }).end(compress(text)),
      );
      expect(await (await outcome()).text()).toBe(text);
    });

    it('what comes in many small pieces', async () => {
      const { outcome } = await ask((_seen, response) => {
        const pieces = [...Buffer.from('Zoë 👩‍💻')].map((byte) => Buffer.from([byte]));
        const more = () => {
          const piece = pieces.shift();
          if (piece === undefined) response.end();
          else response.write(piece, () => setImmediate(more));
        };
        more();
      });
      expect(await (await outcome()).text()).toBe('Zoë 👩‍💻');
    });

    it('one answer after another by the same connection', async () => {
      const server = await scriptedServer((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
      const send = create();
      for (let n = 0; n < 3; n++) {
        await send(get(server.url));
        await new Promise((later) => setTimeout(later, 10));
      }
      expect(server.connections).toBe(1);
    });

    it('a redirect as it is, which is then refused', async () => {
      const target = await localServer((_seen, response) => sendJson(response, {}));
      const server = await localServer((_seen, response) => response.writeHead(302, { Location: target.url }).end());
      const send = compose([refuseRedirects()], create());
      const error = await outcomeOf(send({ ...get(server.url), headers: { Authorization: 'SSWS 00token' } }));
      expect(error).toMatchObject({ name: 'RedirectError', status: 302, target: new URL(target.url).host });
      expect(target.requests).toHaveLength(0);
    });
  });

  describe('fails', () => {
    it('where nobody listens, with nothing sent', async () => {
      const { url } = await closedServer();
      const error = await outcomeOf(create()({ ...get(url), method: 'POST', body: '{}' }));
      expect(error).toMatchObject({ name: 'ConnectionError', maybeSent: false });
    });

    it.each<[string, string]>([
      ['before the answer', ''],
      ['within the headers', 'HTTP/1.1 200 OK\r\nContent-Le'],
      ['within a body of known length', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":'],
      ['within a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{"a":'],
      ['between chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n'],
    ])('when the connection ends %s, as the service may have the request', async (where, text) => {
      const waits = NEVER_TOLD.has(`${name}: ${where}`);
      const server = await scriptedServer((socket) => socket.end(text));
      const limit = waits ? { signal: AbortSignal.timeout(300) } : {};
      const error = await outcomeOf(create()({ ...get(server.url), method: 'POST', body: '{}', ...limit }));
      expect(error).toMatchObject(waits ? { name: 'AbortError' } : { name: 'ConnectionError', maybeSent: true });
    });

    it('when the body is not gzip but says so', async () => {
      const { outcome } = await ask((_seen, response) =>
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('{"a":1}'),
      );
      expect(await outcomeOf(outcome())).toMatchObject({ name: 'ConnectionError', maybeSent: true });
    });

    it.each<[string, Answer]>([
      ['without an answer', () => {}],
      ['with half an answer', (_seen, response) => response.writeHead(200, { 'Content-Length': 10 }).write('half')],
    ])('at once %s when the signal aborts', async (_when, answer) => {
      const abort = new AbortController();
      const { outcome } = await ask(answer, { signal: abort.signal });
      setTimeout(() => abort.abort(new Error('enough')), 50);
      expect(await outcomeOf(outcome())).toMatchObject({ name: 'AbortError', cause: { message: 'enough' } });
    });

    it('for a signal that has aborted, with nothing sent', async () => {
      const { server, outcome } = await ask((_seen, response) => response.end(), { signal: AbortSignal.abort() });
      expect(await outcomeOf(outcome())).toMatchObject({ name: 'AbortError' });
      expect(server.requests).toHaveLength(0);
    });

    it.each<[string, Answer]>([
      ['no answer', () => {}],
      ['half an answer', (_seen, response) => response.writeHead(200, { 'Content-Length': 10 }).write('half')],
    ])('in time when there is %s', async (_what, answer) => {
      const server = await localServer(answer);
      const send = compose([timeLimit(() => ({ ms: 100, of: 'attempt' }), systemClock)], create());
      expect(await outcomeOf(send(get(server.url)))).toMatchObject({ name: 'TimeoutError', timeoutMs: 100 });
    });
  });
});

describe.each<[string, (timer: AttemptTimer | undefined) => Handler]>([
  ['node:http', (timer) => nodeHttpTransport({ timer }).send],
  ['undici as the SDK uses it', (timer) => loaded(undiciTransport({ timer }))],
])('%s ends by itself what takes too long:', (_name, create) => {
  const limited = (ms: number) => create(attemptTimer({ ms, of: 'attempt' }, systemClock));

  it.each<[string, Answer]>([
    ['no answer', () => {}],
    ['half an answer', (_seen, response) => response.writeHead(200, { 'Content-Length': 10 }).write('half')],
  ])('%s', async (_what, answer) => {
    const server = await localServer(answer);
    expect(await outcomeOf(limited(100)(get(server.url)))).toMatchObject({ name: 'TimeoutError', timeoutMs: 100 });
  });

  it('no more once the answer is there', async () => {
    const server = await localServer((_seen, response) => sendJson(response, {}));
    const send = limited(50);
    const response = await send(get(server.url));
    await new Promise((later) => setTimeout(later, 100));
    expect(await response.text()).toBe('{}');
  });

  it('nothing without a limit', async () => {
    expect(attemptTimer({ ms: undefined, of: 'attempt' }, systemClock)).toBeUndefined();
    const server = await localServer((_seen, response) => sendJson(response, {}));
    expect((await create(undefined)(get(server.url))).status).toBe(200);
  });
});
