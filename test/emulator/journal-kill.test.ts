import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dataFile, groupNames, open } from './data-files.js';

/** The command in a process of its own, and the environment lines that it printed. */
async function start(data: string): Promise<{ child: ChildProcess; url: string; token: string }> {
  const args = ['--import', 'tsx', 'src/okta-emulator.ts', '--quiet', '--data', data];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line.slice(line.indexOf('=') + 1));
    if (lines.length === 2) break;
  }
  const [url = '', token = ''] = lines;
  return { child, url, token };
}

/** Creates groups one after the other until the connection breaks; gives the names of those that were answered. */
async function createUntilDead(url: string, token: string, worker: number): Promise<string[]> {
  const answered: string[] = [];
  for (let i = 0; ; i++) {
    const name = `g${worker}-${i}`;
    const init = {
      method: 'POST',
      headers: { authorization: `SSWS ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ profile: { name } }),
    };
    const status = await fetch(`${url}/api/v1/groups`, init).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 0) return answered;
    if (status === 200) answered.push(name);
  }
}

describe('a process that is killed under load', () => {
  it('loses nothing that it answered, and does not keep the file from the next one', { timeout: 60_000 }, async () => {
    const data = dataFile();
    let answered: string[] = [];
    for (const round of [1, 2]) {
      const { child, url, token } = await start(data);
      const work = [1, 2, 3, 4].map((worker) => createUntilDead(url, token, 10 * round + worker));
      await new Promise((resolve) => setTimeout(resolve, 700));
      child.kill('SIGKILL');
      await once(child, 'exit');
      answered = [...answered, ...(await Promise.all(work)).flat()];
    }
    const kept = new Set(await groupNames(open(data)));
    expect(answered.length).toBeGreaterThan(50);
    expect(answered.filter((name) => !kept.has(name))).toEqual([]);
    // One request of each worker and round may have been on its way.
    expect(kept.size - answered.length).toBeLessThanOrEqual(8);
  });
});
