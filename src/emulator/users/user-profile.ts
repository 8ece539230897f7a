import { fail } from '../answers/fault.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { Schema } from '../schema/attribute.js';
import { checkProfile } from '../schema/check-profile.js';
import type { Profile } from './user.js';

/** Attributes that users of another identity provider may lack. */
const NAMES = ['firstName', 'lastName'];

/** How a profile is put together. */
export interface ProfileSource {
  readonly typeId: string;
  /** Whether the names may be missing. */
  readonly nameless: boolean;
}

/**
 * Checks a profile and brings it into the form in which it is stored: without attributes that are null, but for two
 * that are always shown.
 *
 * @param org - whose schema holds
 * @param sent - all attributes
 * @param source - the user type, and whether names are needed
 * @returns the profile
 * @throws Fault `E0000001`
 */
export function profileFrom(org: Org, sent: JsonObject, { typeId, nameless }: ProfileSource): Profile {
  checkProfile(sent, { schema: userSchema(org, typeId), subject: 'newUser', optional: nameless ? NAMES : [] });
  const set = Object.entries(sent).filter(([, value]) => value !== null && value !== undefined);
  const { login, ...others }: Partial<Profile> = Object.fromEntries(set);
  if (login === undefined) throw fail('E0000009');
  return { mobilePhone: null, secondEmail: null, ...others, login };
}

/**
 * @param org - where users of the type live
 * @param typeId - id of the user type
 * @returns the schema of their profiles
 */
export function userSchema(org: Org, typeId: string): Schema {
  const type = org.userTypes.get(typeId);
  const schema = type && org.schemas.get(type.schemaId);
  if (schema === undefined) throw new Error(`User type ${typeId} has no schema`);
  return schema;
}
