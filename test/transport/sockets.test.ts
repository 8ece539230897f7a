import { describe, expect, it } from 'vitest';
import { Client } from '../../src/client.js';
import type { ConfigurationOptions } from '../../src/config/options.js';
import { localServer, sendJson } from '../support/local-server.js';

async function busy(options: ConfigurationOptions, calls: number) {
  let now = 0;
  let most = 0;
  const server = await localServer((_, response) => {
    most = Math.max(most, ++now);
    setTimeout(() => {
      now--;
      sendJson(response, { id: 'u1' });
    }, 20);
  });
  const client = new Client({ orgUrl: server.url, token: '00token', environment: {}, ...options });
  const call = (signal?: AbortSignal) =>
    client.userApi.getUser({ userId: 'u1' }, { cache: false, ...(signal && { signal }) });
  const results = await Promise.allSettled(Array.from({ length: calls }, () => call()));
  return { most, failed: results.filter(({ status }) => status === 'rejected').length, call, server };
}

describe('at a time there are', () => {
  it.each<[string, ConfigurationOptions, number]>([
    ['50 connections at most', {}, 50],
    ['as many as `maxSockets` says', { maxSockets: 3 }, 3],
    ['as many as needed with 0', { maxSockets: 0 }, 80],
  ])('%s', async (_, options, expected) => {
    expect(await busy(options, 80)).toMatchObject({ most: expected, failed: 0 });
  });
});

describe('a call that waits for its turn', () => {
  it('is not late before it was sent', async () => {
    const { failed } = await busy({ maxSockets: 1, connectionTimeout: 0.2, rateLimit: { maxRetries: 0 } }, 30);
    expect(failed).toBe(0);
  });

  it('leaves when its signal aborts, and the next one goes on', async () => {
    const { call, server } = await busy({ maxSockets: 1 }, 0);
    const abort = new AbortController();
    const calls = [call(), call(abort.signal), call()];
    setTimeout(() => abort.abort(), 5);
    const results = await Promise.allSettled(calls);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { name: 'AbortError' } });
    expect(server.requests).toHaveLength(2);
  });

  it('goes on after calls that failed', async () => {
    let count = 0;
    const server = await localServer((_, response) => {
      if (count++ < 20) response.socket?.destroy();
      else sendJson(response, { id: 'u1' });
    });
    const options = { orgUrl: server.url, token: '00token', environment: {}, maxSockets: 2 };
    const client = new Client({ ...options, rateLimit: { maxRetries: 0 } });
    const calls = Array.from({ length: 40 }, () => client.userApi.getUser({ userId: 'u1' }, { cache: false }));
    const results = await Promise.allSettled(calls);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  });
});
