import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import * as okta from '../../../src/index.js';
import { localServer, sendJson } from '../../support/local-server.js';

const RESET = 1_700_000_030;
const LIMITED = {
  status: 429,
  headers: {
    Date: new Date((RESET - 10) * 1000).toUTCString(),
    'X-Rate-Limit-Reset': String(RESET),
    'X-Okta-Request-Id': 'r1',
  },
};

/** Answers 429 so many times, then a user. */
const limitedServer = (times: number) =>
  localServer((_, response, count) => {
    if (count <= times) sendJson(response, { errorCode: 'E0000047' }, LIMITED);
    else sendJson(response, { id: 'u1' });
  });

const sleeps: number[] = [];
const clock = {
  now: () => Date.now(),
  random: () => 0.5,
  sleep: async (ms: number) => {
    sleeps.push(ms);
    await setImmediate();
  },
};

async function clientWith(times: number, requestExecutor?: okta.ConfigurationOptions['requestExecutor']) {
  const server = await limitedServer(times);
  const own = requestExecutor === undefined ? {} : { requestExecutor };
  return { server, client: new okta.Client({ orgUrl: server.url, token: '00token', environment: {}, clock, ...own }) };
}

it('429 by hand: status, headers, the time to wait', async () => {
  const { client } = await clientWith(9, new okta.RequestExecutor());
  const delayMs = await client.createUser({}).then(
    () => Number.NaN,
    (err) => {
      expect(err.status).toBe(429);
      const retryEpochMs = parseInt(err.headers.get('x-rate-limit-reset'), 10) * 1000;
      const retryDate = new Date(retryEpochMs);
      const nowDate = new Date(err.headers.get('date'));
      return retryDate.getTime() - nowDate.getTime() + 1000;
    },
  );
  expect(delayMs).toBe(11_000);
});

describe('DefaultRequestExecutor', () => {
  it('tries twice again with the settings of the document', async () => {
    const customDefaultRequestExecutor = new okta.DefaultRequestExecutor({ maxRetries: 2, requestTimeout: 0, clock });
    const { client, server } = await clientWith(2, customDefaultRequestExecutor);
    expect(await client.getUser('u1')).toMatchObject({ id: 'u1' });
    expect(server.requests).toHaveLength(3);
  });

  it('gives up after maxRetries', async () => {
    const { client, server } = await clientWith(9, new okta.DefaultRequestExecutor({ maxRetries: 2, clock }));
    await expect(client.getUser('u1')).rejects.toMatchObject({ status: 429 });
    expect(server.requests).toHaveLength(3);
  });

  it('has no limit with maxRetries 0', async () => {
    const { client, server } = await clientWith(7, new okta.DefaultRequestExecutor({ maxRetries: 0, clock }));
    await client.getUser('u1');
    expect(server.requests).toHaveLength(8);
  });

  it('gives up after requestTimeout, however many retries there are', async () => {
    const { url } = await localServer(() => undefined);
    const requestExecutor = new okta.DefaultRequestExecutor({ requestTimeout: 30 });
    const client = new okta.Client({ orgUrl: url, token: '00token', environment: {}, requestExecutor });
    await expect(client.getUser('u1')).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('is there without being asked for', async () => {
    const { client, server } = await clientWith(1);
    await client.getUser('u1');
    expect(server.requests).toHaveLength(2);
    expect(client.requestExecutor).toBeInstanceOf(okta.DefaultRequestExecutor);
  });

  it('tells about backoff and resume', async () => {
    const lines: string[] = [];
    const defaultRequestExecutor = new okta.DefaultRequestExecutor({ clock });
    defaultRequestExecutor.on('backoff', (request, _response, requestId, delayMs) => {
      lines.push(`Backoff ${delayMs > 0} ${requestId}, ${request.url}`);
    });
    defaultRequestExecutor.on('resume', (request, requestId) => {
      lines.push(`Resume ${requestId} ${request.url}`);
    });
    const { client, server } = await clientWith(1, defaultRequestExecutor);
    await client.getUser('u1');
    const url = `${server.url}/api/v1/users/u1`;
    expect(lines).toEqual([`Backoff true r1, ${url}`, `Resume r1 ${url}`]);
  });
});

it('RequestExecutor sends once, and tells about requests and responses', async () => {
  const { client, server } = await clientWith(1, new okta.RequestExecutor());
  const lines: string[] = [];
  const { requestExecutor } = client;
  if (!(requestExecutor instanceof okta.RequestExecutor)) throw new Error('another executor');
  requestExecutor.on('request', (request) => {
    lines.push(`Request ${request.url}`);
  });
  requestExecutor.on('response', (response) => {
    lines.push(`Response ${response.status}`);
  });
  await expect(client.getUser('u1')).rejects.toMatchObject({ status: 429 });
  expect(lines).toEqual([`Request ${server.url}/api/v1/users/u1`, 'Response 429']);
  expect(server.requests).toHaveLength(1);
});

describe('an executor of one’s own', () => {
  it('extends the default one', async () => {
    const lines: string[] = [];
    class DefaultExecutorWithLogging extends okta.DefaultRequestExecutor {
      override fetch(request: okta.ExecutorRequest) {
        const start = new Date();
        lines.push(`Begin request for ${request.url}`);
        return super.fetch(request).then((response) => {
          const timeMs = Date.now() - start.getTime();
          lines.push(`Request complete for ${request.url} in ${timeMs}ms`);
          return response;
        });
      }
    }
    const { client, server } = await clientWith(1, new DefaultExecutorWithLogging({ clock }));
    await client.getUser('u1');
    expect(server.requests).toHaveLength(2);
    expect(lines[0]).toBe(`Begin request for ${server.url}/api/v1/users/u1`);
    expect(lines[1]).toMatch(/^Request complete for .*\/u1 in \d+ms$/);
  });

  it('is any class with fetch, which sends what it gets as it likes', async () => {
    class OwnExecutor {
      fetch(request: okta.ExecutorRequest) {
        return fetch(request.url, request as RequestInit);
      }
    }
    const { client, server } = await clientWith(0, new OwnExecutor());
    const user = await client.createUser({ profile: { login: 'ada' } });
    expect(user.id).toBe('u1');
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      headers: { authorization: 'SSWS 00token', 'content-type': 'application/json' },
    });
    expect(String(server.requests[0]?.body)).toBe('{"profile":{"login":"ada"}}');
  });

  it('is any class with fetch, which hands on what it gets', async () => {
    class Wrapping {
      readonly inner = new okta.DefaultRequestExecutor({ clock });
      fetch(request: okta.ExecutorRequest) {
        return this.inner.fetch(request);
      }
    }
    const { client, server } = await clientWith(1, new Wrapping());
    expect(await client.getUser('u1')).toMatchObject({ id: 'u1' });
    expect(server.requests).toHaveLength(2);
  });
});
