import type { Call } from '../call.js';
import { groupView } from '../groups/group-view.js';
import { resolved } from '../org/resolved.js';
import { catalogView } from './catalog-view.js';
import type { Principal, RoleAssignment } from './role-assignment.js';
import { standardRoles } from './standard-roles.js';

const addresses: Readonly<Record<Principal['type'], string>> = {
  USER: 'api/v1/users',
  GROUP: 'api/v1/groups',
  CLIENT: 'oauth2/v1/clients',
};

/**
 * @param principal - a user, a group or a service app
 * @param origin - of the link
 * @returns its address
 */
export function addressOf({ type, id }: Principal, origin: string): string {
  return `${origin}/${addresses[type]}/${id}`;
}

/**
 * An assigned role as it is answered.
 *
 * @param assignment - the assignment
 * @param call - the request; its `expand` may ask for the targets
 * @returns the JSON
 */
export function roleView(assignment: RoleAssignment, call: Call) {
  const { id, type, principal, created, lastUpdated, custom } = assignment;
  const standard = standardRoles[type];
  const label = custom ? call.org.customRoles.get(custom.roleId)?.label : standard?.label;
  return {
    id,
    label,
    type,
    ...(custom && { role: custom.roleId, 'resource-set': custom.resourceSetId }),
    ...(standard?.resourceSet !== undefined && { role: type, 'resource-set': standard.resourceSet }),
    status: 'ACTIVE',
    created,
    lastUpdated,
    assignmentType: principal.type,
    ...embedded(assignment, call),
    _links: { assignee: { href: addressOf(principal, call.origin) }, ...customLinks(assignment, call) },
  };
}

function customLinks({ id, custom }: RoleAssignment, { origin }: Call) {
  if (custom === undefined) return {};
  const role = `${origin}/api/v1/iam/roles/${custom.roleId}`;
  const set = `${origin}/api/v1/iam/resource-sets/${custom.resourceSetId}`;
  return {
    role: { href: role },
    'resource-set': { href: set },
    permissions: { href: `${role}/permissions` },
    member: { href: `${set}/bindings/${custom.roleId}/members/${id}` },
  };
}

function embedded({ groupTargets, appTargets }: RoleAssignment, call: Call) {
  const expand = call.query.get('expand');
  if (expand === 'targets/groups') {
    const plain = { ...call, query: new URLSearchParams() };
    const groups = [...resolved(groupTargets, call.org.groups)].map((group) => groupView(group, plain));
    return { _embedded: { targets: { groups } } };
  }
  if (expand !== 'targets/catalog/apps') return {};
  return { _embedded: { targets: { catalog: { apps: appTargets.map((target) => catalogView(target, call)) } } } };
}
