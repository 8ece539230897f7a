import { type Answer, noContent, ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { grantByGroup, reviewByGroup } from '../apps/access.js';
import type { App } from '../apps/app.js';
import { appGroupView } from '../apps/app-group-view.js';
import { findApp } from '../apps/app-store.js';
import { APP_GROUP, type AppGroup } from '../apps/assignment.js';
import { placeGroup, removeGroup } from '../apps/group-priorities.js';
import { patched } from '../apps/json-patch.js';
import { objectIn, optionalBodyOf } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import type { Group } from '../groups/group.js';
import { findGroup } from '../groups/group-store.js';
import type { EventType } from '../log/event-types.js';
import { appTarget, groupTarget } from '../log/targets.js';
import { nowIn } from '../org/org.js';
import { resolved } from '../org/resolved.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';

const assignGroupToApplication: Handler = (call) => {
  const { org } = call;
  const app = findApp(call);
  const group = findGroup(call);
  const body = optionalBodyOf(call);
  const before = org.appGroups.get(app.id, group.id);
  const priority = Number.isInteger(body['priority']) ? Number(body['priority']) : (before?.priority ?? Infinity);
  const profile = objectIn(body, 'profile') ?? before?.profile ?? {};
  const event = before ? 'group.application_assignment.update' : 'group.application_assignment.add';
  return save(call, { id: group.id, lastUpdated: nowIn(org), priority, profile }, event);
};

const updateGroupAssignmentToApplication: Handler = (call) => {
  const { appGroup } = assignmentIn(call);
  const change = patched(appGroup, call.body ?? []);
  const changed = { ...appGroup, ...change, lastUpdated: nowIn(call.org) };
  return save(call, changed, 'group.application_assignment.update');
};

function save(call: Call, appGroup: AppGroup, event: EventType): Answer {
  const { org } = call;
  const app = findApp(call);
  const stored = placeGroup(org, app.id, appGroup);
  const members = [...resolved(org.members.rights(appGroup.id), org.users)];
  call.record(event, [groupTarget(findGroup(call)), appTarget(app)]);
  for (const user of members) grantByGroup(call, app.id, user);
  return ok(appGroupView(app, stored, call));
}

const getApplicationGroupAssignment: Handler = (call) => {
  const { app, appGroup } = assignmentIn(call);
  return ok(appGroupView(app, appGroup, call));
};

const unassignApplicationFromGroup: Handler = (call) => {
  const { org } = call;
  const { app, group } = assignmentIn(call);
  removeGroup(org, app.id, group.id);
  call.record('group.application_assignment.remove', [groupTarget(group), appTarget(app)]);
  for (const userId of [...org.members.rights(group.id)]) reviewByGroup(call, app.id, userId);
  return noContent();
};

function assignmentIn(call: Call): { app: App; group: Group; appGroup: AppGroup } {
  const app = findApp(call);
  const group = findGroup(call);
  const appGroup = call.org.appGroups.get(app.id, group.id);
  if (appGroup === undefined) throw notFound(group.id, APP_GROUP);
  return { app, group, appGroup };
}

const listApplicationGroupAssignments: Handler = (call) => {
  const { org } = call;
  const app = findApp(call);
  const wanted = (call.query.get('q') ?? '').toLowerCase();
  const keep = ({ id }: AppGroup) => (org.groups.get(id)?.profile.name ?? '').toLowerCase().startsWith(wanted);
  return listById<AppGroup>(call, {
    list: 'appGroups',
    itemsAfter: (after) => filtered(org.appGroups.values(app.id, after), keep),
    exists: (groupId) => org.groups.get(groupId) !== undefined,
    view: (appGroup) => appGroupView(app, appGroup, call),
  });
};

/** Groups of apps. */
export const appGroups: Handlers = {
  assignGroupToApplication,
  updateGroupAssignmentToApplication,
  getApplicationGroupAssignment,
  unassignApplicationFromGroup,
  listApplicationGroupAssignments,
};
