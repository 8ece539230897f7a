import { BLANK, fail, invalid } from '../answers/fault.js';
import { bodyOf, textIn } from '../body.js';
import type { Call } from '../call.js';
import { BASE64URL, randomText } from '../org/chance.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import type { AuthnStatus, AuthnTransaction } from './authn-transaction.js';

const LIFETIME_MS = 300_000;
const LENGTH = 40;

/** What a transaction begins with. */
export type Beginning = Pick<AuthnTransaction, 'userId' | 'status'> & Partial<AuthnTransaction>;

/**
 * Begins a transaction.
 *
 * @param org - where it will be stored
 * @param beginning - whose, and where it stands
 * @returns the transaction, not stored yet
 */
export function begin(org: Org, beginning: Beginning): AuthnTransaction {
  return {
    amr: [],
    lastFactorVerification: null,
    options: { enrollOptional: false, warn: false },
    skipped: [],
    ...beginning,
    stateToken: `00${randomText(org.chance, LENGTH, BASE64URL)}`,
    expires: org.clock.now() + LIFETIME_MS,
  };
}

/**
 * Finds the transaction whose state token a request shows, and prolongs it.
 *
 * @param call - the request
 * @param allowed - where the transaction may stand; anywhere unless given
 * @returns the transaction
 * @throws Fault `E0000001` without a token, `E0000011` if it is unknown or expired, `E0000079` if it stands elsewhere
 */
export function findTransaction(call: Call, allowed?: readonly AuthnStatus[]): AuthnTransaction {
  const { org } = call;
  const token = textIn(bodyOf(call), 'stateToken') ?? '';
  if (token === '') throw invalid('stateToken', BLANK);
  const found = org.authnTransactions.get(token);
  if (found === undefined || org.clock.now() > found.expires) throw fail('E0000011');
  if (allowed && !allowed.includes(found.status)) {
    throw fail('E0000079', '', ['This operation is not allowed in the current authentication state.']);
  }
  return save(org, { ...found, expires: org.clock.now() + LIFETIME_MS });
}

/**
 * @param org - where to
 * @param transaction - new or changed
 * @returns the same
 */
export function save(org: Org, transaction: AuthnTransaction): AuthnTransaction {
  org.authnTransactions.set(transaction.stateToken, transaction);
  return transaction;
}

/**
 * @param org - where it is stored
 * @param transaction - done, or given up
 */
export function close(org: Org, transaction: AuthnTransaction): void {
  org.authnTransactions.delete(transaction.stateToken);
}

/**
 * @param org - where users live
 * @param transaction - of a user
 * @returns the user
 * @throws Fault `E0000011` if they are gone meanwhile
 */
export function ownerOf(org: Org, { userId }: AuthnTransaction): User {
  const user = org.users.get(userId);
  if (user === undefined || user.status === 'DEPROVISIONED' || user.status === 'SUSPENDED') throw fail('E0000011');
  return user;
}
