import { type Answer, noContent, ok } from '../answers/answer.js';
import { BLANK, fail, invalid, notFound } from '../answers/fault.js';
import { grantByGroup, grantingGroup, mayUseApps, newAppUser, revoke } from '../apps/access.js';
import type { App } from '../apps/app.js';
import { findApp } from '../apps/app-store.js';
import { appUserName } from '../apps/app-user-name.js';
import { appUserView, embeddedOwner } from '../apps/app-user-view.js';
import { APP_USER, type AppUser } from '../apps/assignment.js';
import { changedAppUser } from '../apps/read-app-user.js';
import { bodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { EventType } from '../log/event-types.js';
import { appTarget, appUserTarget, userTarget } from '../log/targets.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';
import { USER, type User } from '../users/user.js';
import { findUser, userNamed } from '../users/user-store.js';

/** A user, an app, and how the one is assigned to the other. */
interface Membership {
  readonly app: App;
  readonly user: User;
  readonly appUser: AppUser;
}

/** Assigning a user twice updates; assigning one who came through a group makes the assignment direct. */
const assignUserToApplication: Handler = (call) => {
  const { org } = call;
  const app = findApp(call);
  const user = userIn(call);
  const before = org.appUsers.get(app.id, user.id);
  const made = before ?? newAppUser(org, { userId: user.id, scope: 'USER', userName: appUserName(app, user) });
  const appUser = changedAppUser(org, { app, appUser: { ...made, scope: 'USER' } }, bodyOf(call));
  const event = before ? 'application.user_membership.update' : 'application.user_membership.add';
  return save(call, { app, user, appUser }, event);
};

function userIn(call: Call): User {
  const id = textIn(bodyOf(call), 'id') ?? '';
  if (id === '') throw invalid('id', BLANK);
  const user = userNamed(call.org, id);
  if (user === undefined) throw notFound(id, USER);
  if (!mayUseApps(user)) throw fail('E0000117');
  return user;
}

const updateApplicationUser: Handler = (call) => {
  const { app, user, appUser } = membershipIn(call);
  const changed = changedAppUser(call.org, { app, appUser }, bodyOf(call));
  return save(call, { app, user, appUser: changed }, 'application.user_membership.update');
};

function save(call: Call, { app, user, appUser }: Membership, event: EventType): Answer {
  call.org.appUsers.set(app.id, user.id, appUser);
  call.record(event, [appUserTarget(appUser, user), appTarget(app), userTarget(user)]);
  return ok(appUserView(app, appUser, call));
}

const getApplicationUser: Handler = (call) => {
  const { app, appUser } = membershipIn(call);
  return ok({ ...appUserView(app, appUser, call), ...embeddedOwner(appUser, call) });
};

/** Whoever is in an assigned group keeps the app, now through the group. */
const unassignUserFromApplication: Handler = (call) => {
  const { app, user, appUser } = membershipIn(call);
  revoke(call, app.id, user.id);
  if (appUser.scope === 'USER' && grantingGroup(call.org, app.id, user.id)) grantByGroup(call, app.id, user);
  return noContent();
};

function membershipIn(call: Call): Membership {
  const app = findApp(call);
  const user = findUser(call);
  const appUser = call.org.appUsers.get(app.id, user.id);
  if (appUser === undefined) throw notFound(pathMember(call, 'userId'), APP_USER);
  return { app, user, appUser };
}

const listApplicationUsers: Handler = (call) => {
  const { org } = call;
  const app = findApp(call);
  const keep = foundBy(call);
  return listById<AppUser>(call, {
    list: 'appUsers',
    itemsAfter: (after) => filtered(org.appUsers.values(app.id, after), keep),
    exists: (userId) => org.users.get(userId) !== undefined,
    view: (appUser) => ({ ...appUserView(app, appUser, call), ...embeddedOwner(appUser, call) }),
  });
};

/** `q` finds the beginning of the name in the app, or of the names and the address of the user. */
function foundBy({ query, org }: Call): (appUser: AppUser) => boolean {
  const wanted = (query.get('q') ?? '').toLowerCase();
  return ({ id, userName }) => {
    const profile = org.users.get(id)?.profile;
    const names = ['firstName', 'lastName', 'email'].map((name) => profile?.[name]);
    return [userName, ...names].some((text) =>
      String(text ?? '')
        .toLowerCase()
        .startsWith(wanted),
    );
  };
}

/** Users of apps. */
export const appUsers: Handlers = {
  assignUserToApplication,
  updateApplicationUser,
  getApplicationUser,
  unassignUserFromApplication,
  listApplicationUsers,
};
