import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { failuresOf, findTool, prepare, runDay, timed } from './toolchain.js';

const HERE = resolve('test/clients/python');
const VENV = resolve('build/clients/python');
const PYTHON = join(VENV, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const STEPS = 29;

const python = findTool(['python3', 'python'], ['--version']);

/** Installs the SDK, unless the same one is installed already. */
async function install(system: string): Promise<void> {
  const wanted = readFileSync(join(HERE, 'requirements.txt'), 'utf8');
  const stamp = join(VENV, 'requirements.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await prepare(system, ['-m', 'venv', '--clear', VENV], HERE);
  await prepare(PYTHON, ['-m', 'pip', 'install', '--quiet', '--no-compile', '-r', 'requirements.txt'], HERE);
  writeFileSync(stamp, wanted);
}

it.skipIf(python === undefined)('Okta’s SDK for Python gets through a day of work', { timeout: 400_000 }, async () => {
  await timed('Python SDK, set-up', () => install(python ?? ''));
  const steps = await timed('Python SDK, day', () => runDay(PYTHON, ['day.py'], HERE));
  expect(failuresOf(steps)).toEqual([]);
  expect(steps.length).toBeGreaterThanOrEqual(STEPS);
});
