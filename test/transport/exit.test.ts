import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { localServer, sendJson } from '../support/local-server.js';
import { createAuthority, secureServer } from './certificates.js';
import { startProxy } from './proxy-process.js';

const BUNDLE = 'build/exit-test/sdk.mjs';

/** Says when its last call was answered; nothing in it ends the process. */
const PROGRAM = `
const { Client } = await import(process.argv[1]);
const client = new Client({ ...JSON.parse(process.argv[2]), token: '00token', environment: {} });
for (let round = 0; round < Number(process.argv[3]); round++) {
  await Promise.all(['u1', 'u2', 'u3'].map((userId) => client.userApi.getUser({ userId }, { cache: false })));
}
console.log(Date.now());
`;

/** How long a process lived after its last answer. */
async function lifeAfterAnswer(options: object, rounds = 1): Promise<number> {
  const args = [
    '--input-type=module',
    '--eval',
    PROGRAM,
    `${process.cwd()}/${BUNDLE}`,
    JSON.stringify(options),
    String(rounds),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return Date.now() - Number(stdout);
}

beforeAll(() =>
  build({
    entryPoints: ['src/index.ts'],
    outfile: BUNDLE,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  }),
);

describe('a process ends by itself within a second after its last answer', () => {
  it('with open connections', async () => {
    const server = await localServer((_, response) => sendJson(response, { id: 'u1' }));
    expect(await lifeAfterAnswer({ orgUrl: server.url })).toBeLessThan(1000);
  });

  it('with open connections, after many calls', async () => {
    const server = await localServer((_, response) => sendJson(response, { id: 'u1' }));
    expect(await lifeAfterAnswer({ orgUrl: server.url }, 10)).toBeLessThan(1000);
  });

  it('with open tunnels', async () => {
    const authority = createAuthority();
    const proxy = await startProxy();
    const server = await secureServer(authority.server, (_, response) => sendJson(response, { id: 'u1' }));
    const options = { orgUrl: server.url, tls: { ca: authority.ca }, httpsProxy: `http://127.0.0.1:${proxy.port}` };
    expect(await lifeAfterAnswer(options)).toBeLessThan(1000);
  });
});
