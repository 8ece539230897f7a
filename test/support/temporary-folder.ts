import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/**
 * Makes a folder that is removed when the test ends.
 *
 * @param parent - where it is made; where the system keeps such folders unless given
 * @returns its path
 */
export function temporaryFolder(parent: string = tmpdir()): string {
  const { path, remove } = make(parent);
  onTestFinished(remove);
  return path;
}

/**
 * Makes a folder that is removed after all tests of the suite that calls this.
 *
 * @returns its path
 */
export function suiteFolder(): string {
  const { path, remove } = make(tmpdir());
  afterAll(remove);
  return path;
}

function make(parent: string) {
  mkdirSync(parent, { recursive: true });
  const path = mkdtempSync(join(parent, 'okta-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
