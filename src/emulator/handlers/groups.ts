import { noContent, ok } from '../answers/answer.js';
import { reviewByGroup } from '../apps/access.js';
import { removeGroup } from '../apps/group-priorities.js';
import { bodyOf, objectIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { applyRules } from '../group-rules/apply-rules.js';
import { invalidateRules } from '../group-rules/invalidate-rules.js';
import type { Group } from '../groups/group.js';
import { forgetOwners } from '../groups/group-owner.js';
import { addGroup, checkManaged, dropGroup, findGroup, groupProfileFrom, putGroup } from '../groups/group-store.js';
import { groupView } from '../groups/group-view.js';
import { groupTarget } from '../log/targets.js';
import { nowIn } from '../org/org.js';
import { resolved } from '../org/resolved.js';
import { forgetRoles } from '../roles/assign-role.js';

const createGroup: Handler = (call) => {
  const profile = groupProfileFrom(call.org, objectIn(bodyOf(call), 'profile') ?? {});
  const group = addGroup(call.org, profile);
  call.record('group.lifecycle.create', [groupTarget(group)]);
  return ok(groupView(group, call));
};

const getGroup: Handler = (call) => ok(groupView(findGroup(call), call));

const replaceGroup: Handler = (call) => {
  const before = findGroup(call);
  checkManaged(before);
  const profile = groupProfileFrom(call.org, objectIn(bodyOf(call), 'profile') ?? {});
  const group = { ...before, profile, lastUpdated: nowIn(call.org) };
  putGroup(call.org, group);
  call.record('group.profile.update', [groupTarget(group)]);
  return ok(groupView(group, call));
};

const deleteGroup: Handler = (call) => {
  const group = findGroup(call);
  checkManaged(group);
  dissolve(call, group);
  return noContent();
};

/** Members lose the apps that they had through this group alone. */
function dissolve(call: Call, group: Group): void {
  const { org, record } = call;
  const appIds = [...org.appGroups.lefts(group.id)];
  const userIds = [...org.members.rights(group.id)];
  record('group.lifecycle.delete', [groupTarget(group)]);
  for (const appId of appIds) removeGroup(org, appId, group.id);
  for (const userId of userIds) {
    org.members.delete(group.id, userId);
    for (const appId of appIds) reviewByGroup(call, appId, userId);
  }
  forgetRoles(org, group.id);
  forgetOwners(org, group.id);
  dropGroup(org, group);
  invalidateRules(org);
  for (const user of [...resolved(userIds, org.users)]) applyRules(call, user);
}

/** Reading and writing single groups. */
export const groups: Handlers = { createGroup, getGroup, replaceGroup, deleteGroup };
