import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { differingPaths, type FileTree, readTree, writeTree } from './lib/generate/file-tree.js';
import { MANIFEST, type Manifest, withManifest } from './lib/generate/manifest.js';
import { printFiles } from './lib/generate/print-files.js';
import { slice } from './lib/generate/slice.js';
import { migrateFiles } from './lib/migrate/migrate-files.js';
import { readNames } from './lib/names/names-file.js';
import { prepare } from './lib/prepare/prepare.js';
import { loadDescription } from './lib/spec/load-description.js';
import { prepareV4 } from './lib/v4/prepare-v4.js';
import { readV4 } from './lib/v4/v4-sources.js';

const TARGET = 'generated';
const DOCUMENT = 'management';
const TEMPLATES = 'templates';
const DOCS = `${DOCUMENT}/docs/`;

/**
 * `npm run generate`: spec and templates to `generated/`.
 *
 * - `--check` compares instead of writing.
 * - `--only docs` writes the doc pages alone.
 * - `--only UserApi,GroupApi --out folder` writes these classes and what they need into a folder.
 */
function main(): void {
  const { check, only, out } = parseArgs({
    options: { check: { type: 'boolean', default: false }, only: { type: 'string' }, out: { type: 'string' } },
  }).values;
  const isSlice = only !== undefined && only !== 'docs';
  if (isSlice !== (out !== undefined)) throw new Error('--only <classes> and --out <folder> belong together');
  const names = readNames('spec/names.yaml');
  const today = prepare(loadDescription('spec', DOCUMENT), names, `spec/prose/${DOCUMENT}`);
  const all = { ...today, v4: prepareV4(readV4('spec', names), today) };
  const prepared = isSlice ? slice(all, only.split(',')) : all;
  const printed = printFiles(prepared, { templates: TEMPLATES, output: isSlice ? 'build/slice' : 'build/generate' });
  const older = isSlice ? [] : migrateFiles(today, 'spec');
  const files = new Map([...printed, ...older].map(([path, content]) => [`${DOCUMENT}/${path}`, content]));
  if (out !== undefined) writeTree(out, files);
  else if (check) compare(withManifest(files));
  else writeTree(TARGET, only === 'docs' ? docsRenewed(files) : withManifest(files));
}

/** Everything as it is, but for the doc pages. What was recorded about the inputs of all else stays. */
function docsRenewed(files: FileTree): FileTree {
  const { inputs } = JSON.parse(readFileSync(join(TARGET, MANIFEST), 'utf8')) as Manifest;
  const kept = readTree(TARGET, (path) => path !== MANIFEST && !path.startsWith(DOCS));
  const docs = [...files].filter(([path]) => path.startsWith(DOCS));
  return withManifest(new Map([...kept, ...docs]), inputs);
}

function compare(files: FileTree): void {
  const differing = differingPaths(files, readTree(TARGET));
  if (differing.length > 0)
    throw new Error(`generated/ is not what npm run generate gives:\n  ${differing.join('\n  ')}`);
  console.log(`generated/ is up to date (${files.size} files)`);
}

main();
