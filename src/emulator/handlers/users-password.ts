import { type Answer, ok } from '../answers/answer.js';
import { fail } from '../answers/fault.js';
import { issueRecoveryToken, mailToken } from '../authn/recovery-mail.js';
import { objectIn, optionalBodyOf, switchIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { userTarget } from '../log/targets.js';
import { nowIn } from '../org/org.js';
import { closeSessions } from '../sessions/session-store.js';
import { temporaryPassword } from '../users/one-time-tokens.js';
import { ownPassword, withPassword } from '../users/password.js';
import { checkStatus, moveUser } from '../users/transitions.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';
import { userView } from '../users/user-view.js';

const generateResetPasswordToken: Handler = (call) => {
  const user = findUser(call);
  checkStatus(user, 'generateResetPasswordToken');
  if (wantsFederation(call)) return federate(call, user);
  const moved = moveUser(call.org, user, { status: 'RECOVERY' });
  call.record('user.account.reset_password', [userTarget(moved)]);
  if (switchIn(call, 'revokeSessions', false)) closeSessions(call.org, user.id);
  if (!switchIn(call, 'sendEmail', true)) {
    const token = issueRecoveryToken(call.org, moved, 'PASSWORD');
    return ok({ resetPasswordUrl: `${call.origin}/reset_password/${token}` });
  }
  mailToken(call.org, { user: moved, recoveryType: 'PASSWORD', origin: call.origin });
  return ok();
};

function wantsFederation(call: Call): boolean {
  const sent = objectIn(optionalBodyOf(call), 'provider')?.['type'] ?? call.query.get('provider');
  return sent === 'FEDERATION';
}

/** From here on another identity provider checks the password, so the one kept here goes. */
function federate(call: Call, user: User): Answer {
  const credentials = { history: [], provider: { type: 'FEDERATION', name: 'FEDERATION' } };
  const moved = moveUser(call.org, user, { status: 'ACTIVE', credentials });
  call.record('user.account.reset_password', [userTarget(moved)]);
  return ok();
}

const expirePassword: Handler = (call) => {
  if (switchIn(call, 'tempPassword', false)) return expirePasswordAndGetTemporaryPassword(call);
  const user = userWithPassword(call);
  const moved = moveUser(call.org, user, { status: 'PASSWORD_EXPIRED' });
  call.record('user.account.expire_password', [userTarget(moved)]);
  // As recorded: the answer has the new status, but the time of the one before.
  return ok(userView({ ...moved, statusChanged: user.statusChanged }, call));
};

const expirePasswordAndGetTemporaryPassword: Handler = (call) => {
  const { org } = call;
  const user = userWithPassword(call);
  const tempPassword = temporaryPassword(org);
  const credentials = withPassword(user.credentials, ownPassword(tempPassword));
  const moved = moveUser(org, user, { status: 'PASSWORD_EXPIRED', credentials, passwordChanged: nowIn(org) });
  call.record('user.account.expire_password', [userTarget(moved)]);
  return ok({ tempPassword });
};

function userWithPassword(call: Call): User {
  const user = findUser(call);
  checkStatus(user, 'expirePassword');
  if (user.credentials.password === undefined) throw fail('E0000038');
  return user;
}

/** What admins do with passwords of others. */
export const usersPassword: Handlers = {
  generateResetPasswordToken,
  expirePassword,
  expirePasswordAndGetTemporaryPassword,
};
