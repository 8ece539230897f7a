import { type Answer, ok } from '../answers/answer.js';
import { BLANK, fail, invalid, notFound } from '../answers/fault.js';
import { optionalBodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { activateFactor as activateProven } from '../factors/activate-factor.js';
import { challengeKey, isSent, sendCode } from '../factors/challenge.js';
import { kindOf } from '../factors/factor-kinds.js';
import { factorHref, linkTo } from '../factors/factor-links.js';
import { type Enrolled, findFactor } from '../factors/factor-store.js';
import { activationOf, factorView } from '../factors/factor-view.js';
import { prove } from '../factors/prove.js';
import { challengeDevice, latestPush, openPush, resultOf } from '../factors/push.js';
import type { PushTransaction } from '../factors/push-transaction.js';
import { userTarget } from '../log/targets.js';
import { timestamp } from '../org/timestamp.js';
import { lifetimeIn } from './factors.js';

const activateFactor: Handler = (call) => {
  const enrolled = findFactor(call);
  if (kindOf(enrolled.factor).enrollment === 'device') return pollActivation(call, enrolled);
  const factor = activateProven(call, enrolled, optionalBodyOf(call));
  return ok(factorView(factor, placeOf(call, enrolled)));
};

/** Asking and waiting share an address; an activation that came to nothing starts over when asked for again. */
function pollActivation(call: Call, enrolled: Enrolled): Answer {
  const { org, origin } = call;
  const { user, factor } = enrolled;
  const view = factorView(factor, placeOf(call, enrolled));
  if (factor.status === 'ACTIVE') return ok(view);
  const push = latestPush(org, factor.id);
  const result = push ? resultOf(org, push) : undefined;
  if (push && result !== 'WAITING') {
    org.pushTransactions.delete(push.id);
    return ok({ ...view, factorResult: result === 'TIMEOUT' ? 'TIMEOUT' : 'CANCELLED' });
  }
  const waiting = push ? factor : openPush(org, enrolled);
  if (!push) org.factors.set(user.id, factor.id, waiting);
  const _embedded = activationOf({ factor: waiting, user, subdomain: org.facts.subdomain }, origin);
  return ok({ ...view, expiresAt: timestamp(waiting.challenge?.expires ?? 0), factorResult: 'WAITING', _embedded });
}

const resendEnrollFactor: Handler = (call) => {
  const enrolled = findFactor(call);
  if (!isSent(enrolled.factor)) throw fail('E0000107');
  const purpose = enrolled.factor.status === 'ACTIVE' ? 'FACTOR_CHALLENGE' : 'FACTOR_ENROLLMENT';
  const factor = sendCode(call.org, enrolled, { purpose });
  call.org.factors.set(enrolled.user.id, factor.id, factor);
  return ok(factorView(factor, placeOf(call, enrolled)));
};

const verifyFactor: Handler = (call) => {
  const enrolled = findFactor(call);
  const { user, factor } = enrolled;
  const body = optionalBodyOf(call);
  if (user.status === 'LOCKED_OUT') throw fail('E0000069');
  if (factor.status !== 'ACTIVE') throw fail('E0000107');
  if (!['passCode', 'answer', 'clientData'].some((name) => textIn(body, name))) return challenge(call, enrolled);
  const proven = prove(call, enrolled, body);
  call.org.factors.set(user.id, factor.id, proven);
  call.record('user.authentication.auth_via_mfa', [userTarget(user)]);
  return ok({ factorResult: 'SUCCESS' });
};

function challenge(call: Call, enrolled: Enrolled): Answer {
  const { org } = call;
  const { user, factor } = enrolled;
  const { enrollment } = kindOf(factor);
  if (enrollment === 'device') return waitForDevice(call, enrolled);
  if (enrollment !== 'sent code' && enrollment !== 'signature') {
    throw invalid(factor.factorType === 'question' ? 'answer' : 'passCode', BLANK);
  }
  const lifetimeSeconds = lifetimeIn(call);
  const sent = { purpose: 'FACTOR_CHALLENGE' as const, ...(lifetimeSeconds !== undefined && { lifetimeSeconds }) };
  const challenged = isSent(factor) ? sendCode(org, enrolled, sent) : challengeKey(org, factor);
  org.factors.set(user.id, factor.id, challenged);
  return ok({
    factorResult: 'CHALLENGE',
    ...(factor.profile && { profile: factor.profile }),
    ...(enrollment === 'signature' && { _embedded: { challenge: keyChallenge(challenged.challenge?.code ?? '') } }),
    _links: linksBack(call, enrolled),
  });
}

/** One object for both kinds of keys: U2F calls it nonce, WebAuthn challenge. */
function keyChallenge(code: string) {
  return { nonce: code, challenge: code, timeoutSeconds: 20, userVerification: 'preferred', extensions: {} };
}

function waitForDevice(call: Call, enrolled: Enrolled): Answer {
  const numbered = optionalBodyOf(call)['useNumberMatchingChallenge'] === true;
  const push = challengeDevice(call.org, enrolled, numbered);
  return { status: 201, body: waiting(call, enrolled, push) };
}

const getFactorTransactionStatus: Handler = (call) => {
  const enrolled = findFactor(call);
  const id = pathMember(call, 'transactionId');
  const push = call.org.pushTransactions.get(id);
  if (push?.factorId !== enrolled.factor.id) throw notFound(id, 'FactorTransaction');
  const result = resultOf(call.org, push);
  if (result === 'WAITING') return ok(waiting(call, enrolled, push));
  if (result !== 'SUCCESS') return ok({ factorResult: result, _links: linksBack(call, enrolled) });
  if (!push.told) {
    call.org.pushTransactions.set(id, { ...push, told: true });
    call.record('user.authentication.auth_via_mfa', [userTarget(enrolled.user)]);
  }
  return ok({ factorResult: 'SUCCESS' });
};

function waiting(call: Call, enrolled: Enrolled, { id, expires, correctAnswer }: PushTransaction) {
  const href = `${factorHref(enrolled.factor, placeOf(call, enrolled))}/transactions/${id}`;
  return {
    expiresAt: timestamp(expires),
    factorResult: 'WAITING',
    ...(enrolled.factor.profile && { profile: enrolled.factor.profile }),
    ...(correctAnswer !== undefined && { _embedded: { challenge: { correctAnswer } } }),
    _links: { poll: linkTo(href, 'GET'), cancel: linkTo(href, 'DELETE') },
  };
}

function linksBack(call: Call, enrolled: Enrolled) {
  const href = factorHref(enrolled.factor, placeOf(call, enrolled));
  return { verify: linkTo(`${href}/verify`, 'POST'), factor: linkTo(href, 'GET', 'DELETE') };
}

function placeOf({ origin }: Call, { user }: Enrolled) {
  return { origin, userId: user.id };
}

/** Proving the possession of a factor. */
export const factorsVerify: Handlers = {
  activateFactor,
  resendEnrollFactor,
  verifyFactor,
  getFactorTransactionStatus,
};
