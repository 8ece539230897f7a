// Runs before anything is installed, hence plain JavaScript: installs the packages that package-lock.json names, unless
// they are there already. Not `npm ci`, which refuses a lock file made where a registry lacks a binary for some platform.
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
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
