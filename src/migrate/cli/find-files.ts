import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { EXTENSIONS } from '../syntax/parse.js';
import { Misuse } from './arguments.js';
import { globPattern } from './glob.js';

/** What is looked for. */
export interface Wanted {
  /** Folder or file. */
  readonly path: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Folders whose content somebody else writes. */
const NEVER: ReadonlySet<string> = new Set(['.git', 'dist', 'node_modules']);

/**
 * Finds the programs in a folder. Symbolic links are not followed; declarations and minified files are left out.
 *
 * @param wanted - where, and which
 * @returns paths, sorted
 * @throws Misuse if there is no such folder or file
 */
export async function findFiles({ path, include, exclude }: Wanted): Promise<string[]> {
  const kind = await lstat(path).catch(() => undefined);
  if (kind === undefined) throw new Misuse(`There is no ${path}.`);
  const files = kind.isDirectory() ? await filesIn(path) : [path];
  const included = include.map(globPattern);
  const excluded = exclude.map(globPattern);
  return files.filter((file) => {
    const name = (kind.isDirectory() ? relative(path, file) : file).split(sep).join('/');
    const isIncluded = included.length === 0 || included.some((pattern) => pattern.test(name));
    return isIncluded && !excluded.some((pattern) => pattern.test(name));
  });
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = await Promise.all(sorted.map((entry) => filesAt(folder, entry)));
  return found.flat();
}

async function filesAt(folder: string, entry: Dirent): Promise<string[]> {
  const path = join(folder, entry.name);
  if (entry.isDirectory()) return NEVER.has(entry.name) ? [] : filesIn(path);
  const isProgram = EXTENSIONS.has(extname(entry.name)) && !/\.d\.[cm]?ts$|\.min\.[cm]?js$/.test(entry.name);
  return entry.isFile() && isProgram ? [path] : [];
}
