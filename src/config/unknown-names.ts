import { settingNames } from './settings.js';

/** Options that are no settings of files and the environment: functions, stores, parts of one's own. */
const OPTIONS = [
  'middleware',
  'promiseMiddleware',
  'transport',
  'fetch',
  'httpClient',
  'dispatcher',
  'agent',
  'tls',
  'httpApi',
  'baseServer',
  'authMethods',
  'clock',
  'environment',
  'yamlFiles',
  'requestExecutor',
  'tokenStore',
  'hooks',
  'cache.coalesce',
  'cache.identity',
  'cacheStore',
  'cacheManager',
  'cacheMiddleware',
  'logger',
  'rateLimit.store',
] as const;

/** Spellings that are understood, with what they stand for. */
const KNOWN: ReadonlySet<string> = new Set([...settingNames, ...OPTIONS]);
const GROUPS: ReadonlySet<string> = new Set(
  settingNames.filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.'))),
);

/** A name that nothing is known about. */
export interface UnknownName {
  readonly name: string;
  /** The known one that it resembles most, if any does. */
  readonly nearest: string | undefined;
}

/**
 * Finds names that would be ignored silently.
 *
 * @param options - nested as the user gave them
 * @returns the unknown ones
 */
export function unknownNames(options: object): UnknownName[] {
  return namesIn(options)
    .filter((name) => !KNOWN.has(name))
    .map((name) => ({ name, nearest: nearest(name) }));
}

function namesIn(options: object): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (!GROUPS.has(name)) return [name];
    return typeof value === 'object' && value !== null ? Object.keys(value).map((inner) => `${name}.${inner}`) : [];
  });
}

function nearest(name: string): string | undefined {
  const [best] = [...KNOWN]
    .map((known) => ({ known, distance: distance(name.toLowerCase(), known.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  return best !== undefined && best.distance <= Math.max(2, name.length / 3) ? best.known : undefined;
}

/** Levenshtein's distance: how many letters must be added, removed or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, wanted] of [...other].entries()) {
      const changed = (row[j] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
