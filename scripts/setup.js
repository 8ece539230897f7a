// Runs before anything is installed, hence plain JavaScript: installs the packages that package-lock.json names, unless
// they are there already.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
};

/** Optional packages for other platforms are in the lock file, but never installed. */
const isInstalled = ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version;

const installed = read('node_modules/.package-lock.json');
if (!Object.entries(read('package-lock.json')).every(isInstalled)) {
  console.log('Installing packages …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
