import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { completeDescription } from './complete-description.js';

const require = createRequire(import.meta.url);

/** A mock server that checks every request against the description. */
export interface Prism {
  readonly url: string;
  readonly stop: () => void;
}

/**
 * Starts Prism as a process of its own. With `--errors` it refuses what the description does not allow.
 *
 * @returns the server, ready to answer
 * @throws Error with what Prism said if it does not start
 * @see https://docs.stoplight.io/docs/prism/
 */
export async function startPrism(): Promise<Prism> {
  const folder = mkdtempSync(join(tmpdir(), 'okta-contract-'));
  const file = join(folder, 'management.json');
  writeFileSync(file, JSON.stringify(completeDescription()));
  const port = await freePort();
  const cli = require.resolve('@stoplight/prism-cli/dist/index.js');
  const options = ['--errors', '--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'fatal'];
  const server = spawn(process.execPath, [cli, 'mock', ...options, file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said += chunk));
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url))) {
    if (server.exitCode !== null) throw new Error(`Prism did not start:\n${said}`);
    await sleep(100);
  }
  return { url, stop };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}
