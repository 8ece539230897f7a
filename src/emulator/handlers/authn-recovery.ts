import { type Answer, ok } from '../answers/answer.js';
import { BLANK, fail, invalid } from '../answers/fault.js';
import { show } from '../authn/advance.js';
import { authnLink, cancelLink } from '../authn/authn-links.js';
import { begin, close, findTransaction, ownerOf, save } from '../authn/authn-store.js';
import type { AuthnTransaction } from '../authn/authn-transaction.js';
import { authnUser } from '../authn/authn-view.js';
import { issueRecoveryToken, mailToken, redeemRecoveryToken } from '../authn/recovery-mail.js';
import { recoveryPhone, sendRecoveryCode } from '../authn/recovery-phone.js';
import type { RecoveryType } from '../authn/recovery-token.js';
import { unlock } from '../authn/sign-in.js';
import { bodyOf, textIn } from '../body.js';
import { type Call, type Handler, pathMember } from '../call.js';
import { userTarget } from '../log/targets.js';
import { timestamp } from '../org/timestamp.js';
import { passwordPolicyFor } from '../policies/password-policy.js';
import type { ExtraRoutes } from '../routing/extra-route.js';
import { isAnswer } from '../users/recovery.js';
import type { User } from '../users/user.js';
import { userNamed } from '../users/user-store.js';

const MINUTE = 60_000;
/** Whom each kind of recovery helps, and the error that an app with an API token gets for all others. */
const helped = {
  PASSWORD: { statuses: ['ACTIVE', 'PASSWORD_EXPIRED', 'RECOVERY', 'LOCKED_OUT'], otherwise: 'E0000034' },
  UNLOCK: { statuses: ['LOCKED_OUT'], otherwise: 'E0000032' },
} as const;

type Recovery = keyof typeof helped;

/** With an API token the app gets the recovery token; everybody else has it mailed, or a code sent. */
function recover(recoveryType: Recovery): Handler {
  return (call) => {
    const body = bodyOf(call);
    const username = textIn(body, 'username') ?? '';
    if (username === '') throw invalid('username', BLANK);
    const factorType = textIn(body, 'factorType')?.toUpperCase();
    const user = userNamed(call.org, username);
    if (factorType === undefined) return handOut(call, { user, recoveryType });
    if (factorType !== 'EMAIL' && factorType !== 'SMS' && factorType !== 'CALL') {
      throw invalid('factorType', 'The value must be one of EMAIL, SMS, CALL');
    }
    const known = user && isHelped(user, recoveryType) ? user : undefined;
    if (factorType === 'EMAIL') return mail(call, { user: known, recoveryType });
    return text(call, { user: known, recoveryType, factorType });
  };
}

interface Asked {
  readonly user: User | undefined;
  readonly recoveryType: Recovery;
}

function isHelped({ status }: User, recoveryType: Recovery): boolean {
  return helped[recoveryType].statuses.some((each) => each === status);
}

function handOut(call: Call, { user, recoveryType }: Asked): Answer {
  if (call.caller.user === undefined) throw invalid('factorType', BLANK);
  if (user === undefined) throw fail('E0000095');
  if (!isHelped(user, recoveryType)) throw fail(helped[recoveryType].otherwise);
  const { org, origin } = call;
  const recoveryToken = issueRecoveryToken(org, user, recoveryType);
  record(call, user, recoveryType);
  return ok({
    expiresAt: timestamp(org.clock.now() + passwordPolicyFor(org, user).recoveryTokenMinutes * MINUTE),
    status: 'RECOVERY',
    recoveryToken,
    recoveryType,
    _embedded: { user: authnUser(user) },
    _links: { next: { name: 'recovery', ...authnLink(origin, '/recovery/token') }, ...cancelLink(origin) },
  });
}

function record(call: Call, user: User, recoveryType: RecoveryType): void {
  if (recoveryType === 'PASSWORD') call.record('user.account.reset_password', [userTarget(user)]);
}

/** Nobody learns from the answer whether the user exists. */
function mail(call: Call, { user, recoveryType }: Asked): Answer {
  if (user) {
    mailToken(call.org, { user, recoveryType, origin: call.origin });
    record(call, user, recoveryType);
  }
  return ok({ status: 'RECOVERY_CHALLENGE', factorResult: 'WAITING', factorType: 'EMAIL', recoveryType });
}

function text(call: Call, { user, recoveryType, factorType }: Asked & { readonly factorType: 'SMS' | 'CALL' }): Answer {
  const phone = user && recoveryPhone(call.org, user, factorType);
  const begun = begin(call.org, { userId: phone && user ? user.id : '', status: 'RECOVERY_CHALLENGE', recoveryType });
  const transaction = save(call.org, sendRecoveryCode(call.org, begun, { factorType, to: phone }));
  return ok(challengeView(call, transaction));
}

function challengeView({ origin }: Call, { stateToken, expires, recoveryType, recovery }: AuthnTransaction) {
  const factorType = recovery?.factorType ?? 'SMS';
  const path = `/recovery/factors/${factorType}`;
  return {
    stateToken,
    expiresAt: timestamp(expires),
    status: 'RECOVERY_CHALLENGE',
    factorType,
    recoveryType,
    _links: {
      next: { name: 'verify', ...authnLink(origin, `${path}/verify`) },
      ...cancelLink(origin),
      resend: { name: factorType.toLowerCase(), ...authnLink(origin, `${path}/resend`) },
    },
  };
}

const verifyCode: Handler = (call) => {
  const { recovery, ...transaction } = withCode(call);
  const passCode = textIn(bodyOf(call), 'passCode') ?? '';
  if (passCode === '') throw invalid('passCode', BLANK);
  if (transaction.userId === '' || recovery?.code !== passCode) {
    throw fail('E0000068', '', ["Your token doesn't match our records. Please try again."]);
  }
  return afterProof(call, transaction);
};

const resendCode: Handler = (call) => {
  const transaction = withCode(call);
  const user = call.org.users.get(transaction.userId);
  const factorType = transaction.recovery?.factorType ?? 'SMS';
  const to = user && recoveryPhone(call.org, user, factorType);
  return ok(challengeView(call, save(call.org, sendRecoveryCode(call.org, transaction, { factorType, to }))));
};

function withCode(call: Call): AuthnTransaction {
  const transaction = findTransaction(call, ['RECOVERY_CHALLENGE']);
  if (transaction.recovery?.factorType === pathMember(call, 'factorType').toUpperCase()) return transaction;
  throw fail('E0000079');
}

const redeem: Handler = (call) => {
  const token = textIn(bodyOf(call), 'recoveryToken') ?? '';
  if (token === '') throw invalid('recoveryToken', BLANK);
  const found = redeemRecoveryToken(call.org, token);
  if (found === undefined) throw fail('E0000011');
  const { userId, recoveryType } = found;
  return afterProof(call, begin(call.org, { userId, status: 'RECOVERY', recoveryType }));
};

/** Those who have a recovery question answer it first. */
function afterProof(call: Call, transaction: AuthnTransaction): Answer {
  const user = ownerOf(call.org, transaction);
  const asks = user.credentials.recovery !== undefined && transaction.recoveryType !== 'ACCOUNT_ACTIVATION';
  return asks ? show(call, user, { ...transaction, status: 'RECOVERY' }) : proven(call, user, transaction);
}

const answerQuestion: Handler = (call) => {
  const transaction = findTransaction(call, ['RECOVERY']);
  const user = ownerOf(call.org, transaction);
  const answer = textIn(bodyOf(call), 'answer') ?? '';
  if (answer === '') throw invalid('answer', BLANK);
  if (!isAnswer(user.credentials.recovery, answer)) throw fail('E0000087');
  return proven(call, user, transaction);
};

function proven(call: Call, user: User, transaction: AuthnTransaction): Answer {
  if (transaction.recoveryType !== 'UNLOCK') return show(call, user, { ...transaction, status: 'PASSWORD_RESET' });
  if (user.status !== 'LOCKED_OUT') throw fail('E0000032');
  const unlocked = unlock(call, user);
  close(call.org, transaction);
  return ok({
    expiresAt: timestamp(transaction.expires),
    status: 'SUCCESS',
    recoveryType: 'UNLOCK',
    _embedded: { user: authnUser(unlocked) },
  });
}

/** Help for users who cannot sign in. Source: https://developer.okta.com/docs/reference/api/authn/#recovery-operations */
export const authnRecoveryRoutes: ExtraRoutes = {
  authnForgotPassword: { call: 'POST /api/v1/authn/recovery/password', handler: recover('PASSWORD') },
  authnUnlock: { call: 'POST /api/v1/authn/recovery/unlock', handler: recover('UNLOCK') },
  authnRecoveryToken: { call: 'POST /api/v1/authn/recovery/token', handler: redeem },
  authnRecoveryAnswer: { call: 'POST /api/v1/authn/recovery/answer', handler: answerQuestion },
  authnRecoveryVerify: { call: 'POST /api/v1/authn/recovery/factors/{factorType}/verify', handler: verifyCode },
  authnRecoveryResend: { call: 'POST /api/v1/authn/recovery/factors/{factorType}/resend', handler: resendCode },
};
