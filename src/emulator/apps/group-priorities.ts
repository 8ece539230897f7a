import type { Org } from '../org/org.js';
import type { AppGroup } from './assignment.js';

/**
 * Stores the assignment of a group and counts the priorities of all groups of the app through again, so that they are
 * 0, 1, 2 … without gaps.
 *
 * @param org - where it is stored
 * @param appId - the app
 * @param assignment - new or changed; its priority is the place that it shall have, the last one if it is too large
 * @returns the assignment as stored
 */
export function placeGroup(org: Org, appId: string, assignment: AppGroup): AppGroup {
  const others = groupsInOrder(org, appId).filter(({ id }) => id !== assignment.id);
  const place = Math.min(Math.max(assignment.priority, 0), others.length);
  renumber(org, appId, [...others.slice(0, place), assignment, ...others.slice(place)]);
  return { ...assignment, priority: place };
}

/**
 * Drops the assignment of a group; those behind it move up.
 *
 * @param org - where it is stored
 * @param appId - the app
 * @param groupId - the group
 */
export function removeGroup(org: Org, appId: string, groupId: string): void {
  org.appGroups.delete(appId, groupId);
  renumber(org, appId, groupsInOrder(org, appId));
}

function groupsInOrder({ appGroups }: Org, appId: string): AppGroup[] {
  return [...appGroups.values(appId)].sort((one, other) => one.priority - other.priority);
}

function renumber({ appGroups }: Org, appId: string, groups: readonly AppGroup[]): void {
  for (const [priority, group] of groups.entries()) appGroups.set(appId, group.id, { ...group, priority });
}
