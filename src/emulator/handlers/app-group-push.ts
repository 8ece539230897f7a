import { ok } from '../answers/answer.js';
import { invalid } from '../answers/fault.js';
import { findApp } from '../apps/app-store.js';
import { findGroupPush, type GroupPushMapping, groupPushFrom, groupPushView, pushTime } from '../apps/group-push.js';
import { bodyOf, switchIn, textIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { dropGroup } from '../groups/group-store.js';
import { appTarget, groupTarget } from '../log/targets.js';
import type { Org } from '../org/org.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';

const listGroupPushMappings: Handler = (call) => {
  const { groupPushMappings } = call.org;
  const app = findApp(call);
  const keep = asked(call);
  return listById(call, {
    list: 'groupPushMappings',
    itemsAfter: (after) => filtered(groupPushMappings.values(app.id, after), keep),
    exists: (id) => groupPushMappings.get(app.id, id) !== undefined,
    view: (mapping) => groupPushView(mapping, app, call),
  });
};

function asked({ query }: Call): (mapping: GroupPushMapping) => boolean {
  const [status, source, since] = ['status', 'sourceGroupId', 'lastUpdated'].map((name) => query.get(name) ?? '');
  const from = Date.parse(since ?? '');
  return (mapping) =>
    (status === '' || mapping.status === status) &&
    (source === '' || mapping.sourceGroupId === source) &&
    !(Date.parse(mapping.lastUpdated) < from);
}

const getGroupPushMapping: Handler = (call) => {
  const app = findApp(call);
  return ok(groupPushView(findGroupPush(call, app), app, call));
};

const createGroupPushMapping: Handler = (call) => {
  const app = findApp(call);
  const mapping = groupPushFrom(call.org, app, bodyOf(call));
  call.org.groupPushMappings.set(app.id, mapping.id, mapping);
  call.record('application.lifecycle.update', [appTarget(app)]);
  return ok(groupPushView(mapping, app, call));
};

const updateGroupPushMapping: Handler = (call) => {
  const app = findApp(call);
  const before = findGroupPush(call, app);
  const status = textIn(bodyOf(call), 'status') === 'INACTIVE' ? ('INACTIVE' as const) : ('ACTIVE' as const);
  const mapping = { ...before, status, lastUpdated: pushTime(call.org) };
  call.org.groupPushMappings.set(app.id, mapping.id, mapping);
  call.record('application.lifecycle.update', [appTarget(app)]);
  return ok(groupPushView(mapping, app, call));
};

const deleteGroupPushMapping: Handler = (call) => {
  const app = findApp(call);
  const mapping = findGroupPush(call, app);
  const withGroup = switchIn(call, 'deleteTargetGroup', false);
  if (mapping.status === 'ACTIVE') throw invalid('status', 'The mapping must be inactive before it can be deleted');
  call.org.groupPushMappings.delete(app.id, mapping.id);
  call.record('application.lifecycle.update', [appTarget(app)]);
  if (withGroup) dropTarget(call, mapping);
  return { status: 200 };
};

/** Only groups of apps are targets that may go with their mapping. */
function dropTarget({ org, record }: Call, { targetGroupId }: GroupPushMapping): void {
  const group = org.groups.get(targetGroupId);
  if (group?.type !== 'APP_GROUP' || isPushed(org, targetGroupId)) return;
  for (const userId of [...org.members.rights(group.id)]) org.members.delete(group.id, userId);
  dropGroup(org, group);
  record('group.lifecycle.delete', [groupTarget(group)]);
}

function isPushed({ apps, groupPushMappings }: Org, groupId: string): boolean {
  for (const { id } of apps.values()) {
    for (const { targetGroupId } of groupPushMappings.values(id)) if (targetGroupId === groupId) return true;
  }
  return false;
}

/** Groups whose members apps are told. */
export const appGroupPush: Handlers = {
  listGroupPushMappings,
  getGroupPushMapping,
  createGroupPushMapping,
  updateGroupPushMapping,
  deleteGroupPushMapping,
};
