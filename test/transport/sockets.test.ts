import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Client } from '../../src/client.js';
import type { ConfigurationOptions } from '../../src/config/options.js';
import type { CallOptions } from '../../src/request/build-request.js';
import { localServer, sendJson } from '../support/local-server.js';

/** Time in milliseconds in which a request too many would show itself. */
const GRACE_MS = 20;

/**
 * A server that answers nobody before as many requests are there together as are expected: a slow machine makes this
 * slower, not wrong.
 */
async function holding(calls: number, together: number) {
  const held = new Set<ServerResponse>();
  const seen = { most: 0, answered: 0 };
  const answerAll = () => {
    seen.answered += held.size;
    for (const response of held) sendJson(response, { id: 'u1' });
    held.clear();
  };
  const server = await localServer((_, response) => {
    held.add(response);
    seen.most = Math.max(seen.most, held.size);
    if (held.size === Math.min(together, calls - seen.answered)) setTimeout(answerAll, GRACE_MS);
  });
  return { server, seen };
}

async function busy(options: ConfigurationOptions, { calls, together }: { calls: number; together: number }) {
  const { server, seen } = await holding(calls, together);
  const client = new Client({ orgUrl: server.url, token: '00token', environment: {}, ...options });
  const call = () => client.userApi.getUser({ userId: 'u1' }, { cache: false });
  const results = await Promise.allSettled(Array.from({ length: calls }, call));
  return { most: seen.most, failed: results.filter(({ status }) => status === 'rejected').length };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('at a time there are', () => {
  it.each<[string, ConfigurationOptions, number]>([
    ['50 connections at most', {}, 50],
    ['as many as `maxSockets` says', { maxSockets: 3 }, 3],
    ['as many as needed with 0', { maxSockets: 0 }, 80],
  ])('%s', async (_, options, together) => {
    expect(await busy(options, { calls: 80, together })).toEqual({ most: together, failed: 0 });
  });
});

describe('of connections, idle ones included, there remain', () => {
  it.each([1, 3, 50])('at most %d, though the transport has changed', async (maxSockets) => {
    const open = new Set<Socket>();
    const server = createServer((_, response) => setTimeout(() => sendJson(response, { id: 'u1' }), 2));
    server.on('connection', (socket) => {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    });
    const orgUrl = await listening(server);
    const { userApi } = new Client({ orgUrl, token: '00token', environment: {}, maxSockets });
    const call = () => userApi.getUser({ userId: 'u1' }, { cache: false });
    for (let round = 0; round < 4; round++) await Promise.all(Array.from({ length: 100 }, call));
    expect(open.size).toBeGreaterThan(0);
    await expect.poll(() => open.size).toBeLessThanOrEqual(maxSockets);
  });
});

describe('a call that waits for its turn', () => {
  it('is not late before it was sent', async () => {
    const options = { maxSockets: 1, connectionTimeout: 0.4, rateLimit: { maxRetries: 0 } };
    expect(await busy(options, { calls: 30, together: 1 })).toEqual({ most: 1, failed: 0 });
  });

  it('leaves when its signal aborts, and the next one goes on', async () => {
    const abort = new AbortController();
    // The first answer waits until the second call has left, so that it cannot have had its turn.
    const server = await localServer((_, response) => {
      abort.abort();
      setTimeout(() => sendJson(response, { id: 'u1' }));
    });
    const client = new Client({ orgUrl: server.url, token: '00token', environment: {}, maxSockets: 1 });
    const call = (options: CallOptions = {}) => client.userApi.getUser({ userId: 'u1' }, { cache: false, ...options });
    const calls = [call(), call({ signal: abort.signal }), call()];
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
