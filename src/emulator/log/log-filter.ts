import type { Attribute, Dialect } from '../filter/dialect.js';
import { operators } from '../filter/syntax.js';
import { isObject } from '../org/json.js';
import type { logView } from './log-view.js';

/** An event as it is answered, which is what filters look at. */
export type LogEntry = ReturnType<typeof logView>;

const ANY: Attribute<LogEntry> = { operators: [...operators, 'pr'] };
const FILTERED = new Set([
  'actor',
  'client',
  'device',
  'authenticationContext',
  'displayMessage',
  'eventType',
  'outcome',
  'securityContext',
  'severity',
  'debugContext',
  'legacyEventType',
  'transaction',
  'uuid',
  'version',
  'request',
  'target',
]);

/**
 * What `filter` understands in the System Log: every member of an event but the time, for which `since` and `until` are.
 *
 * Source: https://developer.okta.com/docs/reference/system-log-query/
 */
export const logFilter: Dialect<LogEntry> = {
  attribute: (name) => (FILTERED.has(name.split('.', 1)[0] ?? '') ? ANY : undefined),
  not: true,
};

/**
 * What `q` finds in the System Log: events that contain every one of the words, in any case. A word with hyphens is
 * found by its parts, too.
 *
 * @param words - what to look for
 * @returns the test
 */
export function entryHolds(words: readonly string[]): (entry: LogEntry) => boolean {
  const wanted = words.map((word) => word.toLowerCase());
  return (entry) => {
    if (wanted.length === 0) return true;
    const held = new Set(textsIn(entry).flatMap((text) => wordsIn(text.toLowerCase())));
    return wanted.every((word) => held.has(word));
  };
}

function wordsIn(text: string): string[] {
  const words = text.split(/\s+/);
  return [...words, ...words.flatMap((word) => (word.includes('-') ? word.split('-') : []))];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
