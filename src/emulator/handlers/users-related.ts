import { ok } from '../answers/answer.js';
import type { App } from '../apps/app.js';
import { launchLinks } from '../apps/app-links.js';
import type { Call, Handler, Handlers } from '../call.js';
import type { Group } from '../groups/group.js';
import { groupView } from '../groups/group-view.js';
import { memberAt } from '../org/json.js';
import { resolved } from '../org/resolved.js';
import { listById } from '../paging/list-by-id.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';

const listUserGroups: Handler = (call) => {
  const { org } = call;
  const { id } = findUser(call);
  return listById<Group>(call, {
    list: 'userGroups',
    itemsAfter: (after) => resolved(org.members.lefts(id, after), org.groups),
    exists: (groupId) => org.groups.get(groupId) !== undefined,
    view: (group) => groupView(group, call),
  });
};

/** The apps that a user sees on the dashboard: active ones that are not hidden. */
const listAppLinks: Handler = (call) => {
  const { org } = call;
  const user = findUser(call);
  const apps = [...resolved(org.appUsers.lefts(user.id), org.apps)].filter(({ status }) => status === 'ACTIVE');
  return ok(apps.flatMap((app) => linksTo(app, user, call)).map((link, sortOrder) => ({ ...link, sortOrder })));
};

function linksTo(app: App, { id }: User, { origin }: Call) {
  return launchLinks(app, origin).map(({ href }) => ({
    id: app.id,
    label: app.label,
    linkUrl: href,
    logoUrl: `${origin}/img/logos/default.png`,
    appName: app.name,
    appInstanceId: app.id,
    appAssignmentId: id,
    credentialsSetup: false,
    hidden: memberAt(app.more, ['visibility', 'hide', 'web']) === true,
  }));
}

/** Nobody is ever blocked, as nobody signs in from an unknown device. */
const listUserBlocks: Handler = (call) => {
  findUser(call);
  return ok([]);
};

/** What belongs to a user. */
export const usersRelated: Handlers = { listUserGroups, listAppLinks, listUserBlocks };
