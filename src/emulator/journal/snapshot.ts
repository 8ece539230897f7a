import { type Org, tablesOf } from '../org/org.js';
import { frameOf } from './frame.js';
import { type Base, changeText, MAGIC, type RecordHead } from './record.js';
import { sourcesOf } from './sources.js';

/** Changes in a record. */
const BATCH = 200;

/** What a file starts with. */
export interface Snapshot {
  readonly base: Base;
  /** What a reset leads back to. */
  readonly seeded: Org;
  /** What the org holds, a fork of the former. */
  readonly org: Org;
}

/**
 * @param snapshot - what is to stand in the file
 * @returns the file, piece by piece
 */
export function* snapshotPieces({ base, seeded, org }: Snapshot): Generator<string, void, undefined> {
  yield MAGIC + record({ base });
  yield* records(contentOf(seeded));
  yield record({ seeded: sourcesOf(seeded) });
  yield* records(differenceOf(seeded, org));
  yield record({ changes: 0, sources: sourcesOf(org) }) + record({ ready: true });
}

/**
 * @param head - of a record
 * @param changes - what stands behind it
 * @returns the record as it stands in the file
 */
export function record(head: RecordHead, changes: readonly string[] = []): string {
  return frameOf([JSON.stringify(head), ...changes].join('\n'));
}

function* records(changes: Iterable<string>): Generator<string, void, undefined> {
  let batch: string[] = [];
  for (const change of changes) {
    batch.push(change);
    if (batch.length < BATCH) continue;
    yield record({ changes: batch.length }, batch);
    batch = [];
  }
  if (batch.length > 0) yield record({ changes: batch.length }, batch);
}

function* contentOf(org: Org): Generator<string, void, undefined> {
  for (const [name, table] of tablesOf(org)) {
    for (const [key, value] of table.entries()) yield changeText(name, key, JSON.stringify(value));
  }
}

/** Forks share the values that neither of them has replaced. */
function* differenceOf(from: Org, to: Org): Generator<string, void, undefined> {
  const tables = new Map(tablesOf(from));
  for (const [name, table] of tablesOf(to)) {
    for (const [key, value] of differingEntries(tables.get(name)?.entries() ?? [], table.entries())) {
      yield changeText(name, key, value === undefined ? undefined : JSON.stringify(value));
    }
  }
}

type Entry = readonly [key: string, value: unknown];

/** Walks two sorted lists side by side. */
function* differingEntries(from: Iterable<Entry>, to: Iterable<Entry>): Generator<Entry, void, undefined> {
  const olds = from[Symbol.iterator]();
  let old = olds.next();
  for (const entry of to) {
    for (; !old.done && old.value[0] < entry[0]; old = olds.next()) yield [old.value[0], undefined];
    const same = !old.done && old.value[0] === entry[0];
    if (!same || old.value?.[1] !== entry[1]) yield entry;
    if (same) old = olds.next();
  }
  for (; !old.done; old = olds.next()) yield [old.value[0], undefined];
}
