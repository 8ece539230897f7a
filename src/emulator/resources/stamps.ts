import { expand } from '../description/expand.js';
import type { JsonObject } from '../org/json.js';
import type { Occasion } from './occasion.js';

const BORN = new Set(['created', 'createdAt', 'createdDate', 'dateCreated', 'creationDate']);
const CHANGED = new Set([
  'lastUpdate',
  'lastUpdated',
  'lastUpdatedAt',
  'lastModified',
  'lastModifiedDate',
  'updated',
  'updatedAt',
]);
const BORN_BY = new Set(['createdBy', 'createdByUserId']);
const CHANGED_BY = new Set(['lastUpdatedBy', 'lastModifiedBy', 'updatedBy', 'modifiedBy']);

/**
 * When, and by whom, a resource was changed, under the names that its schema has for that.
 *
 * @param occasion - the request
 * @param resource - as it is going to be
 * @param isNew - whether it is being created
 * @returns the members
 */
export function stampsFor({ kind, invention, call }: Occasion, resource: JsonObject, isNew: boolean): JsonObject {
  const { properties = {} } = expand(invention.schemas, kind.schema, resource);
  const stamped = Object.entries(properties).flatMap(([name, schema]) => {
    const isTime = CHANGED.has(name) || (isNew && BORN.has(name));
    const isPerson = CHANGED_BY.has(name) || (isNew && BORN_BY.has(name));
    if (expand(invention.schemas, schema).type !== 'string') return [];
    if (isTime) return [[name, invention.now]];
    return isPerson ? [[name, call.caller.user?.id ?? call.caller.app?.id ?? '']] : [];
  });
  return Object.fromEntries(stamped);
}
