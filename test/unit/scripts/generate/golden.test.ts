import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { type FileTree, readTree, writeTree } from '../../../../scripts/lib/generate/file-tree.js';
import { printFiles } from '../../../../scripts/lib/generate/print-files.js';
import { prepareSmall } from './small-description.js';

const GOLDEN = 'test/unit/scripts/generate/golden';
const JAVA = 'java';
const hasJava = spawnSync(JAVA, ['-version']).status === 0;
/** In CI a missing Java must not pass for a passing test. */
const skip = !hasJava && process.env['CI'] === undefined;
if (skip) console.warn('Skipped: the templates are printed by openapi-generator, which needs Java 11 or newer');

/** `UPDATE_GOLDEN=1 npx vitest run test/unit/scripts/generate` accepts what the templates print now. */
it.skipIf(skip)('prints the small description as recorded', { timeout: 60_000 }, () => {
  const printed = asText(printFiles(prepareSmall(), { templates: 'templates', output: 'build/golden' }));
  if (process.env['UPDATE_GOLDEN']) writeTree(GOLDEN, printed);
  expect(contents(printed)).toEqual(contents(readTree(GOLDEN)));
});

/** Under another ending nobody takes them for sources of the project. */
function asText(files: FileTree): FileTree {
  return new Map([...files].map(([path, content]) => [`${path}.txt`, content]));
}

function contents(files: FileTree): Record<string, string> {
  return Object.fromEntries([...files].sort().map(([path, content]) => [path, content.toString()]));
}
