import { OktaError } from '../../errors/okta-error.js';
import type { EmulatorOptions } from '../options.js';
import { forkOrg, type Org, type Stored, tablesOf } from '../org/org.js';
import { emptyOrg } from '../seed/seed-org.js';
import { frameAt, isFollowed } from './frame.js';
import { type Base, changeFrom, MAGIC, type RecordHead, type Sources } from './record.js';
import { withSources } from './sources.js';

/** What a file holds. */
export interface Replayed {
  readonly base: Base;
  readonly seeded: Org;
  readonly org: Org;
  /** Where its first part ends, which was written as a whole. */
  readonly readyAt: number;
  /** Where its last whole line ends; what stands behind was not written to its end. */
  readonly end: number;
}

/**
 * Reads a file.
 *
 * @param bytes - the file
 * @param options - of the emulator
 * @returns what it holds; `undefined` if it ends before anything that was ever answered
 * @throws OktaError `OKTA_EMULATOR_DATA` for the file of another program, of a newer version, or a damaged one
 */
export function replay(bytes: Buffer, options: EmulatorOptions): Replayed | undefined {
  if (!startsWithMagic(bytes)) throw unreadable('It is not a data file of this version of the emulator.');
  const reader = new Reader(options);
  let at = MAGIC.length;
  for (let frame = frameAt(bytes, at); frame !== undefined; frame = frameAt(bytes, at)) {
    reader.read(frame.text, frame.end);
    at = frame.end;
  }
  if (at < bytes.length && isFollowed(bytes, at)) {
    throw unreadable(`It is damaged at byte ${at}, and more follows, which a repair would lose.`);
  }
  return reader.result(at);
}

function startsWithMagic(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, MAGIC.length);
  return bytes.length < MAGIC.length ? MAGIC.startsWith(start) : start === MAGIC;
}

function unreadable(reason: string): OktaError {
  return new OktaError('OKTA_EMULATOR_DATA', `${reason} It was left as it is.`);
}

/** Builds the org up, line after line. */
class Reader {
  readonly #options: EmulatorOptions;
  #base: Base | undefined;
  #seeded: Org | undefined;
  #org: Org;
  #tables: ReadonlyMap<string, Stored>;
  #readyAt: number | undefined;
  /** The latest; only those of the end count. */
  #sources: Sources | undefined;

  constructor(options: EmulatorOptions) {
    this.#options = options;
    this.#org = emptyOrg(options);
    this.#tables = new Map(tablesOf(this.#org));
  }

  read(text: string, end: number): void {
    const [head = '', ...changes] = text.split('\n');
    const record: RecordHead = JSON.parse(head);
    for (const change of changes) this.#change(change);
    if ('sources' in record) this.#sources = record.sources;
    if ('base' in record) {
      this.#base = record.base;
      this.#org = { ...this.#org, facts: record.base.facts };
    }
    if ('seeded' in record) this.#startFrom(withSources(this.#org, record.seeded, this.#options));
    if ('ready' in record) this.#readyAt = end;
    if ('reset' in record && this.#seeded) this.#startFrom(this.#seeded);
  }

  result(end: number): Replayed | undefined {
    if (this.#base !== undefined && this.#seeded !== undefined && this.#readyAt !== undefined) {
      const org = this.#sources ? withSources(this.#org, this.#sources, this.#options) : this.#org;
      return { base: this.#base, seeded: this.#seeded, org, readyAt: this.#readyAt, end };
    }
    if (this.#base === undefined || this.#base.rewritten === 0) return undefined;
    throw unreadable('It ends within its first part, which is only ever written as a whole.');
  }

  #startFrom(seeded: Org): void {
    this.#seeded = seeded;
    this.#org = forkOrg(seeded);
    this.#sources = undefined;
    this.#tables = new Map(tablesOf(this.#org));
  }

  #change(line: string): void {
    const [name, key, text] = changeFrom(line);
    const table = this.#tables.get(name);
    if (table === undefined) throw unreadable(`It holds '${name}', which this version of the emulator does not know.`);
    table.restore(key, text);
  }
}
