import { describe, expect, it } from 'vitest';
import type { Handler, HttpRequest } from '../../src/http/message.js';
import { nodeHttpTransport } from '../../src/transport/node-http.js';
import { undiciTransport } from '../../src/transport/undici.js';
import { localServer, sendJson } from '../support/local-server.js';
import { scriptedServer } from './scripted-server.js';

/** A client changes from one to the other, and nobody may notice. */
const TRANSPORTS: readonly [string, () => Handler | Promise<Handler>][] = [
  ['node:http', () => nodeHttpTransport().send],
  ['undici', () => undiciTransport()],
];

describe.each(TRANSPORTS)('by %s', (_name, create) => {
  const sent = async (request: Partial<HttpRequest>, path = '/') => {
    const server = await localServer((_seen, response) => sendJson(response, {}));
    const send = await create();
    await send({ method: 'POST', body: '{"a":1}', headers: {}, ...request, url: server.url + path });
    return server.requests[0];
  };

  it('a header that is there in two cases is sent once, the later one', async () => {
    const headers = { 'User-Agent': 'okta', 'user-agent': 'own', 'accept-encoding': 'identity' };
    const seen = await sent({ headers });
    expect(seen?.headers).toMatchObject({ 'user-agent': 'own', 'accept-encoding': 'identity' });
  });

  it.each([
    ['Content-Length', '3'],
    ['Transfer-Encoding', 'chunked'],
    ['Expect', '100-continue'],
    ['Keep-Alive', 'timeout=5'],
    ['Upgrade', 'h2c'],
  ])('%s, which is a matter of the transport, changes nothing', async (name, value) => {
    const seen = await sent({ headers: { [name]: value } });
    expect(seen?.body.toString()).toBe('{"a":1}');
    expect(seen?.headers['content-length']).toBe('7');
    expect(seen?.headers[name.toLowerCase()]).not.toBe(value);
  });

  it('a header without a value is not sent', async () => {
    const headers = { 'X-Given': '1', 'X-None': undefined } as unknown as HttpRequest['headers'];
    const seen = await sent({ headers });
    expect(seen?.headers).toMatchObject({ 'x-given': '1' });
    expect(seen?.headers).not.toHaveProperty('x-none');
  });

  it.each([
    ['/a?b=c#part', '/a?b=c'],
    ['?a=/b', '/?a=/b'],
    ['', '/'],
    ['/a b', '/a%20b'],
    ['/ü', '/%C3%BC'],
    ['/a\\b', '/a/b'],
  ])('the address %j, which a step of the user may give, is sent as %j', async (path, expected) => {
    expect((await sent({}, path))?.url).toBe(expected);
  });

  it('a 304 may tell the length of what it leaves out', async () => {
    const server = await scriptedServer((socket) =>
      socket.write('HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: 500\r\n\r\n'),
    );
    const send = await create();
    const response = await send({ method: 'GET', headers: {}, url: server.url });
    expect(response.status).toBe(304);
    expect(response.headers.get('etag')).toBe('"1"');
    expect(await response.text()).toBe('');
  });
});
