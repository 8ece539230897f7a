import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const FOLDER = 'bench/package/programs';

/** Who takes part: this package as it was built, its predecessor, undici without anything around it. */
export const CONTENDERS = ['ours', 'incumbent', 'undici'] as const;

/**
 * Runs a program that measures, in a process of its own.
 *
 * @param program - file without its ending
 * @param args - for it
 * @returns what it measured
 */
export function measure(program: string, ...args: readonly string[]): Readonly<Record<string, number>> {
  const output = execFileSync(process.execPath, ['--expose-gc', `${FOLDER}/${program}.js`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, OKTA_CLIENT_TESTING_DISABLEHTTPSCHECK: 'true' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output.trim().split('\n').at(-1) || '{}');
}

/**
 * Starts the server that all ask, in a process of its own, so that what it costs does not count.
 *
 * @param work - gets its address
 */
export async function withServer(work: (url: string) => unknown): Promise<void> {
  const server = spawn(process.execPath, [`${FOLDER}/server.js`], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [url] = await once(createInterface(server.stdout), 'line');
    await work(String(url));
  } finally {
    server.kill();
  }
}
