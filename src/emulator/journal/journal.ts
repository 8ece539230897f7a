import { setImmediate } from 'node:timers/promises';
import { forkOrg, type Org, tablesOf } from '../org/org.js';
import { type DataFile, type Draft, discard, extend, openDraft } from './data-file.js';
import type { Lock } from './lock.js';
import { type Base, changeText, type Sources } from './record.js';
import { record, type Snapshot, snapshotPieces } from './snapshot.js';
import { sourcesOf } from './sources.js';

/** What a journal is made with. */
export interface JournalParts {
  readonly file: DataFile;
  readonly lock: Lock;
  readonly base: Base;
  readonly seeded: Org;
  /** Size of the first part of the file, which is written as a whole. */
  readonly wholeSize: number;
  /** Whether answers wait until the disk has what they are about. */
  readonly sync: boolean;
  /** Tells people what happened. */
  readonly notify: (message: string) => void;
}

/** A file is written anew when it has grown to this multiple of what it held then. */
const GROWTH = 4;
const SMALLEST_REWRITE = 16 * 1024 * 1024;
/** Answers wait for a file that has grown to this multiple of its threshold while it is being written anew. */
const PATIENCE = 1.25;
/** Written between two turns of the event loop while requests go on. */
const PIECE = 256 * 1024;

/**
 * Writes down what changes in an org, a line for each request that changes something, before the request is answered. So
 * what was answered is there after the process was killed; after a power failure only if the journal syncs.
 */
export class Journal {
  readonly #parts: JournalParts;
  #base: Base;
  #org: Org | undefined;
  #changes: string[] = [];
  #drawn = '';
  #rewriteAt: number;
  /** Lines since a rewrite began. */
  #meanwhile: string[] | undefined;
  #rewriting: Promise<void> | undefined;
  #closed = false;

  constructor(parts: JournalParts) {
    this.#parts = parts;
    this.#base = parts.base;
    this.#rewriteAt = thresholdFor(parts.wholeSize);
  }

  /**
   * @param org - whose changes are written down from now on, instead of those of any other
   */
  follow(org: Org): void {
    for (const [, table] of this.#org ? tablesOf(this.#org) : []) table.observe(undefined);
    for (const [name, table] of tablesOf(org)) {
      table.observe((key, value) => {
        this.#changes.push(changeText(name, key, value === undefined ? undefined : JSON.stringify(value)));
      });
    }
    this.#org = org;
    this.#drawn = drawnIn(sourcesOf(org));
  }

  /**
   * Writes down what changed since the last time.
   *
   * @returns fulfilled when nothing that was answered so far can be lost
   * @throws Error of the file system; the changes are written the next time, if that succeeds
   */
  async commit(): Promise<void> {
    if (this.#closed) return;
    this.#append(this.#takeRecord());
    if (this.#parts.sync) await this.#parts.file.sync();
    const { size } = this.#parts.file;
    if (size > this.#rewriteAt) this.#rewriting ??= this.#rewrite();
    // Requests in process may leave no turn of the event loop to anything else.
    if (size > this.#rewriteAt * PATIENCE) await this.#rewriting;
  }

  /**
   * Writes down that the org went back to its seed.
   *
   * @param org - what it went back to; followed from here on
   */
  reset(org: Org): void {
    this.#changes = [];
    this.follow(org);
    if (!this.#closed) this.#append(record({ reset: true }));
  }

  /** Ends the file well: ids go on exactly where they were, also those of requests that changed nothing. */
  async close(): Promise<void> {
    if (this.#closed) return;
    await this.commit();
    this.#closed = true;
    await this.#rewriting;
    if (this.#org) this.#append(record({ changes: 0, sources: sourcesOf(this.#org) }));
    this.#parts.file.close();
    this.#parts.lock.release();
  }

  #append(text: string): void {
    if (text === '') return;
    this.#meanwhile?.push(text);
    this.#parts.file.append(text);
  }

  #takeRecord(): string {
    if (this.#org === undefined) return '';
    const sources = sourcesOf(this.#org);
    const drawn = drawnIn(sources);
    if (this.#changes.length === 0 && drawn === this.#drawn) return '';
    this.#drawn = drawn;
    const changes = this.#changes;
    this.#changes = [];
    return record({ changes: changes.length, sources }, changes);
  }

  async #rewrite(): Promise<void> {
    const { file, seeded, notify } = this.#parts;
    const org = this.#org;
    if (org === undefined) return;
    this.#meanwhile = [];
    const base = { ...this.#base, rewritten: this.#base.rewritten + 1 };
    let draft = openDraft(file.path);
    try {
      draft = await this.#writeWhole(draft, { base, seeded, org: forkOrg(org) });
      if (this.#closed) return discard(file.path, draft);
      const wholeSize = draft.size;
      draft = extend(draft, this.#meanwhile.join(''));
      await file.replaceBy(draft);
      this.#base = base;
      this.#rewriteAt = thresholdFor(wholeSize);
    } catch (error) {
      discard(file.path, draft);
      this.#rewriteAt = file.size * 2;
      notify(`The data file could not be written anew: ${String(error)}`);
    } finally {
      this.#meanwhile = undefined;
      this.#rewriting = undefined;
    }
  }

  async #writeWhole(draft: Draft, snapshot: Snapshot): Promise<Draft> {
    let written = draft;
    let waiting = '';
    for (const piece of snapshotPieces(snapshot)) {
      waiting += piece;
      if (waiting.length < PIECE) continue;
      written = extend(written, waiting);
      waiting = '';
      await setImmediate();
      if (this.#closed) return written;
    }
    return extend(written, waiting);
  }
}

/** Without what requests draw that only read: it need not be written down each time. */
function drawnIn([chance, , ids, idChance]: Sources): string {
  return JSON.stringify([chance, ids, idChance]);
}

function thresholdFor(wholeSize: number): number {
  return Math.max(SMALLEST_REWRITE, wholeSize * GROWTH);
}
