import { join } from 'node:path';
import { type Committed, readFacts } from './committed.js';
import { operationLabels, schemaNames } from './count-facts.js';
import { examine } from './extract-facts.js';
import { noFindings } from './findings.js';
import type { JsonObject } from './json.js';
import { selectSupplement } from './select-supplement.js';
import type { SupplementRecord } from './sources.js';
import { SpecError } from './spec-error.js';

/** A supplement after a new base took over some of it. */
export interface Pruned {
  record: SupplementRecord;
  /** Undefined where nothing is left. */
  facts: JsonObject | undefined;
  /** What the base has now. */
  operations: string[];
  schemas: string[];
  /** Why what is left does not go together with the new base, if it does not. */
  misfit: string | undefined;
}

/** Leaves in every supplement of a document only what its new base lacks. */
export async function pruneSupplements(committed: Committed, base: JsonObject): Promise<Pruned[]> {
  const records = committed.sources[committed.document]?.supplements ?? [];
  return Promise.all(records.map((record) => prune(committed, { record, base })));
}

async function prune(
  { dir, facts: earlier }: Committed,
  { record, base }: { record: SupplementRecord; base: JsonObject },
): Promise<Pruned> {
  const file = join(dir, record.file);
  const supplement = await readFacts(file);
  if (!supplement) throw new SpecError({ file, reason: 'the file is not there', advice: 'Restore it from git.' });
  const facts = selectSupplement({ file, facts: supplement, base, earlier });
  const operations = operationLabels(facts);
  const schemas = schemaNames(facts);
  return {
    record: { ...record, operations, schemas },
    facts: operations.length > 0 ? facts : undefined,
    misfit: operations.length > 0 ? misfitOf(facts, { file, base }) : undefined,
    operations: record.operations.filter((label) => !operations.includes(label)),
    schemas: record.schemas.filter((name) => !schemas.includes(name)),
  };
}

function misfitOf(facts: JsonObject, { file, base }: { file: string; base: JsonObject }): string | undefined {
  try {
    examine({ file, facts, base, closed: true, findings: noFindings() });
    return undefined;
  } catch (error) {
    if (error instanceof SpecError) return `${error.reason} at ${error.at}`;
    throw error;
  }
}
