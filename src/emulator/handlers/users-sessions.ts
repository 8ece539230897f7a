import { noContent } from '../answers/answer.js';
import { type Call, callingUser, type Handler, type Handlers } from '../call.js';
import { userTarget } from '../log/targets.js';
import { closeSessions } from '../sessions/session-store.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';

const revokeUserSessions: Handler = (call) => clear(call, findUser(call));

const endUserSessions: Handler = (call) => clear(call, callingUser(call));

function clear(call: Call, user: User) {
  closeSessions(call.org, user.id);
  call.record('user.session.clear', [userTarget(user)]);
  return noContent();
}

/** Ending the sessions of users. */
export const usersSessions: Handlers = { revokeUserSessions, endUserSessions };
