import { describe, expect, it } from 'vitest';
import { Client } from '../../src/client.js';
import { HttpHeaders } from '../../src/http/headers.js';
import type { Handler, HttpRequest } from '../../src/http/message.js';
import { responseOf } from '../../src/http/response-of.js';
import { undiciTransport } from '../../src/transport/undici.js';
import { warming } from '../../src/transport/warming.js';
import { localServer, sendJson } from '../support/local-server.js';
import { createAuthority, secureServer } from './certificates.js';

const request: HttpRequest = { method: 'GET', url: 'http://127.0.0.1', headers: {} };

function named(name: string, used: string[]): Handler {
  return async () => {
    used.push(name);
    return responseOf(200, HttpHeaders.from([]), []);
  };
}

const list: HttpRequest = { ...request, isCollection: true };

async function times(count: number, send: Handler, what = request): Promise<void> {
  for (let call = 0; call < count; call++) {
    await send(what);
    await new Promise(setImmediate);
  }
}

describe('the transport for many calls', () => {
  it('is loaded once, with the eighth call, and takes those after it', async () => {
    const used: string[] = [];
    let loaded = 0;
    const load = async () => {
      loaded += 1;
      return named('many', used);
    };
    const send = warming({ send: named('few', used), retire: () => void used.push('end') }, load);
    await times(7, send);
    expect(loaded).toBe(0);
    await times(5, send);
    expect(loaded).toBe(1);
    expect(used).toEqual([...Array(8).fill('few'), 'end', ...Array(4).fill('many')]);
  });

  it('is not loaded for lists that are read page by page, as a page costs more to read than to ask for', async () => {
    const used: string[] = [];
    const send = warming({ send: named('few', used), retire: () => void used.push('end') }, async () =>
      named('many', used),
    );
    await times(5, send);
    await times(100, send, list);
    expect(used).toEqual(Array(105).fill('few'));
    await times(3, send);
    await times(1, send, list);
    expect(used.slice(105)).toEqual(['few', 'few', 'few', 'end', 'many']);
  });

  it('is loaded for many lists at once', async () => {
    const used: string[] = [];
    const send = warming({ send: named('few', used), retire: () => void used.push('end') }, async () =>
      named('many', used),
    );
    await Promise.all(Array.from({ length: 9 }, () => send(list)));
    await new Promise(setImmediate);
    await send(list);
    expect(used.at(-1)).toBe('many');
  });

  it('is not missed if it cannot be loaded', async () => {
    const used: string[] = [];
    const failing = () => Promise.reject(new Error('not installed'));
    const send = warming({ send: named('few', used), retire: () => void used.push('end') }, failing);
    await times(12, send);
    expect(used).toEqual(Array(12).fill('few'));
  });
});

describe('calls of a client on Node', () => {
  it('arrive all, and once, while the transport changes under them', async () => {
    const server = await localServer(({ url }, response) => sendJson(response, { id: url.split('/').at(-1) }));
    const { userApi } = new Client({ orgUrl: server.url, token: '00token', environment: {} });
    const ids = Array.from({ length: 300 }, (_, index) => `u${index}`);
    const users = await Promise.all(ids.map((userId) => userApi.getUser({ userId })));
    expect(users.map(({ id }) => id)).toEqual(ids);
    expect(new Set(server.requests.map(({ url }) => url)).size).toBe(300);
    expect(server.requests).toHaveLength(300);
  });

  it('trust the same authorities before and after', async () => {
    const authority = createAuthority();
    const server = await secureServer(authority.server, (_, response) => sendJson(response, { id: 'u1' }));
    const options = { orgUrl: server.url, token: '00token', environment: {}, rateLimit: { maxRetries: 0 } };
    const trusting = new Client({ ...options, tls: { ca: authority.ca } }).userApi;
    for (let call = 0; call < 20; call++) await trusting.getUser({ userId: 'u1' }, { cache: false });
    expect(server.requests).toHaveLength(20);
    const strict = new Client(options).userApi;
    for (let call = 0; call < 20; call++) {
      await expect(strict.getUser({ userId: 'u1' })).rejects.toMatchObject({ maybeSent: false });
    }
    expect(server.requests).toHaveLength(20);
  });
});

describe('undici', () => {
  it('shows the certificate of the client to a server that wants one', async () => {
    const authority = createAuthority();
    const wanting = { ...authority.server, requestCert: true, rejectUnauthorized: true, ca: authority.ca };
    const server = await secureServer(wanting, (_, response) => sendJson(response, {}));
    const { cert, key } = authority.client;
    const send = await undiciTransport({ tls: { ca: authority.ca, cert, key } });
    expect((await send({ ...request, url: server.url })).status).toBe(200);
    const bare = await undiciTransport({ tls: { ca: authority.ca } });
    await expect(bare({ ...request, url: server.url })).rejects.toMatchObject({ name: 'ConnectionError' });
  });

  it('refuses certificates that are none before anything is sent', async () => {
    await expect(undiciTransport({ tls: { cert: 'PEM' } })).rejects.toMatchObject({ name: 'ConfigError' });
  });
});
