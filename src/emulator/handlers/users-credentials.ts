import { ok } from '../answers/answer.js';
import { BLANK, fail, invalid } from '../answers/fault.js';
import { issueRecoveryToken, mailToken } from '../authn/recovery-mail.js';
import { bodyOf, objectIn, switchIn, textIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { userTarget } from '../log/targets.js';
import { type JsonObject, memberAt } from '../org/json.js';
import { nowIn } from '../org/org.js';
import { closeSessions } from '../sessions/session-store.js';
import { checkHistory, isPassword, isStrong, ownPassword, WEAK_PASSWORD, withPassword } from '../users/password.js';
import { isAnswer, readRecovery } from '../users/recovery.js';
import { checkStatus, moveUser } from '../users/transitions.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';
import { credentialsView } from '../users/user-view.js';

const changePassword: Handler = (call) => {
  const user = findUser(call);
  const body = bodyOf(call);
  checkStatus(user, 'changePassword');
  const oldPassword = valueIn(body, 'oldPassword');
  const newPassword = valueIn(body, 'newPassword');
  if (!isPassword(user.credentials, oldPassword)) refuse('oldPassword: The credentials provided were incorrect.');
  if (switchIn(call, 'strict', false)) checkHistory(user.credentials, ownPassword(newPassword));
  const moved = setPassword(call, user, newPassword);
  if (body['revokeSessions'] === true) closeSessions(call.org, user.id);
  return ok(credentialsView(moved));
};

const changeRecoveryQuestion: Handler = (call) => {
  const user = findUser(call);
  const body = bodyOf(call);
  checkStatus(user, 'changeRecoveryQuestion');
  if (!isPassword(user.credentials, valueIn(body, 'password'))) {
    refuse('password: The credentials provided were incorrect.');
  }
  const recovery = readRecovery(body);
  if (recovery === undefined) throw invalid('recovery_question', BLANK);
  const moved = moveUser(call.org, user, { credentials: { ...user.credentials, recovery } });
  call.record('user.account.update_profile', [userTarget(moved)]);
  return ok(credentialsView(moved));
};

const forgotPassword: Handler = (call) => {
  const user = findUser(call);
  checkStatus(user, 'forgotPassword');
  call.record('user.account.reset_password', [userTarget(user)]);
  if (!switchIn(call, 'sendEmail', true)) {
    const token = issueRecoveryToken(call.org, user, 'PASSWORD');
    return ok({ resetPasswordUrl: `${call.origin}/signin/reset-password/${token}` });
  }
  mailToken(call.org, { user, recoveryType: 'PASSWORD', origin: call.origin });
  return ok();
};

const forgotPasswordSetNewPassword: Handler = (call) => {
  const user = findUser(call);
  const body = bodyOf(call);
  checkStatus(user, 'forgotPassword');
  const answer = memberAt(body, ['recovery_question', 'answer']);
  if (!isAnswer(user.credentials.recovery, String(answer ?? ''))) throw fail('E0000087');
  return ok(credentialsView(setPassword(call, user, valueIn(body, 'password'))));
};

function valueIn(body: JsonObject, member: string): string {
  const value = textIn(objectIn(body, member) ?? {}, 'value') ?? '';
  if (value === '') throw invalid(member, BLANK);
  return value;
}

function setPassword(call: Call, user: User, value: string): User {
  if (!isStrong(value, user.profile.login)) refuse(WEAK_PASSWORD);
  const credentials = withPassword(user.credentials, ownPassword(value));
  const ends = user.status === 'RECOVERY' || user.status === 'PASSWORD_EXPIRED';
  const change = { credentials, passwordChanged: nowIn(call.org), ...(ends && { status: 'ACTIVE' as const }) };
  const moved = moveUser(call.org, user, change);
  call.record('user.account.update_password', [userTarget(moved)]);
  return moved;
}

function refuse(cause: string): never {
  throw fail('E0000014', '', [cause]);
}

/** What users do with their own credentials. */
export const usersCredentials: Handlers = {
  changePassword,
  changeRecoveryQuestion,
  forgotPassword,
  forgotPasswordSetNewPassword,
};
