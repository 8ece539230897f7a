import { fail, invalid, notFound } from '../answers/fault.js';
import { nowIn, type Org } from '../org/org.js';
import type { AppTarget, RoleAssignment } from './role-assignment.js';
import { standardRoles } from './standard-roles.js';

/**
 * Refuses a target that a role cannot be limited to.
 *
 * @param assignment - the role
 * @param kind - of the target
 * @throws Fault `E0000091`
 */
export function checkTargets({ type }: RoleAssignment, kind: 'groups' | 'apps'): void {
  if (standardRoles[type]?.targets !== kind) throw fail('E0000091');
}

/**
 * Stores what a role is limited to.
 *
 * @param org - where to
 * @param assignment - the role as it was
 * @param targets - the new targets
 */
export function limitRole(
  org: Org,
  assignment: RoleAssignment,
  targets: Partial<Pick<RoleAssignment, 'groupTargets' | 'appTargets'>>,
): void {
  const { principal, id } = assignment;
  org.roleAssignments.set(principal.id, id, { ...assignment, ...targets, lastUpdated: nowIn(org) });
}

/**
 * Takes one target away. The last one stays, as the role would not be limited any more.
 *
 * @param targets - of a role
 * @param gone - says which goes
 * @param missing - identifier and type for the error if there is none
 * @returns the others
 * @throws Fault `E0000007`, `E0000001`
 */
export function withoutTarget<T>(targets: readonly T[], gone: (target: T) => boolean, missing: [string, string]): T[] {
  const others = targets.filter((target) => !gone(target));
  if (others.length === targets.length) throw notFound(...missing);
  if (others.length === 0)
    throw invalid('targets', 'The last target of a role cannot be removed, only the role itself');
  return others;
}

/**
 * @param one - a target
 * @param other - a target
 * @returns whether they are the same
 */
export function isSameApp(one: AppTarget, other: AppTarget): boolean {
  return one.name === other.name && one.id === other.id;
}
