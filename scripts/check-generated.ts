import { readFileSync } from 'node:fs';
import { readTree } from './lib/generate/file-tree.js';
import { changedPaths, hashInputs, hashOutputs, type Manifest } from './lib/generate/manifest.js';

/** `npm run check:generated`: finds hand edits and forgotten regeneration by hashes alone, without Java. */
const manifest = JSON.parse(readFileSync('generated/manifest.json', 'utf8')) as Manifest;
const outputs = hashOutputs(readTree('generated', (path) => path !== 'manifest.json'));
const edited = changedPaths(manifest.outputs, outputs);
const stale = changedPaths(manifest.inputs, hashInputs());
for (const path of edited)
  console.error(`generated/${path} was edited or is missing: correct spec/ or templates/ instead`);
for (const path of stale) console.error(`${path} changed since generated/ was made: run npm run generate`);
if (edited.length + stale.length > 0) process.exitCode = 1;
else console.log(`generated/ fits its inputs (${Object.keys(outputs).length} files)`);
