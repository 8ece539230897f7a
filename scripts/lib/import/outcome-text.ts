import { reportLines, stepLine } from '../diff/report-text.js';
import type { ImportOutcome } from './import-description.js';

/** An import as a person reads it. */
export function outcomeText(outcome: ImportOutcome): string {
  const { name, from, to, operations, schemas, report } = outcome;
  const title = `${name} ${from === undefined ? '' : `${from} -> `}${to}: ${operations} operations, ${schemas} schemas`;
  const lines = [
    title,
    ...reportLines(report),
    ...faultLines(outcome),
    ...unknownLines(outcome),
    ...prunedLines(outcome),
  ];
  const step = from === undefined ? 'first import: everything is new' : stepLine(report);
  return `${[...lines, '', step, writtenLine(outcome)].join('\n')}\n`;
}

/** An import as a program reads it. */
export function outcomeJson({ findings, pruned, ...outcome }: ImportOutcome): string {
  const { report, written, ...rest } = outcome;
  const supplements = pruned.map(({ record: { name }, operations, schemas, misfit }) => ({
    name,
    operations,
    schemas,
    misfit,
  }));
  const notes = { faults: findings.faults, unknown: [...findings.unknown.values()] };
  return `${JSON.stringify({ ...rest, ...report, ...notes, pruned: supplements, written }, null, 2)}\n`;
}

function faultLines({ findings: { faults } }: ImportOutcome): string[] {
  if (faults.length === 0) return [];
  const lines = faults.map(({ kind, at, text }) => `  ${kind} ${at}: ${text}`);
  return ['', `faults of the published file, to correct by an overlay (${faults.length})`, ...lines];
}

function unknownLines({ findings: { unknown } }: ImportOutcome): string[] {
  if (unknown.size === 0) return [];
  const lines = [...unknown.values()].map(
    ({ kind, key, count, firstAt }) => `  ${key} of ${kind}: ${count} times, first at ${firstAt}`,
  );
  return ['', `members left out that the importer does not know (${unknown.size})`, ...lines];
}

function prunedLines({ pruned }: ImportOutcome): string[] {
  return pruned.flatMap(({ record, operations, schemas, misfit }) => {
    const warning = misfit === undefined ? [] : ['', `supplement ${record.name} does not fit its new base: ${misfit}`];
    if (operations.length + schemas.length === 0) return warning;
    const title = `the base has now what supplement ${record.name} had: ${operations.length} operations, ${schemas.length} schemas`;
    return ['', title, ...[...operations, ...schemas].map((name) => `  ${name}`), ...warning];
  });
}

const writtenLine = ({ written }: ImportOutcome): string =>
  written.length === 0 ? 'nothing written' : `written: ${written.join(', ')}`;
