// What is no timing: bundles, the tarball, what is installed. bench/budgets.json holds the limits.
import { execFileSync } from 'node:child_process';
import { record } from '../sample.js';
import { bundleSizes, filesLoaded } from './bundles.js';
import { installedDependencies } from './installed.js';

for (const [what, bytes] of Object.entries(await bundleSizes('dist'))) record(`bundle: ${what}`, 'kB', bytes / 1000);
record('files that importing the root reads', 'files', filesLoaded('dist'));
const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
});
const [{ size, unpackedSize, entryCount }] = JSON.parse(packed) as [
  Record<'size' | 'unpackedSize' | 'entryCount', number>,
];
const others = installedDependencies();
record('tarball', 'MB', size / 1e6);
record('installed', 'MB', (unpackedSize + others.bytes) / 1e6);
record('installed, files', 'files', entryCount + others.files);
record('installed, packages', 'packages', others.packages + 1);
