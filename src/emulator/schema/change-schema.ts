import { invalid } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { type Attribute, type Schema, schemaFrom } from './attribute.js';
import { changedBase } from './change-base.js';
import { attributeFrom } from './read-attribute.js';
import { uniqueNames } from './unique-values.js';

/** More attributes than this cannot be unique. */
const MOST_UNIQUE = 5;

/** A schema after a change, and which attributes profiles have no more. */
export interface SchemaChange {
  readonly schema: Schema;
  readonly removed: readonly string[];
}

/**
 * Adds, changes and removes attributes.
 *
 * @param org - whose clock stamps the change
 * @param before - the schema as it is
 * @param body - the JSON that was sent: only what is to change; null removes an attribute
 * @returns the schema, not stored yet
 * @throws Fault `E0000001` and others for what cannot be changed like this
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Schema/#tag/Schema/operation/updateUserProfile
 */
export function changedSchema(org: Org, before: Schema, body: JsonObject): SchemaChange {
  const definitions = objectIn(body, 'definitions') ?? {};
  const sent = objectIn(objectIn(definitions, 'custom') ?? {}, 'properties') ?? {};
  const base = changedBase(before.base, objectIn(objectIn(definitions, 'base') ?? {}, 'properties') ?? {});
  const removed = Object.keys(sent).filter((name) => sent[name] === null && Object.hasOwn(before.custom, name));
  const custom = changedCustom(before, sent);
  const schema = schemaFrom({ ...before, ...headingIn(body), base, custom, lastUpdated: nowIn(org) });
  if (uniqueNames(schema).length > MOST_UNIQUE) throw invalid('unique', `At most ${MOST_UNIQUE} attributes are unique`);
  return { schema, removed };
}

function changedCustom({ base, custom }: Schema, sent: JsonObject): Record<string, Attribute> {
  const changed = { ...custom };
  for (const [name, definition] of Object.entries(sent)) {
    if (Object.hasOwn(base, name)) throw invalid(name, `Property name '${name}' is defined in the base schema`);
    if (definition === null) delete changed[name];
    else changed[name] = attributeFrom(name, definition, Object.hasOwn(custom, name) ? custom[name] : undefined);
  }
  return changed;
}

function headingIn(body: JsonObject): Pick<Schema, 'title' | 'description'> {
  const [title, description] = [textIn(body, 'title'), textIn(body, 'description')];
  return { ...(title !== undefined && { title }), ...(description !== undefined && { description }) };
}

/**
 * @param profile - as stored
 * @param names - of attributes that are gone
 * @returns the profile without them; the same object if it has none of them
 */
export function strippedOf<P extends JsonObject>(profile: P, names: readonly string[]): P {
  if (!names.some((name) => Object.hasOwn(profile, name))) return profile;
  const kept = { ...profile };
  for (const name of names) Reflect.deleteProperty(kept, name);
  return kept;
}
