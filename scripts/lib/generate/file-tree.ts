import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Content of files by path relative to a root, with forward slashes. */
export type FileTree = ReadonlyMap<string, Buffer>;

/**
 * Reads all files below a folder.
 *
 * @param root - the folder; an absent one is empty
 * @param wanted - which relative paths to read
 * @returns the files, sorted by path
 */
export function readTree(root: string, wanted: (path: string) => boolean = () => true): FileTree {
  if (!existsSync(root)) return new Map();
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return new Map(
    paths
      .filter(wanted)
      .sort()
      .map((path) => [path, readFileSync(join(root, path))]),
  );
}

/**
 * Makes a folder hold exactly these files.
 *
 * @param root - the folder
 * @param files - its content
 */
export function writeTree(root: string, files: FileTree): void {
  for (const path of readTree(root).keys()) if (!files.has(path)) rmSync(join(root, path));
  for (const [path, content] of files) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file).equals(content)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/**
 * Paths whose content differs between two trees, or that only one has.
 *
 * @param one - a tree
 * @param other - another
 * @returns the paths, sorted
 */
export function differingPaths(one: FileTree, other: FileTree): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths]
    .filter((path) => !one.get(path)?.equals(other.get(path) ?? Buffer.alloc(0)) || !other.has(path))
    .sort();
}

/**
 * Hash of a file's content.
 *
 * @param content - bytes
 * @returns SHA-256, the first 16 hexadecimal digits
 */
export function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
