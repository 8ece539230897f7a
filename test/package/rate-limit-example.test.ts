import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmulator } from '../../src/emulator.js';
import { hasRedis, suiteRedis } from '../support/redis-server.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const run = promisify(execFile);

async function bundled(): Promise<string> {
  const outfile = join(temporaryFolder('node_modules/.cache'), 'index.mjs');
  await build({
    entryPoints: ['examples/rate-limit-redis/index.js'],
    alias: { '@okta/okta-sdk-nodejs': resolve('src/index.ts') },
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@redis/client', 'cross-fetch'],
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

describe.runIf(hasRedis)('examples/rate-limit-redis', () => {
  const redis = suiteRedis();

  it('counts groups in two processes at once', async () => {
    // Beside them there is the administrator of each new org, who is in two groups.
    const users = ['ada', 'grace', 'tony'].map((name) => {
      const login = `${name}@example.com`;
      return { profile: { login, email: login, firstName: name, lastName: 'Example' } };
    });
    const emulator = createEmulator({ seed: { users }, rateLimits: true });
    onTestFinished(() => emulator.close());
    const { url } = await emulator.listen();
    const settings = { OKTA_CLIENT_ORGURL: url, OKTA_CLIENT_TOKEN: emulator.token, REDIS_URL: redis().url };
    const program = await bundled();
    const start = () => run(process.execPath, [program], { env: { ...process.env, ...settings } });
    for (const { stdout, stderr } of await Promise.all([start(), start()])) {
      expect([stdout, stderr]).toEqual(['4 users are in 5 groups\n', '']);
    }
  });
});
