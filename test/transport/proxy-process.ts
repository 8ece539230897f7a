import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** What a proxy was asked for. */
export interface Passed {
  readonly to: string;
  readonly by: 'forward' | 'CONNECT';
  /** Whether user name and password were right. */
  readonly isKnown: boolean;
}

/** A proxy that runs. */
export interface ProxyProcess {
  readonly port: number;
  readonly passed: readonly Passed[];
  /** Ends it, with all its connections. */
  kill(): Promise<void>;
}

/**
 * Starts a proxy for one test.
 *
 * @param credentials - `name:password` that it wants; none if empty
 * @param status - what it answers to everything, if it passes nothing on
 * @returns port and log
 */
export async function startProxy(credentials = '', status = ''): Promise<ProxyProcess> {
  const script = new URL('run-proxy.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, credentials, status], { stdio: ['ignore', 'pipe', 'inherit'] });
  const passed: Passed[] = [];
  const lines = createInterface(child.stdout);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The proxy did not start')));
    lines.on('line', (line) => {
      const told = JSON.parse(line) as Passed | { port: number };
      if ('port' in told) resolve(told.port);
      else passed.push(told);
    });
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  onTestFinished(kill);
  return { port, passed, kill };
}
