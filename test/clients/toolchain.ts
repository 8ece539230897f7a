import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createEmulator, type Emulator } from '../../src/emulator.js';

/** What a step of a day of work came to. */
export interface Step {
  readonly step: string;
  readonly ms: number;
  readonly ok: boolean;
  readonly error?: string;
}

/**
 * Looks for a tool that only foreign clients need. Where it is missing, tests of these are skipped, but not in CI.
 *
 * @param commands - that may be it
 * @param args - with which it says its version
 * @returns the first that works; `undefined` if none does
 * @throws Error in CI if none does
 */
export function findTool(commands: readonly string[], args: readonly string[]): string | undefined {
  const found = commands.find((command) => spawnSync(command, args).status === 0);
  if (found !== undefined) return found;
  const reason = `None of these is installed: ${commands.join(', ')}.`;
  if (process.env['CI']) throw new Error(reason);
  console.warn(`${reason} The tests that need it are skipped.`);
  return undefined;
}

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command while this process goes on. */
function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const child: ChildProcess = spawn(command, args, { cwd, env: { ...process.env, ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (text) => {
    stdout += text;
  });
  child.stderr?.on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/**
 * Runs a command of the set-up.
 *
 * @param command - and
 * @param args - what to run
 * @param cwd - where
 * @throws Error with what it printed, if it fails
 */
export async function prepare(command: string, args: readonly string[], cwd: string): Promise<void> {
  const { status, stdout, stderr } = await run(command, args, cwd);
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed.\n${stdout}\n${stderr}`);
}

/**
 * Runs a day of work against an org of its own.
 *
 * @param command - of the client; gets the address of the org and its token as its last arguments
 * @param args - before these
 * @param cwd - where to run it
 * @returns its steps
 * @throws Error with what it printed, if it prints no steps
 */
export async function runDay(command: string, args: readonly string[], cwd: string): Promise<readonly Step[]> {
  const emulator: Emulator = createEmulator();
  const { url } = await emulator.listen();
  try {
    const env = { PYTHONPYCACHEPREFIX: resolve('build/clients/bytecode') };
    const { stdout, stderr } = await run(command, [...args, url, emulator.token], cwd, env);
    const steps = stdout.split('\n').filter((line) => line.startsWith('{'));
    if (steps.length === 0) throw new Error(`${command} did nothing.\n${stdout}\n${stderr}`);
    return steps.map((line): Step => JSON.parse(line));
  } finally {
    await emulator.close();
  }
}

/**
 * @param steps - of a day
 * @returns what failed, as text
 */
export function failuresOf(steps: readonly Step[]): string[] {
  return steps.filter(({ ok }) => !ok).map(({ step, error }) => `${step}: ${error}`);
}

/**
 * Prints how long something took.
 *
 * @param what - it is
 * @param work - that is measured
 * @returns its result
 */
export async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
