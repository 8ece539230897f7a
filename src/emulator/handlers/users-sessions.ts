import { noContent } from '../answers/answer.js';
import type { Call, Handler, Handlers } from '../call.js';
import { userTarget } from '../log/targets.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';

const revokeUserSessions: Handler = (call) => clear(call, findUser(call));

const endUserSessions: Handler = (call) => clear(call, call.caller.user);

function clear(call: Call, user: User) {
  call.record('user.session.clear', [userTarget(user)]);
  return noContent();
}

/** Ending the sessions of users. */
export const usersSessions: Handlers = { revokeUserSessions, endUserSessions };
