import { parseArgs } from 'node:util';
import { differingPaths, type FileTree, readTree, writeTree } from './lib/generate/file-tree.js';
import { hashInputs, hashOutputs } from './lib/generate/manifest.js';
import { runGenerator } from './lib/generate/run-generator.js';
import { readNames } from './lib/names/names-file.js';
import { generatorInput } from './lib/prepare/generator-input.js';
import { prepare } from './lib/prepare/prepare.js';
import { loadDescription } from './lib/spec/load-description.js';

const TARGET = 'generated';
const DOCUMENT = 'management';
const WORKSHOP = 'build/generate';
/** Folders and files of the generator's output that are ours; the rest are empty folders and its own notes. */
const WANTED = /^(?:apis|models|docs)\/|^(?:dates|rows|client-apis)\.ts$/;

/** `npm run generate`: spec and templates to `generated/`. With `--check` it only compares. */
function main(): void {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const prepared = prepare(loadDescription('spec', DOCUMENT), readNames('spec/names.yaml'), `spec/prose/${DOCUMENT}`);
  runGenerator({ input: generatorInput(prepared), templates: 'templates', output: WORKSHOP });
  const files = withManifest(readTree(WORKSHOP, (path) => WANTED.test(path)));
  if (!values.check) {
    writeTree(TARGET, files);
    return;
  }
  const differing = differingPaths(files, readTree(TARGET));
  if (differing.length > 0)
    throw new Error(`generated/ is not what npm run generate gives:\n  ${differing.join('\n  ')}`);
  console.log(`generated/ is up to date (${files.size} files)`);
}

function withManifest(printed: FileTree): FileTree {
  const files = new Map([...printed].map(([path, content]) => [`${DOCUMENT}/${path}`, content]));
  const manifest = { inputs: hashInputs(), outputs: hashOutputs(files) };
  return new Map([...files, ['manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)]]);
}

main();
