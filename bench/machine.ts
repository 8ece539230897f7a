import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** What figures depend on besides the code. */
export type Machine = Readonly<Record<string, string>>;

const GIB = 2 ** 30;

/** @returns this machine, and versions of what runs on it */
export function describeMachine(): Machine {
  const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
  return {
    processor: `${cpus()[0]?.model.trim() || 'unknown'}, ${availableParallelism()} cores`,
    memory: `${(totalmem() / GIB).toFixed(0)} GiB`,
    system: `${type()} ${release()}`,
    node: process.version,
    package: version,
    'load at the end (1, 5, 15 min)': loadavg()
      .map((load) => load.toFixed(1))
      .join(', '),
  };
}
