import type { IdState } from '../org/ids.js';
import type { OrgFacts } from '../org/org.js';

/** Where ids and chance stand: chance, chance of requests, ids, chance of ids. */
export type Sources = readonly [
  chance: number | null,
  requestChance: number | null,
  ids: IdState,
  idChance: number | null,
];

/** A change of a table; without a text, the entry was deleted. */
export type Change = readonly [table: string, key: string, text: string | undefined];

/**
 * What heads a record, in the order in which they stand in the file: `base`, the seed as `changes`, `seeded`, what differed
 * from it when the file was written last as a whole, `ready`, then one record for each request that changed something.
 */
export type RecordHead =
  | { readonly base: Base }
  /** Behind it stand changes, one a line. */
  | { readonly changes: number; readonly sources?: Sources }
  | { readonly seeded: Sources }
  | { readonly ready: true }
  | { readonly reset: true };

/** What is said once about a file. */
export interface Base {
  readonly facts: OrgFacts;
  readonly token: string;
  /** How often the file was written anew as a whole. */
  readonly rewritten: number;
}

/** First line of every file; the number rises when older versions cannot read newer files. */
export const MAGIC = 'okta-emulator-journal 1\n';

/**
 * @param table - name of a table
 * @param key - of an entry
 * @param text - JSON of its value, `undefined` if it was deleted
 * @returns the change as it stands in a record. JSON has no tabs and no line ends
 */
export function changeText(table: string, key: string, text: string | undefined): string {
  return `${table}\t${JSON.stringify(key)}${text === undefined ? '' : `\t${text}`}`;
}

/**
 * @param line - of a record
 * @returns the change
 */
export function changeFrom(line: string): Change {
  const first = line.indexOf('\t');
  const second = line.indexOf('\t', first + 1);
  const key = line.slice(first + 1, second < 0 ? undefined : second);
  return [line.slice(0, first), unquoted(key), second < 0 ? undefined : line.slice(second + 1)];
}

function unquoted(key: string): string {
  return key.includes('\\') ? JSON.parse(key) : key.slice(1, -1);
}
