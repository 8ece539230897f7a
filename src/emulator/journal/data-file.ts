import { closeSync, fdatasync, fdatasyncSync, ftruncateSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';

const sync = promisify(fdatasync);

/** A file that only grows, and is now and then replaced as a whole. */
export class DataFile {
  readonly path: string;
  #handle: number;
  #size: number;
  /** Text that could not be written yet. */
  #owed = '';
  #synced: number;
  #syncing: Promise<void> | undefined;

  private constructor(path: string, handle: number, size: number) {
    this.path = path;
    this.#handle = handle;
    this.#size = size;
    this.#synced = size;
  }

  /**
   * @param path - of an existing file
   * @param size - where its last whole line ends; what follows is cut off
   * @returns the file
   */
  static open(path: string, size: number): DataFile {
    const handle = openSync(path, 'r+');
    ftruncateSync(handle, size);
    return new DataFile(path, handle, size);
  }

  /**
   * Writes a file as a whole: it appears with all its content, or not at all.
   *
   * @param path - where to; an existing file is replaced
   * @param pieces - the content
   * @returns the file
   */
  static create(path: string, pieces: Iterable<string>): DataFile {
    const draft = openDraft(path);
    let size = 0;
    for (const piece of pieces) size += writeAll(draft.handle, piece, size);
    publish(path, draft);
    return new DataFile(path, draft.handle, size);
  }

  get size(): number {
    return this.#size;
  }

  /**
   * Writes behind everything else. What cannot be written is kept and written first the next time.
   *
   * @param text - whole lines
   * @throws Error of the file system
   */
  append(text: string): void {
    this.#owed += text;
    if (this.#owed === '') return;
    try {
      this.#size += writeAll(this.#handle, this.#owed, this.#size);
      this.#owed = '';
    } catch (error) {
      ftruncateSync(this.#handle, this.#size);
      throw error;
    }
  }

  /** Waits until everything is on the disk; who comes while others wait shares the next turn with them. */
  async sync(): Promise<void> {
    const wanted = this.#size;
    while (this.#synced < wanted) {
      this.#syncing ??= this.#syncOnce();
      await this.#syncing;
    }
  }

  /**
   * Takes the place of this file.
   *
   * @param draft - everything that this file should hold
   */
  async replaceBy(draft: Draft): Promise<void> {
    while (this.#syncing !== undefined) await this.#syncing;
    publish(this.path, draft);
    closeSync(this.#handle);
    this.#handle = draft.handle;
    this.#size = draft.size;
    this.#synced = draft.size;
  }

  close(): void {
    fdatasyncSync(this.#handle);
    closeSync(this.#handle);
  }

  async #syncOnce(): Promise<void> {
    const size = this.#size;
    try {
      await sync(this.#handle);
      this.#synced = size;
    } finally {
      this.#syncing = undefined;
    }
  }
}

/** A file that is still being written. */
export interface Draft {
  readonly handle: number;
  readonly size: number;
}

/**
 * @param path - of the file that it will become
 * @returns an empty file beside it
 */
export function openDraft(path: string): Draft {
  return { handle: openSync(draftPath(path), 'w+', 0o600), size: 0 };
}

/**
 * @param draft - to write to
 * @param text - to write
 * @returns the draft, longer
 */
export function extend({ handle, size }: Draft, text: string): Draft {
  return { handle, size: size + writeAll(handle, text, size) };
}

/**
 * @param path - of the file that it would have become
 * @param draft - not wanted any more
 */
export function discard(path: string, { handle }: Draft): void {
  closeSync(handle);
  rmSync(draftPath(path), { force: true });
}

function draftPath(path: string): string {
  return `${path}.draft`;
}

/** Its content first, then its name: a power failure leaves the old file or the new one. */
function publish(path: string, { handle }: Draft): void {
  fdatasyncSync(handle);
  renameSync(draftPath(path), path);
}

/** Gives the number of bytes. */
function writeAll(handle: number, text: string, position: number): number {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(handle, bytes, done, bytes.length - done, position + done);
  }
  return bytes.length;
}
