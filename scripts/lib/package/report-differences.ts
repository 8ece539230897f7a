import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiReport } from './api-report.js';

/**
 * Compares what is in git with what users would see.
 *
 * @param folder - of the files in git
 * @param report - as the package has it now
 * @returns a line for each file that differs, with the first line that does; none if nothing changed
 */
export function reportDifferences(folder: string, report: ApiReport): string[] {
  const kept = existsSync(folder) ? readdirSync(folder) : [];
  const names = [...new Set([...kept, ...report.keys()])].sort();
  return names.flatMap((name) => {
    const before = kept.includes(name) ? readFileSync(join(folder, name), 'utf8').split('\n') : [];
    const now = report.get(name)?.split('\n') ?? [];
    const at = [...before, ...now].findIndex((_, line) => before[line] !== now[line]);
    if (at < 0) return [];
    return [`${folder}/${name}:${at + 1}: "${before[at] ?? ''}" is now "${now[at] ?? ''}"`];
  });
}
