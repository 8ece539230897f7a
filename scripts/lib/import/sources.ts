import { byName, isObject, type JsonObject, objectsAt, textAt } from './json.js';
import { readIfThere } from './read-if-there.js';
import { SpecError } from './spec-error.js';

/** Where a supplement came from and what it adds. */
export interface SupplementRecord {
  name: string;
  file: string;
  release: string;
  sha256: string;
  operations: string[];
  schemas: string[];
}

/** Where a document came from and how big it is. */
export interface DocumentRecord {
  file: string;
  release: string;
  sha256: string;
  operations: number;
  schemas: number;
  supplements: SupplementRecord[];
}

/** The content of `spec/sources.json`: a record per document. */
export type Sources = Readonly<Record<string, DocumentRecord>>;

/** Reads the records; none yet is fine, a damaged file is not. */
export async function readSources(file: string): Promise<Sources> {
  const value = parse((await readIfThere(file))?.toString('utf8') ?? '{}', file);
  if (isSources(value)) return value;
  throw damaged(file, 'not the records that an import writes');
}

/** The bytes of the records: documents by name, the rest in the order of their types. */
export function sourcesText(sources: Sources): string {
  const ordered = Object.keys(sources)
    .sort(byName)
    .map((name) => [name, sources[name]]);
  return `${JSON.stringify(Object.fromEntries(ordered), null, 2)}\n`;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged(file, `not JSON (${cause instanceof Error ? cause.message : String(cause)})`);
  }
}

const isSources = (value: unknown): value is Sources =>
  isObject(value) && Object.values(value).every((record) => isObject(record) && isRecord(record));

const isRecord = (record: JsonObject): boolean =>
  isOrigin(record) && Array.isArray(record['supplements']) && objectsAt(record, 'supplements').every(isSupplement);

const isSupplement = (record: JsonObject): boolean => isOrigin(record) && textAt(record, 'name') !== undefined;

const isOrigin = (record: JsonObject): boolean =>
  ['file', 'release', 'sha256'].every((key) => textAt(record, key) !== undefined);

const damaged = (file: string, reason: string): SpecError =>
  new SpecError({ file, reason, advice: 'Restore it from git.' });
