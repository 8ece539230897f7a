import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file as it was read. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Buffer;
  /** Without the byte order mark. */
  readonly text: string;
  readonly hasMark: boolean;
}

const MARK = '\uFEFF';

/**
 * @param path - of a file
 * @returns its text
 * @throws TypeError if it is not UTF-8, and what reading fails with
 */
export async function readSource(path: string): Promise<SourceFile> {
  const bytes = await readFile(path);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const hasMark = text.startsWith(MARK);
  return { path, bytes, text: hasMark ? text.slice(MARK.length) : text, hasMark };
}

/**
 * Replaces a file as a whole: whoever reads it sees the old text or the new one.
 *
 * @param source - as it was read
 * @param text - new text
 * @throws Error if the file has changed meanwhile, and what writing fails with
 */
export async function writeSource({ path, bytes, hasMark }: SourceFile, text: string): Promise<void> {
  if (!bytes.equals(await readFile(path))) throw new Error('it was changed by somebody else meanwhile');
  const { mode } = await stat(path);
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.okta-migrate`);
  try {
    await writeFile(draft, (hasMark ? MARK : '') + text, { mode, flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
