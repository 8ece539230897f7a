import type { Unit } from './sample.js';

/** What a figure must not be worse than. */
export interface Limit {
  readonly name: string;
  readonly unit: Unit;
  readonly limit: number;
  /** For ratios of which more is better; what is counted per second is so by itself. */
  readonly isLeast?: true;
}

/** A program that measures; each round runs it in a process of its own. */
export interface Suite {
  readonly name: string;
  readonly file: string;
  readonly limits: readonly Limit[];
}

/** All suites, in the order in which a round runs them. */
export const suites: readonly Suite[] = [
  {
    name: 'start',
    file: 'bench/emulator/start.ts',
    limits: [],
  },
  {
    name: 'load',
    file: 'bench/emulator/load.ts',
    limits: [
      { name: 'create 100,000 users by POST', unit: 's', limit: 15 },
      { name: 'reset after that', unit: 'ms', limit: 5 },
    ],
  },
  {
    name: 'read',
    file: 'bench/emulator/read.ts',
    limits: [{ name: 'reset 100,000 seeded users', unit: 'ms', limit: 5 }],
  },
  {
    name: 'socket',
    file: 'bench/emulator/socket.ts',
    limits: [{ name: 'GET user over a socket, 64 connections', unit: 'req/s', limit: 5000 }],
  },
  {
    name: 'journal',
    file: 'bench/emulator/journal.ts',
    limits: [],
  },
  {
    name: 'iterate',
    file: 'bench/sdk/iterate.ts',
    limits: [
      { name: 'resident memory over the start while 200,000 users are read', unit: 'MB', limit: 80 },
      { name: 'resident memory over the start while 200,000 users are read, with prefetch', unit: 'MB', limit: 80 },
    ],
  },
  {
    name: 'cold',
    file: 'bench/package/cold.ts',
    limits: [
      { name: 'load everything: incumbent / ours by import', unit: '×', limit: 15, isLeast: true },
      { name: 'load everything: incumbent / ours by require', unit: '×', limit: 15, isLeast: true },
      { name: 'process start to first answer: incumbent / ours', unit: '×', limit: 5, isLeast: true },
    ],
  },
  {
    name: 'calls',
    file: 'bench/package/calls.ts',
    limits: [
      { name: 'getUser, 64 at once: ours / undici (req/s)', unit: '×', limit: 0.8, isLeast: true },
      { name: 'getUser in sequence, processor time: ours / undici (µs)', unit: '×', limit: 1.3 },
      { name: 'iterate 20,000 users: ours / undici (users/s)', unit: '×', limit: 0.85, isLeast: true },
      { name: 'iterate 20,000 users: ours', unit: 'MB', limit: 110 },
      { name: 'getUser from the cache: ours / map (hits/s)', unit: '×', limit: 0.7, isLeast: true },
    ],
  },
  {
    name: 'decode',
    file: 'bench/package/decode.ts',
    limits: [
      { name: 'decode a page of 200 users, above JSON.parse: ours', unit: 'µs', limit: 120 },
      { name: 'decode a page of 200 users: incumbent / ours', unit: '×', limit: 16, isLeast: true },
    ],
  },
  { name: 'size', file: 'bench/package/size.ts', limits: [] },
];

/** How much worse than its limit a figure may be on a machine that does other things, too. */
const TOLERANCE = 2;

/**
 * @param limit - of a figure
 * @param value - the figure
 * @returns whether it breaks the limit by more than machines differ
 */
export function breaks({ unit, limit, isLeast }: Limit, value: number): boolean {
  return isLeast || unit.endsWith('/s') ? value < limit / TOLERANCE : value > limit * TOLERANCE;
}
