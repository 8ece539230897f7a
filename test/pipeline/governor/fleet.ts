import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { systemClock } from '../../../src/clock.js';
import { createEmulator } from '../../../src/emulator.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { quickClock } from './quick-clock.js';

/** How a fleet of processes is set up. */
export interface Fleet {
  readonly processes: number;
  /** Of each process. */
  readonly calls: number;
  /** Requests a minute that the org takes, on a clock that is so many times faster than the machine's own. */
  readonly limit: number;
  readonly speed: number;
  /** How long each answer takes, in milliseconds of that clock. */
  readonly latency: number;
  readonly maxCapacityPercent: number;
  /** Server through which the processes share what they know. */
  readonly redis?: string;
}

/** What one process is told. */
export interface Task extends Fleet {
  readonly url: string;
  readonly token: string;
  readonly userId: string;
  readonly start: number;
}

/** What came of the calls. */
export interface Tally {
  readonly done: number;
  readonly failed: readonly string[];
  readonly attempts: number;
  /** Answers 429 because of the bucket's limit. */
  readonly limited: number;
  /** Answers 429 because of requests in flight. */
  readonly crowded: number;
  /** Smallest `X-Rate-Limit-Remaining` of all answers. */
  readonly lowest: number;
  /** Requests in flight that the governor allows at the end. */
  readonly concurrency: number;
  /** Of its calls, in milliseconds since 1970. */
  readonly began: number;
  readonly ended: number;
}

/** What came of a whole fleet. */
export interface Outcome extends Omit<Tally, 'concurrency' | 'began' | 'ended'> {
  readonly concurrency: readonly number[];
  /** Seconds of the org's clock from the first request to the last answer. */
  readonly seconds: number;
  /** What the calls take at exactly the rate that may be used. */
  readonly idealSeconds: number;
}

const LOGIN = 'ada@example.com';
const CONCURRENT = 75;

/**
 * Lets several processes call one org, each as fast as its governor lets it.
 *
 * @param fleet - how many, how often, against which limits
 * @returns what came of it
 */
export async function launch(fleet: Fleet): Promise<Outcome> {
  const { processes, calls, limit, speed, latency, maxCapacityPercent } = fleet;
  const start = Date.now();
  const clock = speed === 1 ? systemClock : quickClock(speed, start);
  const emulator = createEmulator({
    clock,
    latency,
    seed: { users: [{ profile: { login: LOGIN, email: LOGIN, firstName: 'Ada', lastName: 'Lovelace' } }] },
    rateLimits: { 'GET /api/v1/users/{}': limit, concurrent: CONCURRENT, tokenShare: 100 },
  });
  const { url } = await emulator.listen();
  const program = await bundle();
  const workers = Array.from({ length: processes }, () => fork(program, { execArgv: ['--enable-source-maps'] }));
  try {
    const task = { ...fleet, url, token: emulator.token, userId: LOGIN, start };
    const tallies = await Promise.all(workers.map((worker) => run(worker, task)));
    return { ...sum(tallies), idealSeconds: (processes * calls * 60) / ((limit * maxCapacityPercent) / 100) };
  } finally {
    for (const worker of workers) worker.kill();
    await emulator.close();
  }
}

async function run(worker: ChildProcess, task: Task): Promise<Tally> {
  const ended = once(worker, 'exit').then(([code]) => {
    throw new Error(`A process ended with ${code} before its calls had`);
  });
  const told = once(worker, 'message');
  worker.send(task);
  const [tally] = await Promise.race([told, ended]);
  ended.catch(() => undefined);
  return tally as Tally;
}

function sum(tallies: readonly Tally[]): Omit<Outcome, 'idealSeconds'> {
  const total = (name: 'done' | 'attempts' | 'limited' | 'crowded') =>
    tallies.reduce((all, tally) => all + tally[name], 0);
  return {
    done: total('done'),
    attempts: total('attempts'),
    limited: total('limited'),
    crowded: total('crowded'),
    failed: tallies.flatMap(({ failed }) => failed),
    lowest: Math.min(...tallies.map(({ lowest }) => lowest)),
    seconds: (Math.max(...tallies.map(({ ended }) => ended)) - Math.min(...tallies.map(({ began }) => began))) / 1000,
    concurrency: tallies.map(({ concurrency }) => concurrency),
  };
}

/** Plain JavaScript starts quicker than four compilers do. */
async function bundle(): Promise<string> {
  const outfile = join(temporaryFolder('node_modules/.cache'), 'worker.mjs');
  await build({
    entryPoints: [resolve('test/pipeline/governor/worker.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
