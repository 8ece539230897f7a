import { noContent } from '../answers/answer.js';
import type { App } from '../apps/app.js';
import { appView } from '../apps/app-view.js';
import type { Call, Handler, Handlers } from '../call.js';
import { applyRules } from '../group-rules/apply-rules.js';
import { excludeFromRules } from '../group-rules/rule-members.js';
import type { Group } from '../groups/group.js';
import { checkManaged, findGroup } from '../groups/group-store.js';
import { joinGroup, leaveGroup } from '../groups/membership.js';
import { resolved } from '../org/resolved.js';
import { listById } from '../paging/list-by-id.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';
import { listedUser } from '../users/user-view.js';

const assignUserToGroup: Handler = (call) => {
  const { group, user } = sidesOf(call);
  joinGroup(call, group.id, user);
  applyRules(call, user);
  return noContent();
};

const unassignUserFromGroup: Handler = (call) => {
  const { group, user } = sidesOf(call);
  excludeFromRules(call.org, group.id, user.id);
  leaveGroup(call, group.id, user);
  applyRules(call, user);
  return noContent();
};

function sidesOf(call: Call): { group: Group; user: User } {
  const sides = { group: findGroup(call), user: findUser(call) };
  checkManaged(sides.group);
  return sides;
}

const listGroupUsers: Handler = (call) => {
  const { org } = call;
  const { id } = findGroup(call);
  return listById<User>(call, {
    list: 'groupMembers',
    itemsAfter: (after) => resolved(org.members.rights(id, after), org.users),
    exists: (userId) => org.users.get(userId) !== undefined,
    view: (user) => listedUser(user, call),
  });
};

const listAssignedApplicationsForGroup: Handler = (call) => {
  const { org } = call;
  const { id } = findGroup(call);
  return listById<App>(call, {
    list: 'groupApps',
    itemsAfter: (after) => resolved(org.appGroups.lefts(id, after), org.apps),
    exists: (appId) => org.apps.get(appId) !== undefined,
    view: (app) => appView(app, call),
  });
};

/** Who is in a group, and which apps that gives them. */
export const groupMembers: Handlers = {
  assignUserToGroup,
  unassignUserFromGroup,
  listGroupUsers,
  listAssignedApplicationsForGroup,
};
