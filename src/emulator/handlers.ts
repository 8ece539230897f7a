import type { Handlers } from './call.js';
import { appGroups } from './handlers/app-groups.js';
import { appUsers } from './handlers/app-users.js';
import { apps } from './handlers/apps.js';
import { appsLifecycle } from './handlers/apps-lifecycle.js';
import { appsList } from './handlers/apps-list.js';
import { groupMembers } from './handlers/group-members.js';
import { groups } from './handlers/groups.js';
import { groupsList } from './handlers/groups-list.js';
import { logs } from './handlers/logs.js';
import { users } from './handlers/users.js';
import { usersCredentials } from './handlers/users-credentials.js';
import { usersLifecycle } from './handlers/users-lifecycle.js';
import { usersList } from './handlers/users-list.js';
import { usersPassword } from './handlers/users-password.js';
import { usersRelated } from './handlers/users-related.js';
import { usersSessions } from './handlers/users-sessions.js';

/** What the emulator can do, by operation. A new file of handlers is a line here. */
export const handlers: Handlers = {
  ...users,
  ...usersList,
  ...usersLifecycle,
  ...usersPassword,
  ...usersCredentials,
  ...usersSessions,
  ...usersRelated,
  ...groups,
  ...groupsList,
  ...groupMembers,
  ...apps,
  ...appsList,
  ...appsLifecycle,
  ...appUsers,
  ...appGroups,
  ...logs,
};
