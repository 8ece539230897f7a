import { noContent, ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { bodyOf } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { filtered } from '../paging/cut.js';
import { listInBody } from '../paging/list-in-body.js';
import { assignRole, findRole, revokeRole } from '../roles/assign-role.js';
import { principalKinds } from '../roles/principal.js';
import { type Principal, ROLE_ASSIGNMENT } from '../roles/role-assignment.js';
import { roleView } from '../roles/role-view.js';
import { isAdmin, rolesOf } from '../roles/roles-of.js';

function assign(type: Principal['type']): Handler {
  return (call) => {
    const assignment = assignRole(call, principalKinds[type].find(call), bodyOf(call));
    return { status: 201, body: roleView(assignment, call) };
  };
}

function read(type: Principal['type'], member: string): Handler {
  return (call) => {
    const { principal } = principalKinds[type].find(call);
    return ok(roleView(findRole(call, principal, member), call));
  };
}

function unassign(type: Principal['type'], member: string): Handler {
  return (call) => {
    const found = principalKinds[type].find(call);
    revokeRole(call, found, findRole(call, found.principal, member));
    return noContent();
  };
}

function list(type: 'GROUP' | 'CLIENT'): Handler {
  return (call) => {
    const { id } = principalKinds[type].find(call).principal;
    return ok([...call.org.roleAssignments.values(id)].map((assignment) => roleView(assignment, call)));
  };
}

/** Users have the roles of their groups, too. */
const listAssignedRolesForUser: Handler = (call) => ok(heldBy(call).map((assignment) => roleView(assignment, call)));

const getUserAssignedRole: Handler = (call) => {
  const id = pathMember(call, 'roleId');
  const assignment = heldBy(call).find((held) => held.id === id);
  if (assignment === undefined) throw notFound(id, ROLE_ASSIGNMENT);
  return ok(roleView(assignment, call));
};

function heldBy(call: Call) {
  return rolesOf(call.org, { userId: principalKinds.USER.find(call).principal.id });
}

const listUsersWithRoleAssignments: Handler = (call) => {
  const { org, origin } = call;
  return listInBody(call, {
    list: 'roleAssignees',
    member: 'value',
    itemsAfter: (after) => filtered(org.users.values({ after }), ({ id }) => isAdmin(org, { userId: id })),
    exists: (id) => org.users.get(id) !== undefined,
    view: ({ id }) => ({
      id,
      orn: `orn:okta:directory:${org.facts.id}:users:${id}`,
      _links: {
        self: { href: `${origin}/api/v1/users/${id}` },
        roles: { href: `${origin}/api/v1/users/${id}/roles` },
      },
    }),
  });
};

/** Nothing is granted through governance bundles here. */
const getUserAssignedRoleGovernance: Handler = (call) => {
  findAssignment(call);
  return ok({ grants: [], _links: { self: { href: call.origin + call.uri } } });
};

const getRoleAssignmentGovernanceGrant: Handler = (call) => {
  findAssignment(call);
  throw notFound(pathMember(call, 'grantId'), 'RoleGovernanceGrant');
};

function findAssignment(call: Call): void {
  findRole(call, principalKinds.USER.find(call).principal, 'roleAssignmentId');
}

/** Who may administrate what. */
export const roles: Handlers = {
  assignRoleToUser: assign('USER'),
  assignRoleToGroup: assign('GROUP'),
  assignRoleToClient: assign('CLIENT'),
  listAssignedRolesForUser,
  listGroupAssignedRoles: list('GROUP'),
  listRolesForClient: list('CLIENT'),
  getUserAssignedRole,
  getGroupAssignedRole: read('GROUP', 'roleId'),
  retrieveClientRole: read('CLIENT', 'roleAssignmentId'),
  unassignRoleFromUser: unassign('USER', 'roleId'),
  unassignRoleFromGroup: unassign('GROUP', 'roleId'),
  deleteRoleFromClient: unassign('CLIENT', 'roleAssignmentId'),
  listUsersWithRoleAssignments,
  getUserAssignedRoleGovernance,
  getRoleAssignmentGovernanceGrant,
  getRoleAssignmentGovernanceGrantResources: getRoleAssignmentGovernanceGrant,
};
