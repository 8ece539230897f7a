import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type ImportOrder,
  type ImportOutcome,
  importDescription,
} from '../../../../scripts/lib/import/import-description.js';

/** A folder of its own for one test: inputs beside the facts. */
export interface SpecFolder {
  root: string;
  dir: string;
  put: (name: string, text: string | Uint8Array) => string;
  read: (name: string) => string;
  /** Files of facts, with their content. */
  facts: () => Record<string, string>;
  run: (text: string | Uint8Array, order?: Partial<ImportOrder>) => Promise<ImportOutcome>;
}

/** Makes a folder that is taken away after the test. */
export function specFolder(): SpecFolder {
  const root = mkdtempSync(join(tmpdir(), 'spec-import-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return openFolder(root);
}

/** Works in a folder that is there. */
export function openFolder(root: string): SpecFolder {
  const dir = join(root, 'spec');
  const put: SpecFolder['put'] = (name, text) => {
    writeFileSync(join(root, name), text);
    return join(root, name);
  };
  const read = (name: string) => readFileSync(join(dir, name), 'utf8');
  return {
    root,
    dir,
    put,
    read,
    facts: () => Object.fromEntries(namesIn(dir).map((name) => [name, read(name)])),
    run: (text, order) =>
      importDescription({ file: put('input.yaml', text), document: 'small', dir, check: false, ...order }),
  };
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir).sort();
  } catch {
    return [];
  }
}
