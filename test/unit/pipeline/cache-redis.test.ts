import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import KeyvRedis from '@keyv/redis';
import Keyv from 'keyv';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Client } from '../../../src/client.js';
import { keyvStore } from '../../../src/pipeline/cache/keyv-store.js';
import { directoryServer } from '../../support/directory-server.js';
import { hasRedis, startRedis, suiteRedis } from '../../support/redis-server.js';

const SCRIPT = 'test/support/cache-process.ts';

/** A process of its own, asked one thing after the other. */
function startProcess(...settings: string[]) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, ['--import', 'tsx', SCRIPT, ...settings]);
  onTestFinished(() => void child.kill());
  child.stderr.pipe(process.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (command: string): Promise<{ profile: { title: string } }> => {
    child.stdin.write(`${command}\n`);
    return JSON.parse((await lines.next()).value ?? 'null');
  };
}

function keyvOn(url: string): Keyv {
  const keyv = new Keyv({ store: new KeyvRedis(url, { throwOnErrors: false, throwOnConnectError: false }) });
  keyv.on('error', () => undefined);
  onTestFinished(() => (keyv.store as KeyvRedis<string>).disconnect(true));
  return keyv;
}

describe.skipIf(!hasRedis)('a cache in Redis', () => {
  const redis = suiteRedis();

  it('is shared by two processes, which see what the other one changes', async () => {
    const server = await directoryServer();
    const one = startProcess(server.url, redis().url);
    const other = startProcess(server.url, redis().url);
    await one('get 00u-ada');
    await other('get 00u-ada');
    expect(server.calls()).toEqual(['GET /api/v1/users/00u-ada']);
    for (const [writer, reader, name, title] of [
      [other, one, 'ada@example.com', 'v2'],
      [one, other, '00u-ada', 'v3'],
    ] as const) {
      await writer(`update ${name}`);
      expect((await reader('get 00u-ada')).profile.title).toBe(title);
      expect((await writer('get 00u-ada')).profile.title).toBe(title);
    }
    expect(server.calls().filter((call) => call.startsWith('GET'))).toHaveLength(3);
  });

  it('holds nothing for ever', async () => {
    const server = await directoryServer();
    const keyv = keyvOn(redis().url);
    const client = new Client({ orgUrl: server.url, token: '00t', environment: {}, cacheStore: keyvStore(keyv) });
    await client.userApi.getUser({ userId: '00u-bob' });
    const { client: connection } = keyv.store as KeyvRedis<string>;
    const keys = await (connection as { keys(pattern: string): Promise<string[]> }).keys('*00u-bob*');
    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys) {
      const ttlMs = await (connection as { pTTL(key: string): Promise<number> }).pTTL(key);
      expect(ttlMs).toBeGreaterThan(0);
      expect(ttlMs).toBeLessThanOrEqual(key.includes('okta:get:') ? 300_000 : 86_400_000);
    }
  });

  it('may end without a call failing', async () => {
    const own = await startRedis();
    const server = await directoryServer();
    const warnings: string[] = [];
    const client = new Client({
      orgUrl: server.url,
      token: '00t',
      environment: {},
      cacheStore: keyvStore(keyvOn(own.url)),
      logger: { warn: (message) => warnings.push(message) },
    });
    await client.userApi.getUser({ userId: '00u-ada' });
    await client.userApi.getUser({ userId: '00u-ada' });
    expect(server.requests).toHaveLength(1);
    await own.stop();
    await client.userApi.updateUser({ userId: '00u-ada', user: {} });
    await expect(client.userApi.getUser({ userId: '00u-ada' })).resolves.toMatchObject({ profile: { title: 'v2' } });
  });
});
