import crossFetch from 'cross-fetch';
import { Agent, fetch as undiciFetch } from 'undici';
import { describe, expect, it } from 'vitest';
import { Client } from '../../src/client.js';
import type { ConfigurationOptions } from '../../src/config/options.js';
import { type FetchLike, fetchTransport } from '../../src/transport/fetch.js';
import { type Answer, localServer, sendJson } from '../support/local-server.js';

async function call(options: ConfigurationOptions, answer: Answer = (_, response) => sendJson(response, { id: 'u1' })) {
  const server = await localServer(answer);
  const client = new Client({
    orgUrl: server.url,
    token: '00token',
    environment: {},
    rateLimit: { maxRetries: 0 },
    ...options,
  });
  const body = { profile: { login: 'ada@example.com', displayName: 'Ünï' } };
  const outcome: unknown = await client.userApi.createUser({ body }).catch((reason: unknown) => reason);
  return { outcome, server };
}

describe('a fetch function that must be loaded', () => {
  it('is loaded once, and again if that has failed', async () => {
    const server = await localServer((_, response) => sendJson(response, {}));
    let loads = 0;
    const send = fetchTransport(async () => {
      loads++;
      if (loads === 1) throw new Error('no such file');
      return fetch as FetchLike;
    });
    const get = () => send({ method: 'GET', url: server.url, headers: {} });
    await expect(get()).rejects.toMatchObject({ code: 'OKTA_LOAD', cause: { message: 'no such file' } });
    expect((await get()).status).toBe(200);
    expect((await get()).status).toBe(200);
    expect(loads).toBe(2);
  });
});

describe('requests go through', () => {
  it.each<[string, Required<Pick<ConfigurationOptions, 'fetch'>>]>([
    ['the fetch of Node', { fetch }],
    ['that of undici', { fetch: undiciFetch }],
    ['that of cross-fetch', { fetch: crossFetch }],
    ['one that wraps another', { fetch: (url, init) => fetch(url, init as RequestInit) }],
  ])('%s', async (_, options) => {
    const { outcome, server } = await call(options);
    expect(outcome).toMatchObject({ id: 'u1' });
    expect(server.requests[0]?.headers).toMatchObject({ authorization: 'SSWS 00token' });
    expect(JSON.parse(server.requests[0]?.body.toString() ?? '')).toMatchObject({ profile: { displayName: 'Ünï' } });
  });

  it('a dispatcher of undici', async () => {
    let count = 0;
    class Counting extends Agent {
      override dispatch(...values: Parameters<Agent['dispatch']>) {
        count++;
        return super.dispatch(...values);
      }
    }
    const { outcome } = await call({ fetch: undiciFetch, dispatcher: new Counting() });
    expect(outcome).toMatchObject({ id: 'u1' });
    expect(count).toBe(1);
  });
});

describe('with a fetch of one’s own', () => {
  it('redirects are not followed', async () => {
    const target = await localServer((_, response) => sendJson(response, {}));
    const { outcome } = await call({ fetch }, (_, response) => response.writeHead(307, { Location: target.url }).end());
    expect(outcome).toMatchObject({ name: 'RedirectError', target: new URL(target.url).host });
    expect(target.requests).toHaveLength(0);
  });

  it('an answer cut short is a ConnectionError', async () => {
    const { outcome } = await call({ fetch }, (_, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('{');
      setTimeout(() => response.destroy(), 20);
    });
    expect(outcome).toMatchObject({ name: 'ConnectionError', maybeSent: true });
  });

  it('calls end when they take too long', async () => {
    const { outcome } = await call({ fetch, connectionTimeout: 0.1 }, () => {});
    expect(outcome).toMatchObject({ name: 'TimeoutError' });
  });

  it('what is said about a proxy is warned about', async () => {
    const warnings: string[] = [];
    const logger = { warn: (message: string) => void warnings.push(message) };
    await call({ fetch, httpsProxy: 'http://ada:MARK@127.0.0.1:1', logger });
    expect(warnings).toEqual(['Okta configuration: `httpsProxy` is not used, as `fetch` connects in a way of its own']);
  });
});
