import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { OktaError } from '../../errors/okta-error.js';

/** Keeps others from a file. */
export interface Lock {
  release(): void;
}

/**
 * Claims a file for this process. A lock that a killed process left behind is taken over.
 *
 * @param file - what to claim; the lock stands beside it
 * @returns the lock
 * @throws OktaError `OKTA_EMULATOR_LOCKED` if a process that still runs holds it
 */
export function lockFile(file: string): Lock {
  const path = `${file}.lock`;
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(path)) return { release: () => rmSync(path, { force: true }) };
    const holder = read(path);
    if (holder !== undefined && isAlive(holder)) throw locked(file, holder.pid);
    takeAway(path);
  }
  throw locked(file, undefined);
}

/** Linked from a file that is written already, so that nobody reads half of it. */
function create(path: string): boolean {
  const draft = `${path}.${process.pid}.draft`;
  writeFileSync(draft, JSON.stringify(self()), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

interface Holder {
  readonly pid: number;
  /** Tells processes apart that had the same id one after the other. */
  readonly born: string;
}

function self(): Holder {
  return { pid: process.pid, born: birthOf(process.pid) };
}

function read(path: string): Holder | undefined {
  try {
    const { pid, born } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof pid === 'number' && typeof born === 'string' ? { pid, born } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, born }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, but belongs to someone else.
    if (codeOf(error) !== 'EPERM') return false;
  }
  const now = birthOf(pid);
  return born === '' || now === '' || born === now;
}

/** Field 22 of proc_pid_stat(5): ticks from boot to the start of the process. Elsewhere than on Linux nothing is known. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Two processes may find the same stale lock: what was taken away is looked at again, and put back if it is in use. */
function takeAway(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    const holder = read(aside);
    if (holder !== undefined && isAlive(holder)) linkSync(aside, path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

function locked(file: string, pid: number | undefined): OktaError {
  const who = pid === undefined ? 'Another process' : `Process ${pid}`;
  return new OktaError('OKTA_EMULATOR_LOCKED', `${who} uses the data file ${file}.`);
}
