import { type Answer, ok } from '../answers/answer.js';
import { BLANK, fail, invalid } from '../answers/fault.js';
import { advance, show } from '../authn/advance.js';
import { begin, close, findTransaction, ownerOf, save } from '../authn/authn-store.js';
import type { AuthnTransaction } from '../authn/authn-transaction.js';
import { setOwnPassword } from '../authn/new-password.js';
import { importPassword } from '../authn/password-import.js';
import { redeemRecoveryToken } from '../authn/recovery-mail.js';
import { checkPassport } from '../authn/sign-in.js';
import { mustEnroll } from '../authn/wanted-factors.js';
import { bodyOf, objectIn, textIn } from '../body.js';
import type { Call, Handler } from '../call.js';
import { dropFactor, factorsOf } from '../factors/factor-store.js';
import type { JsonObject } from '../org/json.js';
import type { ExtraRoutes } from '../routing/extra-route.js';
import { closeSessions } from '../sessions/session-store.js';
import { isPassword } from '../users/password.js';

const authenticate: Handler = (call) => {
  const body = bodyOf(call);
  const username = textIn(body, 'username');
  const token = textIn(body, 'token');
  if (token !== undefined && username === undefined) return signInByToken(call, token);
  if (username === undefined && textIn(body, 'stateToken') !== undefined) return current(call);
  return signIn(call, body);
};

function current(call: Call): Answer {
  const transaction = findTransaction(call);
  return show(call, ownerOf(call.org, transaction), transaction);
}

async function signIn(call: Call, body: JsonObject): Promise<Answer> {
  const username = textIn(body, 'username') ?? '';
  const password = textIn(body, 'password') ?? '';
  if (username === '' || password === '') {
    throw fail('E0000001', 'authRequest', ["The 'username' and 'password' attributes are required in this context."]);
  }
  await importPassword(call, { username, password });
  const user = checkPassport(call, { username, password });
  if (!('profile' in user)) return user;
  return advance(call, user, beginSignIn(call, user.id, ['pwd']));
}

function beginSignIn(call: Call, userId: string, amr: readonly string[]): AuthnTransaction {
  const body = bodyOf(call);
  const options = objectIn(body, 'options') ?? {};
  const relayState = textIn(body, 'relayState');
  return begin(call.org, {
    userId,
    status: 'MFA_REQUIRED',
    amr,
    options: {
      enrollOptional: options['multiOptionalFactorEnroll'] === true,
      warn: options['warnBeforePasswordExpired'] === true,
    },
    ...(relayState !== undefined && { relayState }),
  });
}

/** Those who have no password yet choose one first. */
function signInByToken(call: Call, token: string): Answer {
  const { org } = call;
  const found = redeemRecoveryToken(org, token);
  const user = found?.recoveryType === 'ACCOUNT_ACTIVATION' ? org.users.get(found.userId) : undefined;
  if (user === undefined || !['ACTIVE', 'PROVISIONED', 'PASSWORD_EXPIRED'].includes(user.status))
    throw fail('E0000011');
  const transaction = beginSignIn(call, user.id, ['pwd']);
  if (user.credentials.password !== undefined) return advance(call, user, transaction);
  return show(call, user, { ...transaction, status: 'PASSWORD_RESET', recoveryType: 'ACCOUNT_ACTIVATION' });
}

const changePassword: Handler = (call) => {
  const transaction = findTransaction(call, ['PASSWORD_EXPIRED', 'PASSWORD_WARN']);
  const user = ownerOf(call.org, transaction);
  const body = bodyOf(call);
  if (!isPassword(user.credentials, required(body, 'oldPassword'))) {
    throw fail('E0000014', '', ['oldPassword: The credentials provided were incorrect.']);
  }
  return setAndAdvance(call, transaction);
};

const resetPassword: Handler = (call) => setAndAdvance(call, findTransaction(call, ['PASSWORD_RESET']));

function setAndAdvance(call: Call, transaction: AuthnTransaction): Answer {
  const body = bodyOf(call);
  const user = setOwnPassword(call, ownerOf(call.org, transaction), required(body, 'newPassword'));
  if (body['revokeSessions'] === true) closeSessions(call.org, user.id);
  const { recoveryType: _, ...signingIn } = transaction;
  const amr = [...new Set([...transaction.amr, 'pwd'])];
  return advance(call, user, { ...signingIn, amr });
}

function required(body: JsonObject, member: string): string {
  const value = textIn(body, member) ?? '';
  if (value === '') throw invalid(member, BLANK);
  return value;
}

/** Where each step goes back to. */
const before: Readonly<Partial<Record<AuthnTransaction['status'], AuthnTransaction['status']>>> = {
  MFA_CHALLENGE: 'MFA_REQUIRED',
  MFA_ENROLL_ACTIVATE: 'MFA_ENROLL',
};

const previous: Handler = (call) => {
  const { factorId, pushId: _, ...transaction } = findTransaction(call, ['MFA_CHALLENGE', 'MFA_ENROLL_ACTIVATE']);
  const user = ownerOf(call.org, transaction);
  const pending = factorsOf(call.org, user.id).find(({ id, status }) => id === factorId && status !== 'ACTIVE');
  if (pending) dropFactor(call.org, user.id, pending);
  return show(call, user, { ...transaction, status: before[transaction.status] ?? transaction.status });
};

const skip: Handler = (call) => {
  const transaction = findTransaction(call, ['PASSWORD_WARN', 'MFA_ENROLL']);
  const user = ownerOf(call.org, transaction);
  if (transaction.status === 'MFA_ENROLL' && mustEnroll(call.org, user)) throw fail('E0000079');
  const skipped = [...transaction.skipped, transaction.status];
  return advance(call, user, save(call.org, { ...transaction, skipped }));
};

const cancel: Handler = (call) => {
  const transaction = findTransaction(call);
  close(call.org, transaction);
  return ok(transaction.relayState === undefined ? {} : { relayState: transaction.relayState });
};

/** Signing in with a password. Source: https://developer.okta.com/docs/reference/api/authn/ */
export const authnRoutes: ExtraRoutes = {
  authenticate: { call: 'POST /api/v1/authn', handler: authenticate },
  authnChangePassword: { call: 'POST /api/v1/authn/credentials/change_password', handler: changePassword },
  authnResetPassword: { call: 'POST /api/v1/authn/credentials/reset_password', handler: resetPassword },
  authnPrevious: { call: 'POST /api/v1/authn/previous', handler: previous },
  authnSkip: { call: 'POST /api/v1/authn/skip', handler: skip },
  authnCancel: { call: 'POST /api/v1/authn/cancel', handler: cancel },
};
