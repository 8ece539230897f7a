import { notFound } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import type { Org } from '../org/org.js';

/** A permission of a custom role. */
export interface RolePermission {
  readonly created: string;
  readonly lastUpdated: string;
  /** Limits it to some attributes, e.g. of users. */
  readonly conditions: unknown;
}

/** A role that admins put together. */
export interface CustomRole {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly created: string;
  readonly lastUpdated: string;
  /** By name, e.g. `okta.users.read`. */
  readonly permissions: Readonly<Record<string, RolePermission>>;
}

const CUSTOM_ROLE = 'CustomRole';

/**
 * @param org - where to look
 * @param name - id or label
 * @returns the role
 * @throws Fault `E0000007` if there is none
 */
export function customRoleNamed(org: Org, name: string): CustomRole {
  const role = org.customRoles.get(name) ?? [...org.customRoles.values()].find(({ label }) => label === name);
  if (role === undefined) throw notFound(name, CUSTOM_ROLE);
  return role;
}

/**
 * Finds the role that a request names.
 *
 * @param call - the request
 * @returns the role
 * @throws Fault `E0000007` if there is none
 */
export function findCustomRole(call: Call): CustomRole {
  return customRoleNamed(call.org, pathMember(call, 'roleIdOrLabel'));
}
