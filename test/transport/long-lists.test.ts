import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Client } from '../../src/client.js';
import { crossFetchTransport } from '../../src/transport/cross-fetch.js';
import { nodeHttpTransport } from '../../src/transport/node-http.js';
import { undiciTransport } from '../../src/transport/undici.js';
import { localServer } from '../support/local-server.js';

const users = Array.from({ length: 900 }, (_, index) => ({
  id: `00u${index}`,
  created: `2026-01-31T08:00:00.${String(index).padStart(3, '0')}Z`,
  profile: {
    login: `user${index}@example.com`,
    firstName: index % 2 ? 'Zoë' : '松本',
    lastName: '"},{"id"'.repeat(30),
  },
  credentials: { emails: [{ value: 'a' }, { value: 'b' }] },
}));
const body = Buffer.from(JSON.stringify(users));

const transports = [
  ['node:http', async () => nodeHttpTransport().send],
  ['undici', undiciTransport],
  ['cross-fetch', async () => crossFetchTransport()],
] as const;

describe('a page of 400 kB', () => {
  it.each(
    transports.flatMap(([name, make]) =>
      [false, true].map((isPacked) => [name, isPacked ? 'packed' : 'plain', make] as const),
    ),
  )('arrives whole by %s, %s', async (_, way, make) => {
    const isPacked = way === 'packed';
    const server = await localServer((_request, response) => {
      const sent = isPacked ? gzipSync(body) : body;
      const encoding = isPacked ? { 'Content-Encoding': 'gzip' } : {};
      response.writeHead(200, { 'Content-Type': 'application/json', ...encoding });
      // Pieces end anywhere, in the middle of characters, too.
      for (let start = 0; start < sent.length; start += 40_001) response.write(sent.subarray(start, start + 40_001));
      response.end();
    });
    const { userApi } = new Client({ orgUrl: server.url, token: '00t', environment: {}, transport: await make() });
    const found = await (await userApi.listUsers()).toArray();
    expect(JSON.stringify(found)).toBe(JSON.stringify(users));
    expect(found[1]?.created).toEqual(new Date('2026-01-31T08:00:00.001Z'));
  });
});

describe('bytes that came in several pieces', () => {
  it.each(transports)('are of the kind of those that came in one by %s', async (_, make) => {
    const server = await localServer(({ url }, response) => response.end(url === '/one' ? 'x' : body));
    const send = await make();
    const get = async (path: string) => (await send({ method: 'GET', url: server.url + path, headers: {} })).bytes();
    const [one, many] = [await get('/one'), await get('/many')];
    expect(Object.getPrototypeOf(many)).toBe(Object.getPrototypeOf(one));
    expect(Buffer.compare(many, body)).toBe(0);
  });
});
