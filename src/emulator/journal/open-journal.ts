import { readFileSync } from 'node:fs';
import { OktaError } from '../../errors/okta-error.js';
import type { EmulatorOptions } from '../options.js';
import { forkOrg, type Org } from '../org/org.js';
import { seedOrg } from '../seed/seed-org.js';
import { DataFile } from './data-file.js';
import { Journal } from './journal.js';
import { type Lock, lockFile } from './lock.js';
import { type Replayed, replay } from './replay.js';
import { snapshotPieces } from './snapshot.js';

/** An org that lives in a file. */
export interface Opened {
  readonly seeded: Org;
  readonly org: Org;
  readonly token: string;
  readonly journal: Journal;
}

/**
 * Opens a data file, or starts one with the seed.
 *
 * @param path - of the file
 * @param options - of the emulator; the seed counts only for a new file
 * @returns the org as it was left
 * @throws OktaError `OKTA_EMULATOR_DATA` if the file cannot be used, `OKTA_EMULATOR_LOCKED` if another process uses it
 */
export function openJournal(path: string, options: EmulatorOptions): Opened {
  const lock = guarded(path, () => lockFile(path));
  try {
    return guarded(path, () => open(path, lock, options));
  } catch (error) {
    lock.release();
    throw error;
  }
}

function open(path: string, lock: Lock, options: EmulatorOptions): Opened {
  const notify = options.notify ?? warn;
  const bytes = readIfThere(path);
  const replayed = bytes.length > 0 ? replay(bytes, options) : undefined;
  if (replayed === undefined) {
    if (bytes.length > 0) notify(`${path} ended before its first answer; it starts anew.`);
    return start(path, lock, options);
  }
  const cut = bytes.length - replayed.end;
  if (cut > 0) notify(`${path}: the last ${cut} bytes were not written to their end and are cut off.`);
  return goOn({ path, lock, replayed }, options);
}

function start(path: string, lock: Lock, options: EmulatorOptions): Opened {
  const { org: seeded, token } = seedOrg(options);
  const base = { facts: seeded.facts, token, rewritten: 0 };
  const file = DataFile.create(path, snapshotPieces({ base, seeded, org: seeded }));
  const journal = new Journal({ file, lock, base, seeded, wholeSize: file.size, ...settingsFrom(options) });
  const org = forkOrg(seeded);
  journal.follow(org);
  return { seeded, org, token, journal };
}

interface Found {
  readonly path: string;
  readonly lock: Lock;
  readonly replayed: Replayed;
}

function goOn({ path, lock, replayed }: Found, options: EmulatorOptions): Opened {
  const { base, seeded, org, readyAt, end } = replayed;
  const file = DataFile.open(path, end);
  const journal = new Journal({ file, lock, base, seeded, wholeSize: readyAt, ...settingsFrom(options) });
  journal.follow(org);
  return { seeded, org, token: base.token, journal };
}

function settingsFrom({ sync = false, notify = warn }: EmulatorOptions) {
  return { sync, notify };
}

function warn(message: string): void {
  process.emitWarning(message, { code: 'OKTA_EMULATOR_DATA' });
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Errors of the file system and of the file's content name the file. */
function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof OktaError && cause.code !== 'OKTA_EMULATOR_DATA') throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OktaError('OKTA_EMULATOR_DATA', `The data file ${path} cannot be used. ${reason}`, { cause });
  }
}
