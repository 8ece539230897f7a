import { noContent, ok } from '../answers/answer.js';
import { BLANK, invalid, notFound } from '../answers/fault.js';
import { bodyOf, textIn, textsIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { Org } from '../org/org.js';
import { listInBody } from '../paging/list-in-body.js';
import { type BindingKey, bindingPath, ensureBinding } from '../resource-sets/binding.js';
import { findResourceSet } from '../resource-sets/resource-set-store.js';
import { bindingLinks, memberView, setAddress } from '../resource-sets/views.js';
import { grantCustomRole, revokeRole } from '../roles/assign-role.js';
import { customRoleNamed } from '../roles/custom-role-store.js';
import { type FoundPrincipal, principalAt, principalKinds } from '../roles/principal.js';
import type { RoleAssignment } from '../roles/role-assignment.js';
import { addressOf } from '../roles/role-view.js';

const BINDING = 'IAMBinding';

const createResourceSetBinding: Handler = (call) => {
  const { id: resourceSetId } = findResourceSet(call);
  const body = bodyOf(call);
  const name = textIn(body, 'role') ?? '';
  if (name === '') throw invalid('role', BLANK);
  const key = { resourceSetId, roleId: customRoleNamed(call.org, name).id };
  const members = principalsIn(call, textsIn(body, 'members'));
  ensureBinding(call.org, key);
  addMembers(call, key, members);
  return ok({ _links: bindingLinks(key, call.origin) });
};

const addMembersToBinding: Handler = (call) => {
  const key = bindingIn(call);
  addMembers(call, key, principalsIn(call, textsIn(bodyOf(call), 'additions')));
  return ok({ _links: bindingLinks(key, call.origin) });
};

function principalsIn({ org }: Call, addresses: readonly string[]): FoundPrincipal[] {
  return addresses.map((address) => {
    const found = principalAt(org, address);
    if (found === undefined) throw invalid('members', `'${address}' is not a user, a group or a client`);
    principalKinds[found.principal.type].check(org, found.principal.id);
    return found;
  });
}

/** Who is a member already stays one. */
function addMembers(call: Call, key: BindingKey, found: readonly FoundPrincipal[]): void {
  const { org, record } = call;
  const members = new Set(membersOf(org, key).map(({ principal }) => principal.id));
  for (const { principal, target } of found) {
    if (members.has(principal.id)) continue;
    members.add(principal.id);
    grantCustomRole(org, principal, key);
    record('iam.resourceset.bindings.add', [target, bindingTarget(org, key)]);
  }
}

function membersOf(org: Org, key: BindingKey): RoleAssignment[] {
  const path = bindingPath(key);
  return [...org.bindingMembers.rights(path)].flatMap(
    (memberId) => org.roleAssignments.get(org.bindingMembers.get(path, memberId) ?? '', memberId) ?? [],
  );
}

function bindingIn(call: Call): BindingKey {
  const { id: resourceSetId } = findResourceSet(call);
  const { id: roleId } = customRoleNamed(call.org, pathMember(call, 'roleIdOrLabel'));
  if (call.org.bindings.get(resourceSetId, roleId) === undefined) throw notFound(roleId, BINDING);
  return { resourceSetId, roleId };
}

function bindingTarget({ customRoles }: Org, { roleId }: BindingKey) {
  return { id: roleId, type: 'ROLE', alternateId: 'unknown', displayName: customRoles.get(roleId)?.label ?? roleId };
}

const getBinding: Handler = (call) => {
  const key = bindingIn(call);
  return ok({ id: key.roleId, _links: bindingLinks(key, call.origin) });
};

const deleteBinding: Handler = (call) => {
  const key = bindingIn(call);
  for (const member of membersOf(call.org, key)) dismiss(call, member);
  call.org.bindings.delete(key.resourceSetId, key.roleId);
  call.record('iam.resourceset.bindings.delete', [bindingTarget(call.org, key)]);
  return noContent();
};

function dismiss(call: Call, member: RoleAssignment): void {
  const found = principalAt(call.org, addressOf(member.principal, call.origin));
  if (found) revokeRole(call, found, member);
}

const listBindings: Handler = (call) => {
  const { org, origin } = call;
  const { id } = findResourceSet(call);
  return listInBody(call, {
    list: 'bindings',
    member: 'roles',
    itemsAfter: (after) => org.bindings.values(id, after),
    exists: (roleId) => org.bindings.get(id, roleId) !== undefined,
    view: (binding) => ({ id: binding.id, _links: bindingLinks({ resourceSetId: id, roleId: binding.id }, origin) }),
    links: { self: { href: origin + call.uri }, 'resource-set': { href: setAddress(id, origin) } },
  });
};

const listMembersOfBinding: Handler = (call) => {
  const key = bindingIn(call);
  const members = membersOf(call.org, key);
  return listInBody(call, {
    list: 'bindingMembers',
    member: 'members',
    itemsAfter: (after = '') => members.filter(({ id }) => id > after),
    exists: (id) => members.some((member) => member.id === id),
    view: (member) => memberView(member, call.origin),
    links: { self: { href: call.origin + call.uri }, binding: bindingLinks(key, call.origin)['self'] },
  });
};

function memberIn(call: Call): RoleAssignment {
  const id = pathMember(call, 'memberId');
  const member = membersOf(call.org, bindingIn(call)).find((other) => other.id === id);
  if (member === undefined) throw notFound(id, 'IAMBindingMember');
  return member;
}

const getMemberOfBinding: Handler = (call) => ok(memberView(memberIn(call), call.origin));

const unassignMemberFromBinding: Handler = (call) => {
  dismiss(call, memberIn(call));
  return noContent();
};

/** Custom roles that are assigned for resource sets. */
export const bindings: Handlers = {
  createResourceSetBinding,
  addMembersToBinding,
  getBinding,
  deleteBinding,
  listBindings,
  listMembersOfBinding,
  getMemberOfBinding,
  unassignMemberFromBinding,
};
