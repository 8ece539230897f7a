import { byName, type JsonObject, objectAt } from '../import/json.js';
import { memberPointer } from '../import/pointer.js';
import { compareBody } from './compare-bodies.js';
import { compareParameter } from './compare-parameters.js';
import { compareHeader, compareResponse } from './compare-responses.js';
import { compareSchemas } from './compare-schemas.js';
import type { Documents } from './compare-security.js';
import type { Reach } from './reach.js';
import type { Difference } from './report.js';
import { type Compare, differ, type Spot } from './spot.js';

/** How shared parts are compared, and how their places are called. */
const SECTIONS: Readonly<Record<string, { compare: Compare; prefix: string }>> = {
  parameters: { compare: compareParameter, prefix: 'parameters/' },
  requestBodies: { compare: compareBody, prefix: 'requestBodies/' },
  responses: { compare: compareResponse, prefix: 'responses/' },
  headers: { compare: compareHeader, prefix: 'headers/' },
  schemas: { compare: compareSchemas, prefix: '' },
};

/** Where operations meet the components of either release. */
export interface Reaches {
  before: Reach;
  after: Reach;
}

/** What differs in the components of two releases. */
export function compareComponents(documents: Documents, reaches: Reaches, spot: Spot): Difference[] {
  return Object.keys(SECTIONS).flatMap((section) => {
    const was = objectAt(objectAt(documents.before, 'components'), section);
    const is = objectAt(objectAt(documents.after, 'components'), section);
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort(byName);
    return names.flatMap((name) => compareComponent({ section, name, was, is }, reaches, spot));
  });
}

interface Component {
  section: string;
  name: string;
  was: JsonObject;
  is: JsonObject;
}

function compareComponent({ section, name, was, is }: Component, { before, after }: Reaches, spot: Spot): Difference[] {
  const { compare, prefix } = SECTIONS[section] ?? { compare: compareSchemas, prefix: '' };
  const pointer = memberPointer(`#/components/${section}`, name);
  const place = { ...spot, where: `${prefix}${name}` };
  const usedBefore = { ...place, positions: before.get(pointer) ?? new Set() };
  const usedAfter = { ...place, positions: after.get(pointer) ?? new Set() };
  if (Object.hasOwn(was, name) && Object.hasOwn(is, name)) {
    return compare(objectAt(was, name), objectAt(is, name), usedBefore);
  }
  if (section !== 'schemas') return []; // its operations tell
  return Object.hasOwn(is, name)
    ? [differ(usedAfter, 'schema-added', `${name} is new`)]
    : [differ(usedBefore, 'schema-removed', `${name} is gone`)];
}
