import { userTarget } from '../log/targets.js';
import type { Org } from '../org/org.js';
import { nowIn } from '../org/org.js';
import { deliver } from '../outbox/outbox.js';
import type { Transaction } from '../transaction.js';
import type { User } from '../users/user.js';
import type { Factor } from './factor.js';
import type { Enrolled } from './factor-store.js';
import type { PushTransaction } from './push-transaction.js';

const ACTIVATION_MS = 600_000;
const CHALLENGE_MS = 300_000;
const LOWEST_NUMBER = 1;
const NUMBERS = 99;

/**
 * Asks a device whether it may be paired.
 *
 * @param org - where the question is kept
 * @param enrolled - the factor, not stored here, and its owner
 * @returns the factor that waits for the device
 */
export function openPush(org: Org, { user, factor }: Enrolled): Factor {
  const now = org.clock.now();
  const expires = now + ACTIVATION_MS;
  closePushes(org, factor.id);
  ask(org, { user, factor }, { expires });
  return { ...factor, challenge: { code: factor.pairing ?? '', sent: now, expires } };
}

/**
 * Asks a device whether its user signs in.
 *
 * @param org - where the question is kept
 * @param enrolled - the factor and its owner
 * @param numbered - whether the user has to choose a number
 * @returns the question
 */
export function challengeDevice(org: Org, enrolled: Enrolled, numbered: boolean): PushTransaction {
  const expires = org.clock.now() + CHALLENGE_MS;
  const correctAnswer = LOWEST_NUMBER + Math.floor(org.chance.next() * NUMBERS);
  const { user, factor } = enrolled;
  deliver(org, {
    kind: 'push',
    purpose: 'FACTOR_CHALLENGE',
    userId: user.id,
    to: String(factor.profile?.['name'] ?? factor.provider),
    text: numbered ? `Choose ${correctAnswer} to sign in.` : 'Did you just try to sign in?',
  });
  return ask(org, enrolled, { expires, ...(numbered && { correctAnswer }) });
}

function ask(org: Org, { user, factor }: Enrolled, question: Pick<PushTransaction, 'expires' | 'correctAnswer'>) {
  const id = org.ids.next('mst');
  const transaction: PushTransaction = { id, userId: user.id, factorId: factor.id, result: 'WAITING', ...question };
  org.pushTransactions.set(id, transaction);
  return transaction;
}

function closePushes({ pushTransactions }: Org, factorId: string): void {
  for (const push of [...pushTransactions.values()]) {
    if (push.factorId === factorId && push.result === 'WAITING') pushTransactions.delete(push.id);
  }
}

/**
 * @param org - whose clock is asked
 * @param push - a question to a device
 * @returns what became of it; unanswered questions run out
 */
export function resultOf({ clock }: Org, { result, expires }: PushTransaction): PushTransaction['result'] | 'TIMEOUT' {
  return result === 'WAITING' && clock.now() > expires ? 'TIMEOUT' : result;
}

/**
 * @param org - where questions are kept
 * @param factorId - of a device
 * @returns the latest question to it
 */
export function latestPush({ pushTransactions }: Org, factorId: string): PushTransaction | undefined {
  return [...pushTransactions.values({ backwards: true })].find((push) => push.factorId === factorId);
}

/**
 * Answers the latest question that waits on a device of a user, as the user would.
 *
 * @param transaction - the org, and its log
 * @param user - whose devices
 * @param approve - whether the user says yes
 * @returns whether a question was waiting
 */
export function answerPush({ org, record }: Transaction, user: User, approve: boolean): boolean {
  const waiting = [...org.pushTransactions.values({ backwards: true })].find(
    (push) => push.userId === user.id && resultOf(org, push) === 'WAITING',
  );
  if (waiting === undefined) return false;
  org.pushTransactions.set(waiting.id, { ...waiting, result: approve ? 'SUCCESS' : 'REJECTED' });
  const factor = org.factors.get(user.id, waiting.factorId);
  if (approve && factor?.status === 'PENDING_ACTIVATION') {
    org.factors.set(user.id, factor.id, paired(org, user, factor));
    record('user.mfa.factor.activate', [userTarget(user)]);
  }
  return true;
}

function paired(org: Org, { profile }: User, factor: Factor): Factor {
  const { challenge: _, pairing: __, ...kept } = factor;
  const device = { deviceType: 'SmartPhone_IPhone', name: 'Emulated phone', platform: 'IOS', version: '18.0' };
  const isPhone = factor.factorType === 'push';
  return {
    ...kept,
    status: 'ACTIVE',
    lastUpdated: nowIn(org),
    profile: { credentialId: profile.login, ...(isPhone && device) },
  };
}
