import { type JsonObject, objectAt } from '../import/json.js';
import type { Difference } from './report.js';
import { type Compare, differ, type Spot } from './spot.js';

/** What differs in the media types of a body and in their schemas. */
export const compareContent: Compare = (before, after, spot) => {
  const [was, is] = [objectAt(before, 'content'), objectAt(after, 'content')];
  const types = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...types].flatMap((type) => compareMediaType(type, { was, is, spot }));
};

interface Contents {
  was: JsonObject;
  is: JsonObject;
  spot: Spot;
}

function compareMediaType(type: string, { was, is, spot }: Contents): Difference[] {
  if (!Object.hasOwn(was, type)) return [differ(spot, 'media-type-added', `${type} is new`)];
  if (!Object.hasOwn(is, type)) return [differ(spot, 'media-type-removed', `${type} is gone`)];
  const [before, after] = [objectAt(was, type), objectAt(is, type)];
  const where = `${spot.where} ${type}`;
  return spot.compare(objectAt(before, 'schema'), objectAt(after, 'schema'), { ...spot, where });
}
