import { invalid, TAKEN } from '../answers/fault.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import type { Attribute, Schema } from './attribute.js';

/** Values that only one user of a type may have, by schema, attribute and value, to the id of that user. */
type UniqueValues = Pick<Org, 'uniqueValues' | 'userTypes' | 'schemas'>;

/**
 * @param attribute - of a profile
 * @returns whether no two users may have the same value
 */
export function isUnique({ unique }: Attribute): boolean {
  return unique === true || unique === 'UNIQUE_VALIDATED';
}

/**
 * Takes the unique values of a user, and gives back those that they had before.
 *
 * @param org - where values are taken
 * @param after - the user as they will be stored
 * @param before - the user as stored
 * @throws Fault `E0000001` if another user has one of the values; then nothing is taken
 */
export function claimUniqueValues(org: UniqueValues, after: User, before?: User): void {
  const wanted = claimsOf(org, after);
  for (const { name, key } of wanted) {
    const holder = org.uniqueValues.get(key);
    if (holder !== undefined && holder !== after.id) throw invalid(name, TAKEN);
  }
  if (before) releaseUniqueValues(org, before);
  for (const { key } of wanted) org.uniqueValues.set(key, after.id);
}

/**
 * Gives the unique values of a user back.
 *
 * @param org - where values are taken
 * @param user - as stored
 */
export function releaseUniqueValues(org: UniqueValues, user: User): void {
  for (const { key } of claimsOf(org, user)) org.uniqueValues.delete(key);
}

function claimsOf(org: UniqueValues, { type, profile }: User): { name: string; key: string }[] {
  const schema = org.schemas.get(org.userTypes.get(type.id)?.schemaId ?? '');
  if (schema === undefined) return [];
  return uniqueNames(schema).flatMap((name) => {
    const value = profile[name];
    return value === undefined || value === null ? [] : [{ name, key: keyOf(schema, name, value) }];
  });
}

/**
 * @param schema - of users
 * @returns names of the attributes that no two users may share a value of
 */
export function uniqueNames({ custom }: Schema): string[] {
  return Object.entries(custom).flatMap(([name, attribute]) => (isUnique(attribute) ? [name] : []));
}

function keyOf({ id }: Schema, name: string, value: unknown): string {
  return `${id}\n${name}\n${String(value).toLowerCase()}`;
}

/**
 * Counts the values of an attribute that has become unique, or forgets those of one that no longer is.
 *
 * @param org - where values are taken
 * @param schema - of users, as it will be
 * @param users - all users of the type
 * @throws Fault `E0000001` if two of them share a value
 */
export function indexUniqueValues(org: UniqueValues, schema: Schema, users: readonly User[]): void {
  const taken = new Map<string, string>();
  for (const { id, profile } of users) {
    for (const name of uniqueNames(schema)) {
      const value = profile[name];
      if (value === undefined || value === null) continue;
      const key = keyOf(schema, name, value);
      if (taken.has(key)) throw invalid(name, 'Users share a value of this attribute, so it cannot be unique');
      taken.set(key, id);
    }
  }
  for (const key of [...org.uniqueValues.keys({ prefix: `${schema.id}\n` })]) org.uniqueValues.delete(key);
  for (const [key, id] of taken) org.uniqueValues.set(key, id);
}
