import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** Whether this machine has a Redis server. CI must have one. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

if (!hasRedis) {
  const message = 'redis-server is not installed (apt-get install redis-server)';
  if (process.env['CI']) throw new Error(message);
  console.warn(`Tests with Redis are skipped: ${message}`);
}

/** A server that holds nothing yet and forgets everything. */
export interface RedisServer {
  readonly url: string;
  /** Ends the server, as a crash would. */
  stop(): Promise<void>;
}

/**
 * Starts a server on a free port.
 *
 * @returns address, and how to end it
 */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'okta-redis-'));
  const options = { port, bind: '127.0.0.1', dir: directory, save: '', appendonly: 'no' };
  const server = spawn(
    'redis-server',
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
  );
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  for await (const line of server.stdout) if (String(line).includes('Ready to accept connections')) break;
  return { url: `redis://127.0.0.1:${port}`, stop };
}

/**
 * Starts a server for all tests of the suite that calls this.
 *
 * @returns gives the server once the suite runs
 */
export function suiteRedis(): () => RedisServer {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server?.stop());
  return () => server;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
