import { grantByGroup, reviewByGroup } from '../apps/access.js';
import type { EventType } from '../log/event-types.js';
import { groupTarget, userTarget } from '../log/targets.js';
import { nowIn } from '../org/org.js';
import type { Transaction } from '../transaction.js';
import type { User } from '../users/user.js';

/**
 * Makes a user a member of a group, and gives them its apps. Nothing happens if they are one already.
 *
 * @param transaction - the org, and its log
 * @param groupId - what to join
 * @param user - who joins
 */
export function joinGroup(transaction: Transaction, groupId: string, user: User): void {
  const { members, appGroups } = transaction.org;
  if (members.get(groupId, user.id)) return;
  members.set(groupId, user.id, true);
  changed(transaction, { groupId, user, event: 'group.user_membership.add' });
  for (const appId of [...appGroups.lefts(groupId)]) grantByGroup(transaction, appId, user);
}

/**
 * Ends a membership, and takes back the apps that came with it alone. Nothing happens if there is none.
 *
 * @param transaction - the org, and its log
 * @param groupId - what to leave
 * @param user - who leaves
 */
export function leaveGroup(transaction: Transaction, groupId: string, user: User): void {
  const { members, appGroups } = transaction.org;
  if (!members.delete(groupId, user.id)) return;
  changed(transaction, { groupId, user, event: 'group.user_membership.remove' });
  for (const appId of [...appGroups.lefts(groupId)]) reviewByGroup(transaction, appId, user.id);
}

interface Change {
  readonly groupId: string;
  readonly user: User;
  readonly event: EventType;
}

/** Everyone is kept by the system, which tells nobody about it. */
function changed({ org, record }: Transaction, { groupId, user, event }: Change): void {
  const group = org.groups.get(groupId);
  if (group === undefined) return;
  org.groups.set(groupId, { ...group, lastMembershipUpdated: nowIn(org) });
  if (groupId !== org.facts.everyoneId) record(event, [userTarget(user), groupTarget(group)]);
}
