import { type FileTree, hashOf, readTree } from './file-tree.js';

/** What `generated/manifest.json` records: hashes of everything that went in and came out. */
export interface Manifest {
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Its name in `generated/`. */
export const MANIFEST = 'manifest.json';

/** Files that decide what is generated. Code of the importer and of reports is not among them. */
const INPUTS: readonly [folder: string, wanted: RegExp][] = [
  ['spec', /^(?!sources\.json)/],
  ['templates', /./],
  ['scripts/lib', /^(?:docs|example|facts|generate|migrate|model|names|operations|prepare|print|prose|spec|v4)\//],
];

/**
 * Hashes the inputs as they are now.
 *
 * @returns hash by path
 */
export function hashInputs(): Manifest['inputs'] {
  const files = INPUTS.flatMap(([folder, wanted]) =>
    hashes(
      readTree(folder, (path) => wanted.test(path)),
      folder,
    ),
  );
  return Object.fromEntries([
    ...files,
    ...hashes(
      readTree('.', (path) => path === 'openapitools.json'),
      '.',
    ),
  ]);
}

/**
 * Hashes what was generated.
 *
 * @param files - content by path
 * @returns hash by path
 */
export function hashOutputs(files: FileTree): Manifest['outputs'] {
  return Object.fromEntries(hashes(files, '.'));
}

/**
 * Adds the manifest to what was generated.
 *
 * @param files - content by path
 * @param inputs - hashes of what it was generated from
 * @returns the files, `manifest.json` last
 */
export function withManifest(files: FileTree, inputs = hashInputs()): FileTree {
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  const manifest: Manifest = { inputs, outputs: hashOutputs(sorted) };
  return new Map([...sorted, [MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)]]);
}

/**
 * Says where two lists of hashes differ.
 *
 * @param recorded - from the manifest
 * @param actual - as it is now
 * @returns paths that were changed, added or removed
 */
export function changedPaths(recorded: Manifest['inputs'], actual: Manifest['inputs']): string[] {
  const paths = new Set([...Object.keys(recorded), ...Object.keys(actual)]);
  return [...paths].filter((path) => recorded[path] !== actual[path]).sort();
}

function hashes(files: FileTree, folder: string): [path: string, hash: string][] {
  return [...files].map(([path, content]) => [folder === '.' ? path : `${folder}/${path}`, hashOf(content)]);
}
