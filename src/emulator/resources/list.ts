import type { Answer } from '../answers/answer.js';
import { page } from '../answers/answer.js';
import { conform } from '../description/conform.js';
import { expand } from '../description/expand.js';
import type { Schema } from '../description/facts.js';
import { readFilter } from '../filter/read-filter.js';
import { memberAt } from '../org/json.js';
import { readIdCursor } from '../paging/cursor.js';
import { cut, filtered } from '../paging/cut.js';
import type { PageSize } from '../paging/limits.js';
import { readLimit } from '../paging/read-limit.js';
import { allOf, oneOf } from './items.js';
import type { Occasion } from './occasion.js';
import type { Resource, ResourceRule } from './rule.js';
import { viewOf } from './view.js';

/**
 * Lists resources: those that `q`, `filter` and `search` let through, a page of them if the list has pages.
 *
 * @param occasion - the request
 * @returns an array with `Link` headers, or the object that wraps it
 * @throws Fault for a filter, limit or cursor that cannot be used
 */
export function list(occasion: Occasion): Answer {
  const { kind } = occasion;
  const { sort, cursorMark: mark = '' } = kind.rule;
  const keep = predicateOf(occasion);
  const size = pageOf(occasion);
  const after = size === undefined ? undefined : readIdCursor(occasion.call, { mark, exists });
  const items = filtered(sort === undefined ? allOf(occasion, after) : sorted(occasion, sort, after), keep);
  if (size === undefined) return wrapped(occasion, { items: [...items], limit: undefined, next: undefined });
  const limit = readLimit(occasion.call, size);
  const page = cut(items, limit);
  const last = page.items.at(-1)?.[kind.key];
  return wrapped(occasion, { items: page.items, limit, next: page.more ? mark + String(last) : undefined });

  function exists(key: string): boolean {
    return oneOf(occasion, key) !== undefined;
  }
}

const USUAL_PAGE: PageSize = { standard: 20, largest: 200 };

function pageOf({ kind, plan }: Occasion): PageSize | undefined {
  const takesLimit = plan.row.query?.some((entry) => (typeof entry === 'string' ? entry : entry.name) === 'limit');
  return kind.rule.page ?? (takesLimit ? USUAL_PAGE : undefined);
}

function sorted(occasion: Occasion, sort: NonNullable<ResourceRule['sort']>, after: string | undefined): Resource[] {
  const items = [...allOf(occasion)].sort(sort);
  const start = after === undefined ? 0 : items.findIndex((item) => item[occasion.kind.key] === after) + 1;
  return items.slice(start);
}

interface Found {
  readonly items: readonly Resource[];
  readonly limit: number | undefined;
  readonly next: string | undefined;
}

function wrapped(occasion: Occasion, { items, limit, next }: Found): Answer {
  const { call, operation, invention } = occasion;
  const { answer = {}, status } = operation;
  const { type, properties = {} } = expand(invention.schemas, answer);
  if (type === 'array') {
    const views = viewAll(occasion, items, answer);
    return limit === undefined ? { status, body: views } : { ...page(views, { limit, next }), status };
  }
  const [name, schema = {}] = Object.entries(properties).find(([, member]) => isArray(occasion, member)) ?? ['items'];
  const self = { href: call.origin + call.uri };
  const following = next === undefined ? {} : { next: { href: nextAddress(occasion, { limit, next }) } };
  const links = '_links' in properties ? { _links: { self, ...following } } : {};
  return { status, body: conform(invention, answer, { [name]: viewAll(occasion, items, schema), ...links }) };
}

function isArray({ invention }: Occasion, schema: Schema): boolean {
  return expand(invention.schemas, schema).type === 'array';
}

/** Lists may show less of an item than reading it does. */
function viewAll(occasion: Occasion, items: readonly Resource[], schema: Schema): unknown[] {
  const { items: item = {} } = expand(occasion.invention.schemas, schema);
  return items.map((resource) => viewOf(occasion, resource, item));
}

function nextAddress({ call }: Occasion, { limit, next = '' }: Omit<Found, 'items'>): string {
  const query = new URLSearchParams(call.query);
  query.set('after', next);
  query.set('limit', String(limit));
  return `${call.origin}${call.uri}?${query}`;
}

function predicateOf({ call, kind }: Occasion): (resource: Resource) => boolean {
  const { filter, search, q = [], narrows = {} } = kind.rule;
  const word = call.query.get('q')?.toLowerCase() ?? '';
  const tests = [
    filter && readFilter(call, { name: 'filter', dialect: filter }),
    search && readFilter(call, { name: 'search', dialect: search }),
    word === '' || q.length === 0 ? undefined : (resource: Resource) => q.some((path) => begins(resource, path, word)),
    ...Object.entries(narrows).map(([parameter, member]) => {
      const wanted = call.query.get(parameter) ?? '';
      return wanted === '' ? undefined : (resource: Resource) => resource[member] === wanted;
    }),
  ].filter((test) => test !== undefined);
  return (resource) => tests.every((test) => test(resource));
}

function begins(resource: Resource, path: string, word: string): boolean {
  return String(memberAt(resource, path.split('.')) ?? '')
    .toLowerCase()
    .startsWith(word);
}
