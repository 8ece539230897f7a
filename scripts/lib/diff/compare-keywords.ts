import { type JsonObject, own, textAt } from '../import/json.js';
import { deepEqual } from './deep-equal.js';
import type { ChangeKind, Difference } from './report.js';
import { typeOf } from './schema-shape.js';
import { type Compare, differ, type Spot, show } from './spot.js';

/** Flags of a schema, and what it is called when they come and go. */
const FLAGS: readonly (readonly [string, ChangeKind, ChangeKind])[] = [
  ['nullable', 'nullable-added', 'nullable-dropped'],
  ['readOnly', 'read-only-added', 'read-only-dropped'],
  ['writeOnly', 'write-only-added', 'write-only-dropped'],
  ['deprecated', 'schema-deprecated', 'schema-undeprecated'],
];

/** Formats whose values the SDK gives a type of their own. */
const VALUE_FORMATS: ReadonlySet<string | undefined> = new Set(['date-time', 'binary']);

/** What differs in the keywords that stand for themselves. */
export const compareKeywords: Compare = (before, after, spot) => [
  ...compareTypes(before, after, spot),
  ...compareFormats(before, after, spot),
  ...FLAGS.flatMap(([key, added, dropped]) => {
    const [was, is] = [before[key] === true, after[key] === true];
    return was === is ? [] : [differ(spot, is ? added : dropped, `${key} ${is ? 'is set now' : 'is no longer set'}`)];
  }),
  ...compareDefaults(before, after, spot),
  ...compareMarkers(before, after, spot),
  ...(deepEqual(own(before, 'not'), own(after, 'not')) ? [] : [differ(spot, 'other-schema-facts', 'not differs')]),
];

const compareTypes: Compare = (before, after, spot) => {
  const [was, is] = [typeOf(before), typeOf(after)];
  return was === is ? [] : [differ(spot, typeChange(was, is), `type was ${was}, is ${is}`)];
};

function typeChange(was: string, is: string): ChangeKind {
  if (was === 'integer' && is === 'number') return 'type-widened';
  return was === 'number' && is === 'integer' ? 'type-narrowed' : 'type-changed';
}

const compareFormats: Compare = (before, after, spot) => {
  const [was, is] = [textAt(before, 'format'), textAt(after, 'format')];
  if (was === is) return [];
  const kind = VALUE_FORMATS.has(was) || VALUE_FORMATS.has(is) ? 'value-format-changed' : 'format-changed';
  return [differ(spot, kind, `format was ${show(was)}, is ${show(is)}`)];
};

const compareDefaults: Compare = (before, after, spot) => {
  const [was, is] = [own(before, 'default'), own(after, 'default')];
  return deepEqual(was, is) ? [] : [differ(spot, 'default-changed', `default was ${show(was)}, is ${show(is)}`)];
};

const compareMarkers: Compare = (before, after, spot) =>
  markersIn(before, after, { spot, kind: 'schema-marker-changed' });

/** What differs in Okta's markers, leaving out those that are compared elsewhere. */
export function markersIn(
  before: JsonObject,
  after: JsonObject,
  { spot, kind, except = [] }: { spot: Spot; kind: ChangeKind; except?: readonly string[] },
): Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const markers = [...keys].filter((key) => key.startsWith('x-') && !except.includes(key));
  return markers
    .filter((key) => !deepEqual(before[key], after[key]))
    .map((key) => differ(spot, kind, `${key} was ${show(before[key])}, is ${show(after[key])}`));
}
