import type { Finding } from '../finding.js';
import type { Migrated } from '../migrate-program.js';
import type { SourceFile } from './source-file.js';

/** A file that could not be read, parsed or written. */
export interface Fault {
  readonly path: string;
  readonly reason: string;
}

/** What came of a run. */
export interface Outcome {
  readonly migrated: readonly Migrated[];
  readonly sources: ReadonlyMap<string, SourceFile>;
  readonly faults: readonly Fault[];
  readonly dryRun: boolean;
}

/**
 * Says what was rewritten, and what is left.
 *
 * @param outcome - of a run
 * @returns lines
 */
export function report({ migrated, sources, faults, dryRun }: Outcome): string[] {
  const changed = migrated.filter(({ path, text }) => sources.get(path)?.text !== text);
  const findings = migrated.flatMap((file) => file.findings);
  const calls = changed.reduce((sum, file) => sum + file.calls, 0);
  const left = findings.filter(({ kind }) => kind === 'left');
  const look = findings.filter(({ kind }) => kind === 'changed');
  return [
    ...changed.map(
      ({ path, calls: count }) => `${dryRun ? 'would rewrite' : 'rewrote'} ${path} (${plural(count, 'call')})`,
    ),
    ...section('Left to you:', left),
    ...section('Rewritten; see whether what is around fits:', look),
    ...(faults.length === 0 ? [] : ['', 'Not touched:', ...faults.map(({ path, reason }) => `${path}  ${reason}`)]),
    ...(changed.length + findings.length + faults.length === 0 ? [] : ['']),
    `${plural(migrated.length + faults.length, 'file')}: ${plural(calls, 'call')} ${dryRun ? 'to rewrite' : 'rewritten'} in ${changed.length}, ${plural(left.length, 'place')} left to you.`,
  ];
}

function section(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const lines = findings.flatMap(({ path, line, column, what, reason, write }) => [
    `${path}:${line}:${column}  ${what}: ${reason}`,
    ...(write === undefined ? [] : [`    ${write}`]),
  ]);
  return ['', title, ...lines];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
