import { describe, expect, it } from 'vitest';
import { Client } from '../../../src/client.js';
import { DefaultRequestExecutor } from '../../../src/pipeline/executor/default-request-executor.js';
import type { ExecutorRequest } from '../../../src/pipeline/executor/exchange.js';
import { RequestExecutor } from '../../../src/pipeline/executor/request-executor.js';
import { localServer, sendJson } from '../../support/local-server.js';

const clock = { now: Date.now, random: () => 0, sleep: async () => {} };

/** Answers 429 as often as asked, then a user. */
async function client(limits: number, requestExecutor?: { fetch: RequestExecutor['fetch'] }) {
  const server = await localServer((_seen, response, count) =>
    count > limits
      ? sendJson(response, { id: '00u1' })
      : sendJson(response, {}, { status: 429, headers: { 'Retry-After': '3', 'X-Okta-Request-Id': `req${count}` } }),
  );
  const options = requestExecutor ? { requestExecutor } : {};
  return {
    sdk: new Client({ orgUrl: server.url, token: '00token', environment: {}, clock, ...options }),
    requests: server.requests,
  };
}

const get = (sdk: Client) => sdk.userApi.getUser({ userId: 'me' });

describe('a request executor', () => {
  it('of the SDK tells about requests, answers, waits and their ends', async () => {
    const executor = new DefaultRequestExecutor({ clock });
    const events: unknown[] = [];
    executor
      .on('request', ({ url }) => events.push(['request', new URL(url).pathname]))
      .on('response', ({ status }) => events.push(['response', status]))
      .on('backoff', (request, response, requestId, delayMs) =>
        events.push(['backoff', request.method, response?.status, requestId, delayMs]),
      )
      .on('resume', (request, requestId) => events.push(['resume', request.method, requestId]));
    const { sdk } = await client(1, executor);
    await get(sdk);
    expect(events).toEqual([
      ['request', '/api/v1/users/me'],
      ['response', 429],
      ['backoff', 'GET', 429, 'req1', 3000],
      ['resume', 'GET', 'req1'],
      ['request', '/api/v1/users/me'],
      ['response', 200],
    ]);
  });

  it('is there without being asked for, and can be listened to', async () => {
    const { sdk } = await client(0);
    const urls: string[] = [];
    expect(sdk.requestExecutor).toBeInstanceOf(DefaultRequestExecutor);
    (sdk.requestExecutor as RequestExecutor).on('request', ({ url }) => urls.push(url));
    await get(sdk);
    expect(urls).toEqual([`${sdk.baseUrl}/api/v1/users/me`]);
  });

  it('that is the base one sends each request once', async () => {
    const { sdk, requests } = await client(1, new RequestExecutor());
    await expect(get(sdk)).rejects.toMatchObject({ status: 429 });
    expect(requests).toHaveLength(1);
  });

  it('takes 0 retries for any number, and refuses a negative one', async () => {
    const { sdk, requests } = await client(12, new DefaultRequestExecutor({ maxRetries: 0, clock }));
    await get(sdk);
    expect(requests).toHaveLength(13);
    expect(() => new DefaultRequestExecutor({ maxRetries: -1 })).toThrow(RangeError);
    expect(() => new DefaultRequestExecutor({ requestTimeout: -1 })).toThrow(RangeError);
  });

  it('gives up after its own time', async () => {
    const executor = new DefaultRequestExecutor({ maxRetries: 0, requestTimeout: 100 });
    const { sdk } = await client(1000, executor);
    await expect(get(sdk)).rejects.toMatchObject({ status: 429 });
  });

  it('can be extended', async () => {
    const lines: string[] = [];
    class Logging extends DefaultRequestExecutor {
      override fetch(request: ExecutorRequest) {
        lines.push(`begin ${request.method}`);
        return super.fetch(request).then((response) => {
          lines.push(`end ${response.status}`);
          return response;
        });
      }
    }
    const { sdk } = await client(1, new Logging({ clock }));
    await expect(get(sdk)).resolves.toMatchObject({ id: '00u1' });
    expect(lines).toEqual(['begin GET', 'end 200']);
  });

  it('can be anything that has fetch', async () => {
    const own = {
      fetch: async ({ url }: ExecutorRequest) =>
        new Response(JSON.stringify({ id: url }), { headers: { 'x-own': '1' } }),
    };
    const { sdk, requests } = await client(0, own);
    await expect(get(sdk)).resolves.toEqual({ id: `${sdk.baseUrl}/api/v1/users/me` });
    expect(requests).toEqual([]);
  });

  it('shows no credential to those who listen', async () => {
    const seen: string[] = [];
    const executor = new DefaultRequestExecutor({ clock });
    executor.on('request', (request) => seen.push(JSON.stringify({ ...request })));
    const { sdk } = await client(0, executor);
    await get(sdk);
    expect(seen.join()).not.toContain('00token');
  });

  it('may serve several clients', async () => {
    const executor = new DefaultRequestExecutor({ clock });
    const [one, other] = [await client(0, executor), await client(0, executor)];
    await Promise.all([get(one.sdk), get(other.sdk), get(one.sdk)]);
    expect([one.requests.length, other.requests.length]).toEqual([2, 1]);
  });
});
