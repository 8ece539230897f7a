import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildResult } from 'esbuild';

/** The last package folder in a path: packages may lie inside of packages. */
const FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * Finds the packages whose code is in the files that were built.
 *
 * @param results - of esbuild, with their metafiles
 * @returns their folders, in order
 */
export function builtInPackages(results: readonly BuildResult<{ metafile: true }>[]): string[] {
  const outputs = results.flatMap(({ metafile }) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return [...new Set(used.flatMap(([path]) => FOLDER.exec(path) ?? []))].sort();
}

/**
 * Quotes the licences of packages, as they ask of whoever passes their code on.
 *
 * @param folders - of the packages
 * @returns text with the name, the version and the licence of each
 * @throws Error if a package has no file with its licence
 */
export function licencesOf(folders: readonly string[]): string {
  return `The files of this folder contain code of these packages.\n${folders.map(licenceOf).join('')}`;
}

function licenceOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${folder} has no file with its licence: its code must not be built in`);
  return `\n${'-'.repeat(80)}\n${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
