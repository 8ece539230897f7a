import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commitFiles, realChanges } from '../../../../scripts/lib/import/commit-files.js';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'commit-files-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  writeFileSync(join(path, 'a'), 'old a');
  writeFileSync(join(path, 'b'), 'old b');
  return path;
}

const contents = (path: string) =>
  Object.fromEntries(
    readdirSync(path, { withFileTypes: true }).map(({ name }) => [name, readFileSync(join(path, name), 'utf8')]),
  );

describe('files that belong together', () => {
  it('are written, made and taken away', async () => {
    const path = folder();
    const changes = new Map([
      [join(path, 'a'), 'new a'],
      [join(path, 'b'), null],
      [join(path, 'c'), 'new c'],
    ] as const);
    await commitFiles(changes);
    expect(contents(path)).toEqual({ a: 'new a', c: 'new c' });
  });

  it('are put back when one of them cannot be renamed', async () => {
    const path = folder();
    mkdirSync(join(path, 'full', 'folder'), { recursive: true });
    const changes = new Map([
      [join(path, 'a'), 'new a'],
      [join(path, 'c'), 'new c'],
      [join(path, 'full'), 'x'],
    ] as const);
    await expect(commitFiles(changes)).rejects.toThrow();
    rmSync(join(path, 'full'), { recursive: true });
    expect(contents(path)).toEqual({ a: 'old a', b: 'old b' });
  });

  it('stay as they are when one of them cannot be staged', async () => {
    const path = folder();
    const changes = new Map([
      [join(path, 'a'), 'new a'],
      [join(path, 'b', 'below-a-file'), 'x'],
    ]);
    await expect(commitFiles(changes)).rejects.toThrow();
    expect(contents(path)).toEqual({ a: 'old a', b: 'old b' });
  });

  it('change only where their content does', async () => {
    const path = folder();
    const changes = new Map([
      [join(path, 'a'), 'old a'],
      [join(path, 'b'), 'new b'],
      [join(path, 'c'), null],
    ] as const);
    expect([...(await realChanges(changes)).keys()]).toEqual([join(path, 'b')]);
  });
});
