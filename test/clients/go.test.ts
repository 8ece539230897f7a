import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { failuresOf, findTool, prepare, runDay, timed } from './toolchain.js';

const HERE = resolve('test/clients/go');
const BUILD = resolve('build/clients');
const DAY = resolve(BUILD, process.platform === 'win32' ? 'go-day.exe' : 'go-day');
const STEPS = 29;

const go = findTool(['go', '/usr/local/go/bin/go'], ['version']);

it.skipIf(go === undefined)('Okta’s SDK for Go gets through a day of work', { timeout: 400_000 }, async () => {
  mkdirSync(BUILD, { recursive: true });
  await timed('Go SDK, build', () => prepare(go ?? '', ['build', '-o', DAY, '.'], HERE));
  const steps = await timed('Go SDK, day', () => runDay(DAY, [], HERE));
  expect(failuresOf(steps)).toEqual([]);
  expect(steps.length).toBeGreaterThanOrEqual(STEPS);
});
