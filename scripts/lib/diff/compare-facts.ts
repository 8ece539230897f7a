import { isObject, type Json, type JsonObject, objectAt, own } from '../import/json.js';
import { resolvePointer } from '../import/pointer.js';
import { compareComponents } from './compare-components.js';
import { compareOperations } from './compare-operations.js';
import { compareSchemas } from './compare-schemas.js';
import { deepEqual } from './deep-equal.js';
import { reachOf } from './reach.js';
import { type Difference, judgeAll, type Report } from './report.js';
import type { Spot } from './spot.js';

/** Two releases of a document. */
export interface Releases {
  /** Undefined where there is none yet. */
  before: JsonObject | undefined;
  after: JsonObject;
  /** What both lean on, for supplements. */
  base?: JsonObject | undefined;
}

/** What differs between two releases, judged. The first release differs from nothing. */
export function compareFacts({ before, after, base }: Releases): Report {
  if (!before) return { ...judgeAll([]), step: 'minor' };
  const documents = { before: withBase(before, base), after: withBase(after, base) };
  return judgeAll(differencesOf(documents));
}

function differencesOf({ before, after }: { before: JsonObject; after: JsonObject }): Difference[] {
  const spot: Spot = {
    where: '#',
    positions: new Set(),
    lookUp: {
      before: (target) => resolvePointer(before, target),
      after: (target) => resolvePointer(after, target),
    },
    seen: new Set(),
    compare: compareSchemas,
  };
  const reaches = { before: reachOf(before), after: reachOf(after) };
  return [
    ...compareOperations({ before, after }, spot),
    ...compareComponents({ before, after }, reaches, spot),
    ...compareRest(before, after),
  ];
}

/** What holds for the whole document and is no part of any method or type. */
const REST: Readonly<Record<string, (facts: JsonObject) => Json | undefined>> = {
  '#/openapi': (facts) => own(facts, 'openapi'),
  '#/servers': (facts) => own(facts, 'servers'),
  '#/components/securitySchemes': (facts) => own(objectAt(facts, 'components'), 'securitySchemes'),
};

const compareRest = (before: JsonObject, after: JsonObject): Difference[] =>
  Object.entries(REST)
    .filter(([, read]) => !deepEqual(read(before), read(after)))
    .map(([where]) => ({ kind: 'other-facts', where, text: 'it differs', positions: new Set() }));

function withBase(facts: JsonObject, base: JsonObject | undefined): JsonObject {
  if (!base) return facts;
  const components = objectAt(facts, 'components');
  const merged = Object.entries(objectAt(base, 'components')).map(([section, shared]) => [
    section,
    isObject(shared) ? { ...shared, ...objectAt(components, section) } : shared,
  ]);
  return { ...facts, components: { ...components, ...Object.fromEntries(merged) } };
}
