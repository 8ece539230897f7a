import type { Clock } from '../../src/clock.js';
import { act, type World } from './calls.js';
import { census } from './census.js';
import { seeded } from './chance.js';
import { startFaultProxy } from './fault-proxy.js';

/** What is put to the test. */
export interface Subject {
  readonly sdk: Pick<typeof import('../../src/index.js'), 'Client' | 'OktaError'>;
  readonly createEmulator: typeof import('../../src/emulator.js').createEmulator;
}

/** How long and how hard. */
export interface Effort {
  readonly calls: number;
  readonly seed: number;
  /** Calls at a time. */
  readonly concurrency: number;
}

/** What came of it. Lists name the calls. */
export interface Report {
  readonly calls: number;
  readonly seconds: number;
  /** How calls ended: `success`, or the name of the error. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly hangs: readonly string[];
  /** Failures that are no errors of the SDK. */
  readonly untyped: readonly string[];
  /** What is there more than once, or although its creation succeeded is not there, or is still there. */
  readonly wrongWrites: readonly string[];
  readonly mixedUp: readonly string[];
  readonly unhandled: readonly string[];
}

/** A call may take 5 seconds by its settings; one that takes this long hangs. */
const HANGS_AFTER_MS = 15_000;
const LIMITS = { connectionTimeout: 1, requestTimeout: 5, rateLimit: { maxRetries: 2 } };

/**
 * Sends calls through a network that fails, and looks at what came of them.
 *
 * @param subject - the SDK and the service
 * @param effort - how many
 * @returns the report
 */
export async function run({ sdk, createEmulator }: Subject, { calls, seed, concurrency }: Effort): Promise<Report> {
  const emulator = createEmulator({ randomSeed: seed });
  const { url } = await emulator.listen();
  const proxy = await startFaultProxy(url, seeded(seed));
  const world: World = {
    client: new sdk.Client({
      orgUrl: proxy.url,
      token: emulator.token,
      environment: {},
      clock: impatient(),
      ...LIMITS,
    }),
    chance: seeded(seed + 1),
    users: new Map(),
    apps: new Map(),
    created: new Map(),
    deleted: new Map(),
    mixedUp: [],
  };
  const tally = new Tally(sdk.OktaError);
  const unhandled = watchProcess();
  const start = performance.now();
  let count = 0;
  const worker = async () => {
    while (count < calls) {
      const name = `c${seed}-${++count}`;
      tally.add(name, await outcomeOf(act(world, name)));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  const wrongWrites = wrong(world, await census(emulator));
  await proxy.close();
  await emulator.close();
  const { outcomes, hangs, untyped } = tally;
  const { mixedUp } = world;
  return {
    calls,
    seconds,
    outcomes,
    faults: proxy.counts,
    hangs,
    untyped,
    wrongWrites,
    mixedUp,
    unhandled: unhandled(),
  };
}

/** How calls ended. */
class Tally {
  readonly outcomes: Record<string, number> = {};
  readonly hangs: string[] = [];
  readonly untyped: string[] = [];
  readonly #typed: Subject['sdk']['OktaError'];

  constructor(typed: Subject['sdk']['OktaError']) {
    this.#typed = typed;
  }

  add(name: string, outcome: unknown): void {
    const kind = this.#kindOf(outcome);
    this.outcomes[kind] = (this.outcomes[kind] ?? 0) + 1;
    if (kind === 'hang') this.hangs.push(name);
    if (kind === 'untyped') this.untyped.push(`${name}: ${(outcome as Error)?.stack ?? outcome}`);
  }

  #kindOf(outcome: unknown): string {
    if (outcome === undefined) return 'success';
    if (outcome === HANGS) return 'hang';
    return outcome instanceof this.#typed ? outcome.name : 'untyped';
  }
}

const HANGS = Symbol('hangs');

/** `undefined` for success. */
async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(HANGS), HANGS_AFTER_MS);
  });
  const ended = call.then(
    () => undefined,
    (error: unknown) => error ?? new Error('rejected with nothing'),
  );
  const outcome = await Promise.race([ended, late]);
  clearTimeout(timer);
  return outcome;
}

/** Whoever was told of success finds it once, whoever was told of a failure at most once; what is deleted is gone. */
function wrong({ created, deleted }: World, found: ReadonlyMap<string, number>): string[] {
  return [...created].flatMap(([name, isSuccess]) => {
    const count = found.get(name) ?? 0;
    const least = isSuccess && !deleted.has(name) ? 1 : 0;
    const most = deleted.get(name) ? 0 : 1;
    return count >= least && count <= most ? [] : [`${name}: ${count} times, expected ${least} to ${most}`];
  });
}

/** Collects what nobody handled, until it is asked for it. */
function watchProcess(): () => string[] {
  const seen: string[] = [];
  const note = (error: unknown) => void seen.push(String((error as Error)?.stack ?? error));
  process.on('unhandledRejection', note).on('uncaughtException', note);
  return () => {
    process.off('unhandledRejection', note).off('uncaughtException', note);
    return seen;
  };
}

/** Time as it is, but waits between attempts are a tenth as long. */
function impatient(): Clock {
  return {
    now: Date.now,
    random: Math.random,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms / 10);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
      }),
  };
}
