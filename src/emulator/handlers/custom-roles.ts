import { noContent, ok } from '../answers/answer.js';
import { BLANK, invalid, notFound, TAKEN } from '../answers/fault.js';
import { bodyOf, optionalBodyOf, textIn, textsIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { EventType } from '../log/event-types.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { listInBody } from '../paging/list-in-body.js';
import { type CustomRole, findCustomRole, type RolePermission } from '../roles/custom-role-store.js';

const PERMISSION = /^okta(?:\.[A-Za-z0-9]+)+$/;

const createRole: Handler = (call) => {
  const body = bodyOf(call);
  const names = readNames(call, body);
  const sent = textsIn(body, 'permissions');
  if (sent.length === 0) throw invalid('permissions', BLANK);
  const now = nowIn(call.org);
  const permissions = Object.fromEntries(sent.map((name) => [checkedName(name), newPermission(call.org, null)]));
  const role = { id: call.org.ids.next('cr0'), ...names, created: now, lastUpdated: now, permissions };
  return ok(roleView(save(call, role, 'iam.role.create'), call));
};

/** Label and description; no two roles share a label. */
function readNames({ org }: Call, body: JsonObject, before?: CustomRole): Pick<CustomRole, 'label' | 'description'> {
  const label = textIn(body, 'label') ?? '';
  const description = textIn(body, 'description') ?? '';
  if (label.trim() === '') throw invalid('label', BLANK);
  if (description.trim() === '') throw invalid('description', BLANK);
  const taken = [...org.customRoles.values()].some((other) => other.label === label && other.id !== before?.id);
  if (taken) throw invalid('label', TAKEN);
  return { label, description };
}

function checkedName(name: string): string {
  if (!PERMISSION.test(name)) throw invalid('permissions', `'${name}' is not a permission`);
  return name;
}

function newPermission(org: Org, conditions: unknown): RolePermission {
  const now = nowIn(org);
  return { created: now, lastUpdated: now, conditions };
}

function save({ org, record }: Call, role: CustomRole, event: EventType): CustomRole {
  org.customRoles.set(role.id, role);
  record(event, [{ id: role.id, type: 'ROLE', alternateId: 'unknown', displayName: role.label }]);
  return role;
}

const getRole: Handler = (call) => ok(roleView(findCustomRole(call), call));

const replaceRole: Handler = (call) => {
  const before = findCustomRole(call);
  const role = { ...before, ...readNames(call, bodyOf(call), before), lastUpdated: nowIn(call.org) };
  return ok(roleView(save(call, role, 'iam.role.update'), call));
};

const deleteRole: Handler = (call) => {
  const { org } = call;
  const role = findCustomRole(call);
  for (const setId of org.bindings.lefts(role.id)) {
    if (org.bindingMembers.count(`${setId}/${role.id}`) > 0) throw invalid('role', 'The role is assigned');
  }
  for (const setId of [...org.bindings.lefts(role.id)]) org.bindings.delete(setId, role.id);
  save(call, role, 'iam.role.delete');
  org.customRoles.delete(role.id);
  return noContent();
};

const listRoles: Handler = (call) => {
  const { customRoles } = call.org;
  return listInBody(call, {
    list: 'customRoles',
    member: 'roles',
    itemsAfter: (after) => customRoles.values({ after }),
    exists: (id) => customRoles.get(id) !== undefined,
    view: (role) => roleView(role, call),
  });
};

function roleView({ id, label, description, created, lastUpdated }: CustomRole, { origin }: Call) {
  const self = addressOf(id, origin);
  const _links = { permissions: { href: `${self}/permissions` }, self: { href: self } };
  return { id, label, description, created, lastUpdated, _links };
}

function addressOf(id: string, origin: string): string {
  return `${origin}/api/v1/iam/roles/${id}`;
}

const listRolePermissions: Handler = (call) => {
  const role = findCustomRole(call);
  const permissions = Object.keys(role.permissions).map((name) => permissionView(role, name, call));
  return ok({ permissions });
};

const getRolePermission: Handler = (call) => {
  const { role, name } = permissionIn(call);
  return ok(permissionView(role, name, call));
};

function permissionIn(call: Call): { role: CustomRole; name: string } {
  const role = findCustomRole(call);
  const name = pathMember(call, 'permissionType');
  if (!Object.hasOwn(role.permissions, name)) throw notFound(name, 'Permission');
  return { role, name };
}

const createRolePermission: Handler = (call) => {
  setPermission(call, findCustomRole(call), checkedName(pathMember(call, 'permissionType')));
  return noContent();
};

const replaceRolePermission: Handler = (call) => {
  const { role, name } = permissionIn(call);
  return ok(permissionView(setPermission(call, role, name), name, call));
};

function setPermission(call: Call, role: CustomRole, name: string): CustomRole {
  const { conditions = null } = optionalBodyOf(call);
  const created = role.permissions[name]?.created;
  const permission = { ...newPermission(call.org, conditions), ...(created !== undefined && { created }) };
  const permissions = { ...role.permissions, [name]: permission };
  return save(call, { ...role, permissions, lastUpdated: nowIn(call.org) }, 'iam.role.permissions.add');
}

const deleteRolePermission: Handler = (call) => {
  const { role, name } = permissionIn(call);
  const { [name]: _, ...permissions } = role.permissions;
  if (Object.keys(permissions).length === 0) throw invalid('permissions', 'A role must have at least one permission');
  save(call, { ...role, permissions, lastUpdated: nowIn(call.org) }, 'iam.role.permissions.delete');
  return noContent();
};

function permissionView({ id, permissions }: CustomRole, name: string, { origin }: Call) {
  const role = addressOf(id, origin);
  const _links = { self: { href: `${role}/permissions/${name}` }, role: { href: role } };
  return { label: name, ...permissions[name], _links };
}

/** Roles that admins put together. */
export const customRoles: Handlers = {
  createRole,
  getRole,
  replaceRole,
  deleteRole,
  listRoles,
  listRolePermissions,
  getRolePermission,
  createRolePermission,
  replaceRolePermission,
  deleteRolePermission,
};
