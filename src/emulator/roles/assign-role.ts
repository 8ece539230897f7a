import { BLANK, fail, invalid, notFound } from '../answers/fault.js';
import { textIn } from '../body.js';
import { type Call, pathMember } from '../call.js';
import type { Target } from '../log/log-event.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { bind } from '../resource-sets/binding.js';
import { resourceSetNamed } from '../resource-sets/resource-set-store.js';
import type { Transaction } from '../transaction.js';
import { customRoleNamed } from './custom-role-store.js';
import { type FoundPrincipal, principalKinds } from './principal.js';
import { type Principal, ROLE_ASSIGNMENT, type RoleAssignment } from './role-assignment.js';
import { sharedId, standardRoles } from './standard-roles.js';

/** First characters of ids of assignments that have ids of their own, as recorded. */
const prefixes: Readonly<Record<Principal['type'], string>> = { USER: 'ra1', GROUP: 'gra', CLIENT: 'ra1' };

/**
 * Assigns a role as a request asks for.
 *
 * @param transaction - the org, and its log
 * @param found - to whom
 * @param body - the JSON that was sent
 * @returns the assignment, stored
 * @throws Fault `E0000090` if they have the role already, `E0000007` for an unknown custom role or resource set
 */
export function assignRole(transaction: Transaction, found: FoundPrincipal, body: JsonObject): RoleAssignment {
  const { org, record } = transaction;
  const type = textIn(body, 'type') ?? '';
  if (type === '') throw invalid('type', BLANK);
  principalKinds[found.principal.type].check(org, found.principal.id);
  const assignment =
    type === 'CUSTOM' ? customRole(org, found.principal, body) : standardRole(org, found.principal, type);
  record(principalKinds[found.principal.type].granted, [found.target, roleTarget(org, assignment)]);
  return assignment;
}

/**
 * Stores a standard role.
 *
 * @param org - where to
 * @param principal - who gets it
 * @param type - of the role
 * @returns the assignment
 * @throws Fault `E0000003` for an unknown type, `E0000090` if they have it already
 */
export function standardRole(org: Org, principal: Principal, type: string): RoleAssignment {
  if (!Object.hasOwn(standardRoles, type)) throw fail('E0000003');
  for (const held of org.roleAssignments.values(principal.id)) if (held.type === type) throw fail('E0000090');
  const id = sharedId(type) ?? org.ids.next(prefixes[principal.type]);
  const assignment = newAssignment(org, { id, type, principal });
  org.roleAssignments.set(principal.id, id, assignment);
  return assignment;
}

function customRole(org: Org, principal: Principal, body: JsonObject): RoleAssignment {
  const role = customRoleNamed(org, required(body, 'role'));
  const set = resourceSetNamed(org, required(body, 'resource-set'));
  return grantCustomRole(org, principal, { roleId: role.id, resourceSetId: set.id });
}

/**
 * Stores a custom role, and the binding of it.
 *
 * @param org - where to
 * @param principal - who gets it
 * @param custom - ids of the role and the resource set
 * @returns the assignment
 * @throws Fault `E0000090` if they have it already
 */
export function grantCustomRole(
  org: Org,
  principal: Principal,
  custom: NonNullable<RoleAssignment['custom']>,
): RoleAssignment {
  for (const held of org.roleAssignments.values(principal.id)) {
    if (held.custom?.roleId === custom.roleId && held.custom.resourceSetId === custom.resourceSetId)
      throw fail('E0000090');
  }
  const assignment = { ...newAssignment(org, { id: org.ids.next('irb'), type: 'CUSTOM', principal }), custom };
  org.roleAssignments.set(principal.id, assignment.id, assignment);
  bind(org, custom, { memberId: assignment.id, principalId: principal.id });
  return assignment;
}

function required(body: JsonObject, name: string): string {
  const value = textIn(body, name) ?? '';
  if (value === '') throw invalid(name, BLANK);
  return value;
}

function newAssignment(org: Org, parts: Pick<RoleAssignment, 'id' | 'type' | 'principal'>): RoleAssignment {
  const now = nowIn(org);
  return { ...parts, created: now, lastUpdated: now, groupTargets: [], appTargets: [] };
}

/**
 * Takes a role back.
 *
 * @param transaction - the org, and its log
 * @param found - from whom
 * @param assignment - the role
 */
export function revokeRole({ org, record }: Transaction, found: FoundPrincipal, assignment: RoleAssignment): void {
  record(principalKinds[found.principal.type].revoked, [found.target, roleTarget(org, assignment)]);
  forgetRole(org, assignment);
}

/**
 * Forgets all roles of somebody who goes.
 *
 * @param org - where from
 * @param principalId - id of a user, a group or an app
 */
export function forgetRoles(org: Org, principalId: string): void {
  for (const assignment of [...org.roleAssignments.values(principalId)]) forgetRole(org, assignment);
}

function forgetRole(org: Org, { id, principal, custom }: RoleAssignment): void {
  org.roleAssignments.delete(principal.id, id);
  if (custom) org.bindingMembers.delete(`${custom.resourceSetId}/${custom.roleId}`, id);
}

/**
 * Finds a role that a principal holds itself.
 *
 * @param call - the request
 * @param principal - whose role
 * @param member - placeholder of the path that names the assignment
 * @returns the assignment
 * @throws Fault `E0000007` if there is none
 */
export function findRole(call: Call, principal: Principal, member: string): RoleAssignment {
  const id = pathMember(call, member);
  const assignment = call.org.roleAssignments.get(principal.id, id);
  if (assignment === undefined) throw notFound(id, ROLE_ASSIGNMENT);
  return assignment;
}

function roleTarget(org: Org, { id, type, custom }: RoleAssignment): Target {
  const label = custom ? org.customRoles.get(custom.roleId)?.label : standardRoles[type]?.label;
  return { id, type: 'ROLE', alternateId: 'unknown', displayName: label ?? type };
}
