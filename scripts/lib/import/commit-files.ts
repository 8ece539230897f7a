import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readIfThere } from './read-if-there.js';

/** New content by path; null takes the file away. */
export type FileChanges = ReadonlyMap<string, string | null>;

/** Writes all files or none: everything is staged beside its place, then renamed, and put back if a rename fails. */
export async function commitFiles(changes: FileChanges): Promise<void> {
  const before = new Map<string, Buffer | null>();
  try {
    for (const [path, content] of changes) await stage(path, content);
    for (const [path, content] of changes) {
      before.set(path, await readIfThere(path));
      await (content === null ? rm(path, { force: true }) : rename(staged(path), path));
    }
  } catch (error) {
    await Promise.allSettled([...changes.keys()].map((path) => rm(staged(path), { force: true })));
    for (const [path, content] of before) await putBack(path, content);
    throw error;
  }
}

/** The changes that would alter something on disk. */
export async function realChanges(changes: FileChanges): Promise<FileChanges> {
  const real = new Map<string, string | null>();
  for (const [path, content] of changes) {
    const current = await readIfThere(path);
    if ((current?.toString('utf8') ?? null) !== content) real.set(path, content);
  }
  return real;
}

const staged = (path: string): string => `${path}.${process.pid}.tmp`;

async function stage(path: string, content: string | null): Promise<void> {
  if (content === null) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(staged(path), content);
}

async function putBack(path: string, content: Buffer | null): Promise<void> {
  await (content === null ? rm(path, { force: true }) : writeFile(path, content));
}
