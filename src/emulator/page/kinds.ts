import { createHash } from 'node:crypto';
import { isObject, type JsonObject, memberAt } from '../org/json.js';
import { type Org, type Stored, tablesOf } from '../org/org.js';
import { masked } from './mask.js';

/** A kind of resource that the org holds. */
export interface Kind {
  /** As in addresses. */
  readonly name: string;
  readonly label: string;
  readonly count: number;
}

/** A resource in a list. */
export interface Row {
  /** Leads to the whole resource. */
  readonly key: string;
  readonly title: string;
  readonly id: string;
  readonly status: string;
  /** What is worth knowing besides. */
  readonly about: string;
}

/** Shown first, in this order, also when empty. */
const FIRST = ['users', 'groups', 'apps'];
/** What else shows, or what only serves to find something else. */
const HIDDEN = new Set([
  'outbox',
  'failures',
  'subscriptions',
  'ruleMembers',
  'linkedUsers',
  'bindingMembers',
  'userRisks',
]);
/** Name of the relation in which kinds of resources share a place, told apart by the paths of their lists. */
const SHARED = 'resources';
const PAGE = 100;

/**
 * @param org - any org
 * @returns the kinds of resources that it holds
 */
export function kindsIn(org: Org): Kind[] {
  const kinds = sourcesIn(org).map(({ name, size }) => ({ name, label: labelFor(name), count: size }));
  const rank = ({ name }: Kind) => (FIRST.indexOf(name) + FIRST.length + 1) % (FIRST.length + 1);
  return kinds
    .filter(({ name, count }) => count > 0 || FIRST.includes(name))
    .sort((one, other) => rank(one) - rank(other) || one.label.localeCompare(other.label));
}

/**
 * @param org - any org
 * @param name - of a kind
 * @param search - part of a title, an id or what is told besides
 * @param after - key of the last row that is known
 * @returns rows, and whether there are more; `undefined` if there is no such kind
 */
export function rowsOf(
  org: Org,
  name: string,
  { search = '', after }: { search?: string; after?: string | undefined },
): { readonly rows: readonly Row[]; readonly more: boolean } | undefined {
  const source = sourcesIn(org).find((one) => one.name === name);
  if (source === undefined) return undefined;
  const wanted = search.toLowerCase();
  const rows: Row[] = [];
  let passed = after === undefined;
  for (const [key, value] of source.entries()) {
    const row = rowFrom(key, value);
    if (passed && matches(row, wanted)) rows.push(row);
    if (row.key === after) passed = true;
    if (rows.length > PAGE) break;
  }
  return { rows: rows.slice(0, PAGE), more: rows.length > PAGE };
}

/**
 * @param org - any org
 * @param name - of a kind
 * @param key - of a row
 * @returns the resource without secrets, `undefined` if there is none
 */
export function resourceAt(org: Org, name: string, key: string): unknown {
  const source = sourcesIn(org).find((one) => one.name === name);
  for (const [own, value] of source?.entries() ?? []) {
    if (publicKey(own, value) === key) return masked(value);
  }
  return undefined;
}

interface Source {
  readonly name: string;
  readonly size: number;
  readonly entries: () => Iterable<readonly [key: string, value: JsonObject]>;
}

function sourcesIn(org: Org): Source[] {
  return tablesOf(org).flatMap(([name, table]) => {
    if (HIDDEN.has(name)) return [];
    return name === SHARED ? sharedSources(table) : ownSource(name, table);
  });
}

/** Tables of numbers, texts and marks serve to find something. */
function ownSource(name: string, table: Stored): Source[] {
  const [first] = table.entries();
  if (first !== undefined && !isObject(first[1])) return [];
  if (first === undefined && !FIRST.includes(name)) return [];
  const latestFirst = name === 'log';
  const entries = () => objectsIn(latestFirst ? [...table.entries()].reverse() : table.entries());
  return [{ name, size: table.size(), entries }];
}

function sharedSources(table: Stored): Source[] {
  const counts = new Map<string, number>();
  for (const [key] of table.entries()) {
    const path = pathIn(key);
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return [...counts].map(([name, size]) => ({
    name,
    size,
    entries: () => objectsIn(belowPath(table, name)),
  }));
}

function* belowPath(table: Stored, path: string): Generator<readonly [string, unknown], void, undefined> {
  for (const entry of table.entries()) if (pathIn(entry[0]) === path) yield entry;
}

function* objectsIn(
  entries: Iterable<readonly [string, unknown]>,
): Generator<readonly [string, JsonObject], void, undefined> {
  for (const [key, value] of entries) if (isObject(value)) yield [key, value];
}

/** Below what the resource belongs to is not told apart: `/api/v1/zones/{id}/things` is one kind for all zones. */
function pathIn(key: string): string {
  const list = key.split('\n', 1)[0] ?? '';
  return list.replace(/\/[\w-]*\d[\w-]{15,}(?=\/|$)/g, '/{}');
}

const ACRONYMS: Readonly<Record<string, string>> = {
  oauth: 'OAuth',
  api: 'API',
  ui: 'UI',
  sms: 'SMS',
  idp: 'IdP',
  idps: 'IdPs',
};

function labelFor(name: string): string {
  if (name === 'log') return 'System Log';
  const words = name.startsWith('/') ? name.replace(/^\/api\/v1\/|\/\{\}/g, '').replace(/[/-]/g, ' ') : name;
  const spaced = words.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return (spaced.charAt(0).toUpperCase() + spaced.slice(1)).replace(/\b(?:oauth|api|ui|sms|idps?)\b/gi, (word) => {
    return ACRONYMS[word.toLowerCase()] ?? word;
  });
}

const TITLES = [
  'profile.displayName',
  'profile.name',
  'label',
  'displayName',
  'displayMessage',
  'eventType',
  'name',
  'title',
];
const ABOUT = [
  'profile.login',
  'profile.description',
  'signOnMode',
  'type',
  'published',
  'factorType',
  'description',
  'key',
];

function rowFrom(key: string, value: JsonObject): Row {
  const id = textAt(value, 'id') ?? textAt(value, 'uuid') ?? '';
  const title = personIn(value) ?? firstOf(value, TITLES) ?? (id || '(without a name)');
  return {
    key: publicKey(key, value),
    title,
    id,
    status: textAt(value, 'status') ?? '',
    about: firstOf(value, ABOUT) ?? '',
  };
}

function personIn(value: JsonObject): string | undefined {
  const names = [textAt(value, 'profile.firstName'), textAt(value, 'profile.lastName')].filter((name) => name);
  return names.length > 0 ? names.join(' ') : undefined;
}

function firstOf(value: JsonObject, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = textAt(value, path);
    if (text) return text;
  }
  return undefined;
}

function textAt(value: JsonObject, path: string): string | undefined {
  const found = memberAt(value, path.split('.'));
  return typeof found === 'string' ? found : undefined;
}

function matches({ title, id, about, status }: Row, wanted: string): boolean {
  return [title, id, about, status].some((text) => text.toLowerCase().includes(wanted));
}

/** Some keys are secrets, e.g. of API tokens. */
function publicKey(key: string, { id }: JsonObject): string {
  if (typeof id === 'string' && (key === id || key.endsWith(`\n${id}`))) return key;
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}
