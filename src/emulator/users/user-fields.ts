import { invalid } from '../answers/fault.js';
import { isObject, type JsonObject } from '../org/json.js';

const OPEN = 'profile:(';
const NAME = /^\w+$/;

/** Cuts a user down to what was asked for. */
export type Projection = (user: JsonObject) => JsonObject;

/**
 * Reads the `fields` parameter of the list of users, e.g. `id,status,profile:(firstName,lastName)`.
 *
 * @param fields - the parameter; everything is shown if it is null or empty
 * @returns the projection, which always keeps `id`
 * @throws Fault `E0000001` if it cannot be read
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/#tag/User/operation/listUsers
 */
export function projectionFor(fields: string | null): Projection {
  if (fields === null || fields.trim() === '') return (user) => user;
  const { members, attributes } = read(fields);
  if (![...members, ...attributes].every((name) => NAME.test(name))) {
    throw invalid('fields', 'The list of fields is malformed');
  }
  return (user) => {
    const picked = pick(user, ['id', ...members]);
    const { profile } = picked;
    return attributes.length > 0 && isObject(profile) ? { ...picked, profile: pick(profile, attributes) } : picked;
  };
}

function read(fields: string): { members: string[]; attributes: string[] } {
  const start = fields.indexOf(OPEN);
  const end = fields.indexOf(')', start);
  if (start < 0 || end < 0) return { members: namesIn(fields), attributes: [] };
  const members = namesIn(`${fields.slice(0, start)}profile${fields.slice(end + 1)}`);
  return { members, attributes: namesIn(fields.slice(start + OPEN.length, end)) };
}

function namesIn(list: string): string[] {
  return list.split(',').map((name) => name.trim());
}

function pick(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
}
