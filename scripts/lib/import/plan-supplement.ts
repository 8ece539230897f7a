import { join } from 'node:path';
import { type Committed, factsFile, readFacts, SOURCES_FILE } from './committed.js';
import { operationLabels, releaseOf, schemaNames } from './count-facts.js';
import type { Extract } from './extract-facts.js';
import { byName, type JsonObject } from './json.js';
import type { Plan } from './plan.js';
import type { Description } from './read-description.js';
import { selectSupplement } from './select-supplement.js';
import { type DocumentRecord, type SupplementRecord, sourcesText } from './sources.js';
import { SpecError } from './spec-error.js';
import { supplementFindings } from './supplement-findings.js';
import { factsText } from './write-facts.js';

/** What is imported as a supplement. */
export interface SupplementSource {
  name: string;
  description: Description;
  extract: Extract;
}

/** What importing a description as a supplement of a committed document would write. */
export async function planSupplement(committed: Committed, source: SupplementSource): Promise<Plan> {
  const { dir, document, sources } = committed;
  const { base, record } = baseOf(committed);
  const { file } = source.description;
  const facts = selectSupplement({ file, facts: source.extract.facts, base });
  const findings = supplementFindings(facts, { base, ...source });
  const supplement = recordOf(facts, { ...source, document });
  const path = join(dir, supplement.file);
  const isEmpty = supplement.operations.length === 0;
  const others = record.supplements.filter(({ name }) => name !== source.name);
  const supplements = [...others, ...(isEmpty ? [] : [supplement])].sort((a, b) => byName(a.name, b.name));
  const files: [string, string | null][] = [
    [path, isEmpty ? null : factsText(facts)],
    [join(dir, SOURCES_FILE), sourcesText({ ...sources, [document]: { ...record, supplements } })],
  ];
  const before = await readFacts(path);
  return {
    name: `${document}.${source.name}`,
    before,
    after: facts,
    base,
    pruned: [],
    findings,
    files: new Map(files),
  };
}

/** The committed document that a supplement adds to. */
export function baseOf(committed: Committed): { base: JsonObject; record: DocumentRecord } {
  const { dir, document, facts, sources } = committed;
  const record = sources[document];
  if (facts && record) return { base: facts, record };
  const advice = `Import the description of ${document} first, without --supplement.`;
  throw new SpecError({ file: join(dir, factsFile(document)), reason: 'there is no base to supplement', advice });
}

function recordOf(facts: JsonObject, source: SupplementSource & { document: string }): SupplementRecord {
  return {
    name: source.name,
    file: factsFile(source.document, source.name),
    release: releaseOf(facts),
    sha256: source.description.sha256,
    operations: operationLabels(facts),
    schemas: schemaNames(facts),
  };
}
