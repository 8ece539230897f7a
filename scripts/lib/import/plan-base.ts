import { join } from 'node:path';
import { type Committed, factsFile, SOURCES_FILE } from './committed.js';
import { operationLabels, releaseOf, schemaNames } from './count-facts.js';
import type { Extract } from './extract-facts.js';
import type { Plan } from './plan.js';
import { type Pruned, pruneSupplements } from './prune-supplements.js';
import type { Description } from './read-description.js';
import { type DocumentRecord, sourcesText } from './sources.js';
import { factsText } from './write-facts.js';

/** What importing a description as a document would write. */
export async function planBase(
  committed: Committed,
  read: { description: Description; extract: Extract },
): Promise<Plan> {
  const { dir, document, sources } = committed;
  const { facts } = read.extract;
  const pruned = await pruneSupplements(committed, facts);
  const record: DocumentRecord = {
    file: factsFile(document),
    release: releaseOf(facts),
    sha256: read.description.sha256,
    operations: operationLabels(facts).length,
    schemas: schemaNames(facts).length,
    supplements: pruned.filter((supplement) => supplement.facts).map((supplement) => supplement.record),
  };
  const files: [string, string | null][] = [
    [join(dir, record.file), factsText(facts)],
    ...pruned.map((supplement) => supplementFile(dir, supplement)),
    [join(dir, SOURCES_FILE), sourcesText({ ...sources, [document]: record })],
  ];
  return {
    name: document,
    before: committed.facts,
    after: facts,
    base: undefined,
    findings: read.extract.findings,
    pruned,
    files: new Map(files),
  };
}

const supplementFile = (dir: string, { record, facts }: Pruned): [string, string | null] => [
  join(dir, record.file),
  facts ? factsText(facts) : null,
];
