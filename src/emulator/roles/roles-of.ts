import type { Org } from '../org/org.js';
import type { RoleAssignment } from './role-assignment.js';

/** Whose roles to look up. */
export type RoleHolder = { readonly userId: string } | { readonly groupId: string } | { readonly clientId: string };

/**
 * Looks up what somebody may do.
 *
 * @param org - where to look
 * @param holder - a user, a group or a service app
 * @returns the roles; for a user those of their groups, too
 */
export function rolesOf(org: Org, holder: RoleHolder): RoleAssignment[] {
  if ('clientId' in holder) return [...org.roleAssignments.values(holder.clientId)];
  if ('groupId' in holder) return [...org.roleAssignments.values(holder.groupId)];
  const groupIds = [...org.members.lefts(holder.userId)];
  return [holder.userId, ...groupIds].flatMap((id) => [...org.roleAssignments.values(id)]);
}

/**
 * @param org - where to look
 * @param holder - a user, a group or a service app
 * @returns whether they have any role
 */
export function isAdmin(org: Org, holder: RoleHolder): boolean {
  return rolesOf(org, holder).length > 0;
}
