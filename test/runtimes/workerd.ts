import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pathOf } from './workplace.js';

/**
 * Runs the bundled worker in workerd, Cloudflare's runtime, and lets it do the scenario.
 *
 * @param folder - of the consumers
 * @param org - what the scenario is given
 * @returns its outcome
 * @see https://github.com/cloudflare/workerd
 */
export async function runInWorkerd(folder: string, org: object): Promise<unknown> {
  const args = ['serve', 'workerd.capnp', '--control-fd=3'];
  const child = spawn(pathOf('workerd'), args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit', 'pipe'] });
  try {
    const [line] = await once(createInterface(child.stdio[3] as Readable), 'line');
    const { port } = JSON.parse(line) as { port: number };
    const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: JSON.stringify(org) });
    if (!response.ok) throw new Error(await response.text());
    return await response.json();
  } finally {
    child.kill();
  }
}
