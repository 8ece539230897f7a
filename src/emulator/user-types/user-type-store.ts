import { BLANK, fail, invalid, notFound, TAKEN } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import { addMappings, dropMappings } from '../mappings/add-mappings.js';
import { nowIn, type Org } from '../org/org.js';
import { schemaFrom } from '../schema/attribute.js';
import { userAttributes } from '../schema/base-attributes.js';
import { USER_TYPE, type UserType } from '../users/user-type.js';

const NAME = /^[A-Za-z_]\w*$/;
const MOST_TYPES = 10;

/**
 * Finds the user type that a request names.
 *
 * @param call - the request
 * @returns the type
 * @throws Fault `E0000007` if there is none
 */
export function findUserType(call: Call): UserType {
  const sent = pathMember(call, 'typeId');
  const type = call.org.userTypes.get(sent === 'default' ? call.org.facts.userTypeId : sent);
  if (type === undefined) throw notFound(sent, USER_TYPE);
  return type;
}

/**
 * Refuses a name that is malformed or taken.
 *
 * @param org - where names must differ
 * @param name - of a new type
 * @throws Fault `E0000001`
 */
export function checkTypeName({ userTypes }: Org, name: string): void {
  if (name === '') throw invalid('name', BLANK);
  if (!NAME.test(name))
    throw invalid('name', 'The field must start with a letter, and hold letters, digits and _ only');
  for (const type of userTypes.values()) if (type.name === name) throw invalid('name', TAKEN);
  if (userTypes.count() >= MOST_TYPES) throw invalid('type', `An org has at most ${MOST_TYPES} user types`);
}

/**
 * Makes a user type, its schema, and the mappings between its profiles and those of apps.
 *
 * @param org - where to
 * @param parts - what cannot be derived
 * @returns the type, stored
 */
export function addUserType(
  org: Org,
  parts: Pick<UserType, 'name' | 'displayName'> & Pick<Partial<UserType>, 'description' | 'createdBy'>,
): UserType {
  const id = org.ids.next('oty');
  const now = nowIn(org);
  const times = { created: now, lastUpdated: now };
  // As recorded: a user type and its schema differ in the prefix of their ids only.
  const schemaId = `osc${id.slice('oty'.length)}`;
  const by = parts.createdBy === undefined ? {} : { lastUpdatedBy: parts.createdBy };
  const type = { id, schemaId, ...parts, ...by, default: false, ...times };
  org.userTypes.set(id, type);
  org.schemas.set(schemaId, schemaFrom({ id: schemaId, ...times, base: userAttributes, custom: {} }));
  for (const app of org.apps.values()) addMappings(org, type, app);
  return type;
}

/**
 * Forgets a user type and what was made with it.
 *
 * @param org - where from
 * @param type - what goes
 * @throws Fault `E0000142` for the default type, and while there are users of the type
 */
export function dropUserType(org: Org, { id, schemaId, default: isDefault }: UserType): void {
  if (isDefault) throw fail('E0000142', '', ['The default user type cannot be deleted']);
  for (const user of org.users.values()) {
    if (user.type.id === id) throw fail('E0000142', '', ['There are users of this type']);
  }
  org.userTypes.delete(id);
  org.schemas.delete(schemaId);
  dropMappings(org, id);
}
