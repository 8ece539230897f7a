import { join } from 'node:path';
import type { JsonObject } from './json.js';
import { parseDescription } from './read-description.js';
import { readIfThere } from './read-if-there.js';
import { readSources, type Sources } from './sources.js';

/** What `spec/` holds of a document before an import. */
export interface Committed {
  dir: string;
  document: string;
  facts: JsonObject | undefined;
  sources: Sources;
}

/** Name of the file of facts of a document or of one of its supplements. */
export const factsFile = (document: string, supplement?: string): string =>
  [document, supplement, 'yaml'].filter((part) => part !== undefined).join('.');

/** Name of the file that says where the facts came from. */
export const SOURCES_FILE = 'sources.json';

/** Reads what is there. */
export async function readCommitted(dir: string, document: string): Promise<Committed> {
  const facts = await readFacts(join(dir, factsFile(document)));
  return { dir, document, facts, sources: await readSources(join(dir, SOURCES_FILE)) };
}

/** Reads a file of facts, if it is there. */
export async function readFacts(file: string): Promise<JsonObject | undefined> {
  const bytes = await readIfThere(file);
  return bytes === null ? undefined : parseDescription(bytes, file).root;
}
