import { noContent, page } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { APP } from '../apps/app.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { GROUP } from '../groups/group.js';
import { groupById } from '../groups/group-store.js';
import { groupView } from '../groups/group-view.js';
import { resolved } from '../org/resolved.js';
import { readLimit } from '../paging/read-limit.js';
import { findRole } from '../roles/assign-role.js';
import { catalogView } from '../roles/catalog-view.js';
import { principalKinds } from '../roles/principal.js';
import type { AppTarget, Principal, RoleAssignment } from '../roles/role-assignment.js';
import { checkTargets, isSameApp, limitRole, withoutTarget } from '../roles/role-targets.js';

/** What the path of one kind of principal calls its parts. */
interface Names {
  readonly type: Principal['type'];
  readonly role: string;
  readonly group: string;
  readonly app: string;
}

const user: Names = { type: 'USER', role: 'roleId', group: 'groupId', app: 'applicationId' };
const group: Names = { type: 'GROUP', role: 'roleId', group: 'targetGroupId', app: 'applicationId' };
const client: Names = { type: 'CLIENT', role: 'roleAssignmentId', group: 'groupId', app: 'appId' };

function roleIn(call: Call, { type, role }: Names, kind: 'groups' | 'apps'): RoleAssignment {
  const assignment = findRole(call, principalKinds[type].find(call).principal, role);
  checkTargets(assignment, kind);
  return assignment;
}

function listGroups(names: Names): Handler {
  return (call) => {
    const { groupTargets } = roleIn(call, names, 'groups');
    return paged(call, [...resolved(groupTargets, call.org.groups)], (target) => groupView(target, call));
  };
}

function addGroup(names: Names): Handler {
  return (call) => {
    const role = roleIn(call, names, 'groups');
    const { id } = groupById(call.org, pathMember(call, names.group));
    limitRole(call.org, role, { groupTargets: [...new Set([...role.groupTargets, id])] });
    return noContent();
  };
}

function removeGroup(names: Names): Handler {
  return (call) => {
    const role = roleIn(call, names, 'groups');
    const id = pathMember(call, names.group);
    limitRole(call.org, role, {
      groupTargets: withoutTarget(role.groupTargets, (target) => target === id, [id, GROUP]),
    });
    return noContent();
  };
}

function listApps(names: Names): Handler {
  return (call) => paged(call, roleIn(call, names, 'apps').appTargets, (target) => catalogView(target, call));
}

function addApp(names: Names): Handler {
  return (call) => {
    const role = roleIn(call, names, 'apps');
    const target = targetIn(call, names);
    const others = role.appTargets.filter((other) => !isSameApp(other, target));
    limitRole(call.org, role, { appTargets: [...others, target] });
    return noContent();
  };
}

function removeApp(names: Names): Handler {
  return (call) => {
    const role = roleIn(call, names, 'apps');
    const [name, id] = [pathMember(call, 'appName'), call.path[names.app]];
    const gone = (target: AppTarget) => target.name === name && target.id === id;
    limitRole(call.org, role, { appTargets: withoutTarget(role.appTargets, gone, [id ?? name, APP]) });
    return noContent();
  };
}

/** An app of the catalog, or one app of the org if the path names it. */
function targetIn(call: Call, names: Names): AppTarget {
  const [name, id] = [pathMember(call, 'appName'), call.path[names.app]];
  if (id === undefined) return { name };
  if (call.org.apps.get(id)?.name !== name) throw notFound(id, APP);
  return { name, id };
}

const assignAllAppsAsTargetToRoleForUser: Handler = (call) => {
  limitRole(call.org, roleIn(call, user, 'apps'), { appTargets: [] });
  return noContent();
};

const getRoleTargetsByUserIdAndRoleId: Handler = (call) => {
  const { principal } = principalKinds.USER.find(call);
  const { groupTargets, appTargets } = findRole(call, principal, 'roleIdOrEncodedRoleId');
  const wanted = call.query.get('assignmentType') ?? principal.type;
  const { id } = call.org.facts;
  const orns = [
    ...groupTargets.map((groupId) => [`groups:${groupId}`, `groups/${groupId}`]),
    ...appTargets.map((app) => [`apps:${app.name}${app.id ? `:${app.id}` : ''}`, `apps/${app.id ?? ''}`]),
  ];
  const targets = wanted === principal.type ? orns : [];
  return paged(call, targets, ([orn, path]) => ({
    assignmentType: principal.type,
    orn: `orn:okta:directory:${id}:${orn}`,
    _links: { self: { href: `${call.origin}/api/v1/${path}` } },
  }));
};

/** Targets have no order of their own, so a cursor is a place in the list. */
function paged<T>(call: Call, targets: readonly T[], view: (target: T) => unknown) {
  const limit = readLimit(call, 'roleTargets');
  const start = Number(call.query.get('after') ?? 0) || 0;
  const next = start + limit < targets.length ? String(start + limit) : undefined;
  return page(targets.slice(start, start + limit).map(view), { limit, next });
}

/** What roles are limited to. */
export const roleTargets: Handlers = {
  listGroupTargetsForRole: listGroups(user),
  listGroupTargetsForGroupRole: listGroups(group),
  listGroupTargetRoleForClient: listGroups(client),
  assignGroupTargetToUserRole: addGroup(user),
  assignGroupTargetToGroupAdminRole: addGroup(group),
  assignGroupTargetRoleForClient: addGroup(client),
  unassignGroupTargetFromUserAdminRole: removeGroup(user),
  unassignGroupTargetFromGroupAdminRole: removeGroup(group),
  removeGroupTargetRoleFromClient: removeGroup(client),
  listApplicationTargetsForApplicationAdministratorRoleForUser: listApps(user),
  listApplicationTargetsForApplicationAdministratorRoleForGroup: listApps(group),
  listAppTargetRoleToClient: listApps(client),
  assignAppTargetToAdminRoleForUser: addApp(user),
  assignAppTargetToAdminRoleForGroup: addApp(group),
  assignAppTargetRoleToClient: addApp(client),
  assignAppInstanceTargetToAppAdminRoleForUser: addApp(user),
  assignAppInstanceTargetToAppAdminRoleForGroup: addApp(group),
  assignAppTargetInstanceRoleForClient: addApp(client),
  unassignAppTargetFromAppAdminRoleForUser: removeApp(user),
  unassignAppTargetToAdminRoleForGroup: removeApp(group),
  removeAppTargetRoleFromClient: removeApp(client),
  unassignAppInstanceTargetFromAdminRoleForUser: removeApp(user),
  unassignAppInstanceTargetToAppAdminRoleForGroup: removeApp(group),
  removeAppTargetInstanceRoleForClient: removeApp(client),
  assignAllAppsAsTargetToRoleForUser,
  getRoleTargetsByUserIdAndRoleId,
};
