import { compareFacts } from '../diff/compare-facts.js';
import type { Report } from '../diff/report.js';
import { commitFiles, realChanges } from './commit-files.js';
import { readCommitted } from './committed.js';
import { operationLabels, releaseOf, schemaNames } from './count-facts.js';
import { extractFacts } from './extract-facts.js';
import type { Findings } from './findings.js';
import type { Plan } from './plan.js';
import { planBase } from './plan-base.js';
import { baseOf, planSupplement } from './plan-supplement.js';
import type { Pruned } from './prune-supplements.js';
import { readDescription } from './read-description.js';

/** What to import, and where to. */
export interface ImportOrder {
  file: string;
  document: string;
  /** Import only what the committed base of the document lacks, under this name. */
  supplement?: string | undefined;
  /** The folder of the facts. */
  dir: string;
  /** Compare only, write nothing. */
  check: boolean;
}

/** What an import found and did. */
export interface ImportOutcome {
  /** `management`, or `management.v8` for a supplement. */
  name: string;
  /** The release until now; undefined for the first import. */
  from: string | undefined;
  to: string;
  operations: number;
  schemas: number;
  report: Report;
  findings: Findings;
  pruned: Pruned[];
  /** Files that were written or taken away. */
  written: string[];
}

/** Imports the facts of a description, or tells what would change. Raises a SpecError before anything is written. */
export async function importDescription(order: ImportOrder): Promise<ImportOutcome> {
  const plan = await planImport(order);
  const report = compareFacts(plan);
  const changes = order.check ? new Map() : await realChanges(plan.files);
  await commitFiles(changes);
  return {
    name: plan.name,
    from: plan.before && releaseOf(plan.before),
    to: releaseOf(plan.after),
    operations: operationLabels(plan.after).length,
    schemas: schemaNames(plan.after).length,
    report,
    findings: plan.findings,
    pruned: plan.pruned,
    written: [...changes.keys()],
  };
}

async function planImport({ file, document, supplement, dir }: ImportOrder): Promise<Plan> {
  const committed = await readCommitted(dir, document);
  const base = supplement === undefined ? undefined : baseOf(committed).base;
  const description = await readDescription(file);
  const extract = extractFacts(description, base);
  return supplement === undefined
    ? planBase(committed, { description, extract })
    : planSupplement(committed, { name: supplement, description, extract });
}
