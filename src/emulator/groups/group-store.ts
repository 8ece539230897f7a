import { fail, invalid, notFound, TAKEN } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { checkProfile } from '../schema/check-profile.js';
import { GROUP, type Group, type GroupProfile } from './group.js';

/**
 * Finds the group that a request names.
 *
 * @param call - the request
 * @param member - placeholder of the path that names the group
 * @returns the group
 * @throws Fault `E0000007` if there is none
 */
export function findGroup(call: Call, member = 'groupId'): Group {
  return groupById(call.org, pathMember(call, member));
}

/**
 * @param org - where to look
 * @param id - exact id
 * @returns the group
 * @throws Fault `E0000007` if there is none
 */
export function groupById(org: Org, id: string): Group {
  const group = org.groups.get(id);
  if (group === undefined) throw notFound(id, GROUP);
  return group;
}

/**
 * Refuses to change what nobody may change by hand.
 *
 * @param group - the group
 * @throws Fault `E0000060` for built-in groups and groups of apps
 */
export function checkManaged({ type }: Group): void {
  if (type !== 'OKTA_GROUP') throw fail('E0000060');
}

/**
 * Checks a profile and brings it into the form in which it is stored.
 *
 * @param org - whose schema holds
 * @param sent - the `profile` object
 * @returns the profile
 * @throws Fault `E0000001`
 */
export function groupProfileFrom(org: Org, sent: JsonObject): GroupProfile {
  const schema = org.schemas.get(org.facts.groupSchemaId);
  if (schema === undefined) throw new Error('The org has no group schema');
  checkProfile(sent, { schema, subject: 'profile' });
  const set = Object.entries(sent).filter(([, value]) => value !== null);
  const { name, description, ...others } = Object.fromEntries(set);
  return { name: String(name), description: description === undefined ? null : String(description), ...others };
}

/**
 * Stores a new or changed group.
 *
 * @param org - where to
 * @param group - replaces the one with the same id
 * @throws Fault `E0000001` if another group has the name
 */
export function putGroup(org: Org, group: Group): void {
  const before = org.groups.get(group.id);
  const name = nameKey(group);
  const holder = org.groupNames.get(name);
  if (holder !== undefined && holder !== group.id) throw invalid('name', TAKEN);
  if (before && nameKey(before) !== name) org.groupNames.delete(nameKey(before));
  if (holder === undefined) org.groupNames.set(name, group.id);
  org.groups.set(group.id, group);
}

/** What may be said about a new group. */
export interface GroupMaking {
  /** Who manages it; admins unless given. */
  readonly type?: Group['type'] | undefined;
  /** Made up unless given. */
  readonly id?: string | undefined;
}

/**
 * Makes and stores a group without members.
 *
 * @param org - where to
 * @param profile - checked
 * @param making - type and id
 * @returns the group
 */
export function addGroup(org: Org, profile: GroupProfile, { type = 'OKTA_GROUP', id }: GroupMaking = {}): Group {
  const now = nowIn(org);
  const times = { created: now, lastUpdated: now, lastMembershipUpdated: now };
  const group: Group = { id: id ?? org.ids.next('00g'), ...times, type, profile };
  putGroup(org, group);
  return group;
}

/**
 * Forgets a group. Members and assignments are to be dropped before.
 *
 * @param org - where from
 * @param group - what goes
 */
export function dropGroup(org: Org, group: Group): void {
  org.groupNames.delete(nameKey(group));
  org.groups.delete(group.id);
}

/** Groups of apps may share a name with others. */
function nameKey({ id, type, profile }: Group): string {
  return type === 'APP_GROUP' ? `${type} ${id}` : profile.name.toLowerCase();
}
