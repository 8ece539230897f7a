import { BLANK, fail, invalid, notFound, TAKEN } from '../answers/fault.js';
import { objectIn, textIn, textsIn } from '../body.js';
import { type Call, pathMember } from '../call.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import { REALM, type Realm } from './realm.js';

const MOST_REALMS = 5000;
const kinds = ['DEFAULT', 'PARTNER'];

/**
 * @param org - where to look
 * @param id - exact id
 * @returns the realm
 * @throws Fault `E0000007` if there is none
 */
export function realmById({ realms }: Org, id: string): Realm {
  const realm = realms.get(id);
  if (realm === undefined) throw notFound(id, REALM);
  return realm;
}

/**
 * Finds the realm that a request names.
 *
 * @param call - the request
 * @returns the realm
 * @throws Fault `E0000007` if there is none
 */
export function findRealm(call: Call): Realm {
  return realmById(call.org, pathMember(call, 'realmId'));
}

/**
 * Reads the profile of a realm.
 *
 * @param org - where names must differ
 * @param body - the JSON that was sent
 * @param before - the realm that gets the profile
 * @returns the profile
 * @throws Fault `E0000001` for what is missing or wrong
 */
export function realmProfileFrom({ realms }: Org, body: JsonObject, before?: Realm): Realm['profile'] {
  const sent = objectIn(body, 'profile') ?? {};
  const name = textIn(sent, 'name') ?? '';
  if (name.trim() === '') throw invalid('name', BLANK);
  for (const { id, profile } of realms.values()) {
    if (profile.name === name && id !== before?.id) throw invalid('name', TAKEN);
  }
  const realmType = textIn(sent, 'realmType') ?? before?.profile['realmType'] ?? 'DEFAULT';
  if (!kinds.includes(String(realmType))) throw invalid('realmType', `The field must be one of ${kinds.join(', ')}`);
  const domains = textsIn(sent, 'domains');
  return { name, realmType, ...(domains.length > 0 && { domains }) };
}

/**
 * Refuses one realm too many.
 *
 * @param org - that is to have another one
 * @throws Fault `E0000221`
 */
export function checkRealmCount({ realms }: Org): void {
  if (realms.count() >= MOST_REALMS) throw fail('E0000221', String(MOST_REALMS));
}

/**
 * Refuses to delete a realm that is needed.
 *
 * @param org - where it lives
 * @param realm - what is to go
 * @throws Fault `E0000178` for the default realm, and one with users or assignments
 */
export function checkDeletable(org: Org, { id, isDefault }: Realm): void {
  if (isDefault) throw fail('E0000178', 'It is the default realm.');
  for (const user of org.users.values()) if (user.realmId === id) throw fail('E0000178', 'It has users.');
  for (const { realmId } of org.realmAssignments.values()) {
    if (realmId === id) throw fail('E0000178', 'It has realm assignments.');
  }
}
