import type { Row, Rows } from '../../request/row.js';
import { isItem, lastOf, parentOf, shapeOf } from './template.js';

/** What an operation does to a kind of resource. */
export type Deed =
  | 'list'
  | 'create'
  | 'read'
  | 'replace'
  | 'merge'
  | 'delete'
  /** A word after `/lifecycle/`, or one that acts like it. */
  | 'lifecycle'
  /** Anything else that is done to, or with, a resource. */
  | 'act';

/** An operation as the spec-driven layer sees it. */
export interface Plan {
  readonly operation: string;
  readonly deed: Deed;
  /** Path of the list, or of what stands alone, with the placeholders of this operation. */
  readonly home: string;
  /** Whether the last placeholder names one of the list; if not, the resource stands alone at its path. */
  readonly inList: boolean;
  readonly row: Row;
  readonly template: string;
}

/** All plans, and what they say about paths. */
export interface Plans {
  /** By method name. */
  readonly byOperation: ReadonlyMap<string, Plan>;
  /** Operation that reads what a path names, by path with nameless placeholders. */
  readonly readers: ReadonlyMap<string, string>;
  /** Words that change the state of items, by path of their list. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  /** Verbs by path with nameless placeholders. */
  readonly verbs: ReadonlyMap<string, readonly string[]>;
}

/** States by the word that leads to them. */
export const STATES: Readonly<Record<string, string>> = {
  activate: 'ACTIVE',
  deactivate: 'INACTIVE',
  suspend: 'SUSPENDED',
  unsuspend: 'ACTIVE',
  enable: 'ENABLED',
  disable: 'DISABLED',
};

/**
 * Finds out from verbs and paths alone what each operation does.
 *
 * @param rows - by Api class and method
 * @returns the plans
 */
export function planAll(rows: Readonly<Record<string, Rows>>): Plans {
  const known = Object.assign({}, ...Object.values(rows)) as Rows;
  const verbs = verbsByShape(known);
  const plans = Object.entries(known).map(([operation, row]) => planFor(verbs, operation, row));
  const words = new Map<string, Set<string>>();
  for (const { deed, home, template } of plans) {
    if (deed !== 'lifecycle') continue;
    const list = shapeOf(home);
    words.set(list, (words.get(list) ?? new Set()).add(lastOf(template)));
  }
  const readers = plans.filter(({ row }) => row.call.startsWith('GET ')).map((plan) => [shapeOf(plan.template), plan]);
  return {
    byOperation: new Map(plans.map((plan) => [plan.operation, plan])),
    readers: new Map((readers as [string, Plan][]).map(([shape, { operation }]) => [shape, operation])),
    words,
    verbs,
  };
}

type Verbs = ReadonlyMap<string, readonly string[]>;

function verbsByShape(rows: Rows): Verbs {
  const verbs = new Map<string, string[]>();
  for (const { call } of Object.values(rows)) {
    const [verb = '', template = ''] = call.split(' ');
    const shape = shapeOf(template);
    verbs.set(shape, [...(verbs.get(shape) ?? []), verb]);
  }
  return verbs;
}

function planFor(verbs: Verbs, operation: string, row: Row): Plan {
  const [verb = '', template = ''] = row.call.split(' ');
  const plan = { operation, row, template };
  const shape = shapeOf(template);
  if (isItem(shape)) return { ...plan, home: parentOf(template), inList: true, deed: ITEM_DEEDS[verb] ?? 'merge' };
  const word = lastOf(shape);
  const isLifecycle =
    verb === 'POST' && (template.includes('/lifecycle/') || word in STATES) && !verbs.has(`${shape}/{}`);
  if (isLifecycle) return { ...plan, ...ownerOf(template), deed: 'lifecycle' };
  if (verbs.has(`${shape}/{}`)) return { ...plan, home: template, inList: true, deed: LIST_DEEDS[verb] ?? 'act' };
  if (isList(row)) return { ...plan, home: template, inList: true, deed: 'list' };
  if (verb === 'POST' && verbs.get(shape)?.length === 1) return { ...plan, ...ownerOf(template), deed: 'act' };
  return { ...plan, home: template, inList: false, deed: ALONE_DEEDS[verb] ?? 'merge' };
}

const ITEM_DEEDS: Readonly<Record<string, Deed>> = { GET: 'read', PUT: 'replace', DELETE: 'delete' };
const LIST_DEEDS: Readonly<Record<string, Deed>> = { GET: 'list', POST: 'create' };
const ALONE_DEEDS: Readonly<Record<string, Deed>> = { GET: 'read', PUT: 'replace', DELETE: 'delete' };

function isList({ call, answer }: Row): boolean {
  return call.startsWith('GET ') && answer !== undefined && answer !== 'void';
}

/** What `…/{id}/lifecycle/activate` and `…/{id}/verify` belong to. */
function ownerOf(template: string): { home: string; inList: boolean } {
  const owner = parentOf(template).replace(/\/lifecycle$/, '');
  return isItem(shapeOf(owner)) ? { home: parentOf(owner), inList: true } : { home: owner, inList: false };
}
