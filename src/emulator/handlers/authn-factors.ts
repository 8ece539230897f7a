import type { Answer } from '../answers/answer.js';
import { BLANK, fail, invalid } from '../answers/fault.js';
import { actingAs } from '../authn/acting-as.js';
import { advance, show } from '../authn/advance.js';
import { findTransaction, ownerOf } from '../authn/authn-store.js';
import type { AuthnStatus, AuthnTransaction } from '../authn/authn-transaction.js';
import { mustEnroll, offeredKinds } from '../authn/wanted-factors.js';
import { bodyOf, textIn } from '../body.js';
import { type Call, type Handler, pathMember } from '../call.js';
import { activateFactor } from '../factors/activate-factor.js';
import { challengeKey, isSent, sendCode } from '../factors/challenge.js';
import { enroll } from '../factors/enroll.js';
import type { Factor } from '../factors/factor.js';
import { kindOf } from '../factors/factor-kinds.js';
import { factorById } from '../factors/factor-store.js';
import { prove } from '../factors/prove.js';
import { challengeDevice, latestPush, openPush, resultOf } from '../factors/push.js';
import { userTarget } from '../log/targets.js';
import { nowIn } from '../org/org.js';
import type { OutboxPurpose } from '../outbox/outbox-message.js';
import type { ExtraRoutes } from '../routing/extra-route.js';
import type { User } from '../users/user.js';

/** A sign-in, and the factor that a request of it names. */
interface Step {
  /** The request, with the user as the one who acts. */
  readonly call: Call;
  readonly transaction: AuthnTransaction;
  readonly user: User;
  readonly factor: Factor;
}

function stepOf(call: Call, allowed: readonly AuthnStatus[]): Step {
  const transaction = findTransaction(call, allowed);
  const user = ownerOf(call.org, transaction);
  const factor = factorById(call.org, user.id, pathMember(call, 'factorId'));
  return { call: actingAs(call, user), transaction, user, factor };
}

const verify: Handler = (request) => {
  const step = stepOf(request, ['MFA_REQUIRED', 'MFA_CHALLENGE']);
  const { call, user, factor } = step;
  if (user.status === 'LOCKED_OUT') throw fail('E0000069');
  if (factor.status !== 'ACTIVE') throw fail('E0000079');
  if (kindOf(factor).enrollment === 'device') return askDevice(step);
  const body = bodyOf(call);
  if (!['passCode', 'answer', 'clientData'].some((name) => textIn(body, name))) return challenge(step);
  call.org.factors.set(user.id, factor.id, prove(call, step, body));
  return verified(step);
};

function verified({ call, transaction, user, factor }: Step): Answer {
  call.record('user.authentication.auth_via_mfa', [userTarget(user)]);
  const { factorId: _, pushId: __, ...rest } = transaction;
  const amr = [...new Set([...transaction.amr, ...kindOf(factor).amr])];
  return advance(call, user, { ...rest, amr, lastFactorVerification: nowIn(call.org) });
}

function challenge({ call, transaction, user, factor }: Step): Answer {
  const { enrollment } = kindOf(factor);
  if (enrollment !== 'sent code' && enrollment !== 'signature') {
    throw invalid(factor.factorType === 'question' ? 'answer' : 'passCode', BLANK);
  }
  const challenged = isSent(factor)
    ? sendCode(call.org, { user, factor }, { purpose: 'FACTOR_CHALLENGE' })
    : challengeKey(call.org, factor);
  call.org.factors.set(user.id, factor.id, challenged);
  return show(call, user, { ...transaction, status: 'MFA_CHALLENGE', factorId: factor.id });
}

/** The first request asks the device, further ones learn what its user answered. */
function askDevice(step: Step): Answer {
  const { call, transaction, user, factor } = step;
  const asked = transaction.factorId === factor.id && transaction.pushId !== undefined;
  const push = asked ? call.org.pushTransactions.get(transaction.pushId ?? '') : undefined;
  const result = push && resultOf(call.org, push);
  if (result === 'SUCCESS') return verified(step);
  if (result === 'WAITING') return show(call, user, transaction);
  if (result !== undefined) {
    // Told once; whoever asks again puts a new question to the device.
    const answer = show(call, user, transaction);
    call.org.pushTransactions.delete(push?.id ?? '');
    return answer;
  }
  return pushAgain(step);
}

function pushAgain({ call, transaction, user, factor }: Step): Answer {
  const { id: pushId } = challengeDevice(call.org, { user, factor }, false);
  return show(call, user, { ...transaction, status: 'MFA_CHALLENGE', factorId: factor.id, pushId });
}

const resendChallenge: Handler = (request) => {
  const step = stepOf(request, ['MFA_CHALLENGE']);
  if (kindOf(step.factor).enrollment === 'device') return pushAgain(step);
  return sendAgain(step, 'FACTOR_CHALLENGE');
};

const resendActivation: Handler = (request) => sendAgain(stepOf(request, ['MFA_ENROLL_ACTIVATE']), 'FACTOR_ENROLLMENT');

function sendAgain({ call, transaction, user, factor }: Step, purpose: OutboxPurpose): Answer {
  if (!isSent(factor)) throw fail('E0000079');
  call.org.factors.set(user.id, factor.id, sendCode(call.org, { user, factor }, { purpose }));
  return show(call, user, transaction);
}

const enrollInSignIn: Handler = (request) => {
  const transaction = findTransaction(request, ['MFA_ENROLL']);
  const user = ownerOf(request.org, transaction);
  const call = actingAs(request, user);
  checkOffered(call, user);
  const factor = enroll(call, user, { body: bodyOf(call), activate: false });
  if (factor.status === 'ACTIVE') return enrolled({ call, transaction, user, factor });
  return show(call, user, { ...transaction, status: 'MFA_ENROLL_ACTIVATE', factorId: factor.id });
};

/** Users may enroll less than admins can for them. */
function checkOffered(call: Call, user: User): void {
  const { factorType, provider } = bodyOf(call);
  const kinds = offeredKinds(call.org, user).map(({ kind }) => kind);
  if (kinds.some((kind) => kind.factorType === factorType && kind.provider === (provider ?? kind.provider))) return;
  throw fail('E0000001', 'factorEnrollRequest', ['This factor is not enabled for the user.']);
}

/** A factor that was enrolled this moment is as good as one that was verified. */
function enrolled({ call, transaction, user, factor }: Step): Answer {
  const { factorId: _, ...rest } = transaction;
  const amr = [...new Set([...transaction.amr, ...kindOf(factor).amr])];
  const proven = { ...rest, amr, lastFactorVerification: nowIn(call.org) };
  if (transaction.options.enrollOptional && !mustEnroll(call.org, user)) {
    return show(call, user, { ...proven, status: 'MFA_ENROLL' });
  }
  return advance(call, user, proven);
}

const activate: Handler = (request) => {
  const step = stepOf(request, ['MFA_ENROLL_ACTIVATE']);
  const { call, user, factor } = step;
  if (kindOf(factor).enrollment === 'device') return pollDevice(step);
  return enrolled({ ...step, factor: activateFactor(call, { user, factor }, bodyOf(call)) });
};

function pollDevice(step: Step): Answer {
  const { call, transaction, user, factor } = step;
  if (factor.status === 'ACTIVE') return enrolled(step);
  const push = latestPush(call.org, factor.id);
  const result = push && resultOf(call.org, push);
  if (result !== 'WAITING') call.org.factors.set(user.id, factor.id, openPush(call.org, { user, factor }));
  return show(call, user, transaction);
}

/** Proving and enrolling factors while signing in. Source: https://developer.okta.com/docs/reference/api/authn/ */
export const authnFactorRoutes: ExtraRoutes = {
  authnEnrollFactor: { call: 'POST /api/v1/authn/factors', handler: enrollInSignIn },
  authnVerifyFactor: { call: 'POST /api/v1/authn/factors/{factorId}/verify', handler: verify },
  authnResendChallenge: { call: 'POST /api/v1/authn/factors/{factorId}/verify/resend', handler: resendChallenge },
  authnActivateFactor: { call: 'POST /api/v1/authn/factors/{factorId}/lifecycle/activate', handler: activate },
  authnPollActivation: { call: 'POST /api/v1/authn/factors/{factorId}/lifecycle/activate/poll', handler: activate },
  authnResendActivation: { call: 'POST /api/v1/authn/factors/{factorId}/lifecycle/resend', handler: resendActivation },
};
