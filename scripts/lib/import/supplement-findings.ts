import { type Extract, examine } from './extract-facts.js';
import { type Fault, type Findings, noFindings } from './findings.js';
import type { JsonObject } from './json.js';
import { listOperations } from './list-operations.js';
import { resolvePointer } from './pointer.js';
import type { Description } from './read-description.js';

interface Origin {
  description: Description;
  extract: Extract;
  base: JsonObject;
}

/** What is wrong in the part of a description that became a supplement, seen together with its base. */
export function supplementFindings(facts: JsonObject, { description, extract, base }: Origin): Findings {
  const findings = noFindings();
  if (listOperations(facts).length > 0) examine({ file: description.file, facts, closed: true, findings, base });
  const leftOut = extract.findings.faults.filter(({ kind, at }) => kind === 'format-is-prose' && stands(facts, at));
  const faults = [...leftOut, ...findings.faults, ...sharedIds(facts, base)];
  return { faults, unknown: extract.findings.unknown };
}

/** Whether what a value was left out of is part of the supplement. */
const stands = (facts: JsonObject, at: string): boolean =>
  resolvePointer(facts, at.slice(0, at.lastIndexOf('/'))) !== undefined;

function sharedIds(facts: JsonObject, base: JsonObject): Fault[] {
  const taken = new Map(listOperations(base).map(({ id, label }) => [id, label]));
  return listOperations(facts).flatMap(({ id, label, at }) => {
    const other = taken.get(id);
    const text = `operationId ${id} of ${label} is that of ${other} in the base`;
    return other === undefined ? [] : [{ kind: 'operation-id-of-base' as const, at, text }];
  });
}
