import { type Answer, ok } from '../answers/answer.js';
import { fail } from '../answers/fault.js';
import type { Call } from '../call.js';
import { userTarget } from '../log/targets.js';
import { timestamp } from '../org/timestamp.js';
import { sessionPolicy } from '../policies/session-policy.js';
import { issueSessionToken } from '../sessions/session-token.js';
import type { User } from '../users/user.js';
import { actingAs } from './acting-as.js';
import { cancelLink } from './authn-links.js';
import { close, save } from './authn-store.js';
import type { AuthnTransaction } from './authn-transaction.js';
import { authnUser, authnView } from './authn-view.js';
import { nextStep, withAgedPassword } from './next-step.js';

const LIFETIME_MS = 300_000;

/**
 * Takes a sign-in to its next step, or to its end.
 *
 * @param call - the request
 * @param user - who signs in; the password is proved
 * @param transaction - what they did so far
 * @returns the answer
 * @throws Fault `E0000004` if the sign-on policy lets them not in
 */
export function advance(call: Call, user: User, transaction: AuthnTransaction): Answer {
  checkAccess(call, user);
  const current = withAgedPassword(call.org, user);
  const status = nextStep(call.org, current, transaction);
  if (status === 'SUCCESS') return finish(call, current, transaction);
  return show(call, current, { ...transaction, status });
}

function checkAccess(call: Call, user: User): void {
  if (sessionPolicy(call.org, user).access === 'ALLOW') return;
  const outcome = { result: 'DENY', reason: 'Sign-on policy evaluation resulted in DENY' } as const;
  actingAs(call, user).record('policy.evaluate_sign_on', [userTarget(user)], outcome);
  throw fail('E0000004');
}

/**
 * Answers a transaction as it stands, and stores it.
 *
 * @param call - the request
 * @param user - whose it is
 * @param transaction - new or changed
 * @returns the answer
 */
export function show(call: Call, user: User, transaction: AuthnTransaction): Answer {
  save(call.org, transaction);
  return ok(authnView({ org: call.org, origin: call.origin, user, transaction }));
}

function finish(call: Call, user: User, transaction: AuthnTransaction): Answer {
  const { org, origin } = call;
  close(org, transaction);
  const { userId, amr, lastFactorVerification, relayState } = transaction;
  const lastPasswordVerification = amr.includes('pwd') ? timestamp(org.clock.now()) : null;
  const sessionToken = issueSessionToken(org, { userId, amr, lastPasswordVerification, lastFactorVerification });
  const acting = actingAs(call, user);
  acting.record('policy.evaluate_sign_on', [userTarget(user)], { result: 'ALLOW', reason: null });
  acting.record('user.session.start', [userTarget(user)]);
  return ok({
    expiresAt: timestamp(org.clock.now() + LIFETIME_MS),
    status: 'SUCCESS',
    ...(relayState !== undefined && { relayState }),
    sessionToken,
    _embedded: { user: authnUser(user) },
    _links: cancelLink(origin),
  });
}
