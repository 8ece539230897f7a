import { notFound } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';
import { FACTOR, type Factor } from './factor.js';

/** A factor and whose it is. */
export interface Enrolled {
  readonly user: User;
  readonly factor: Factor;
}

/**
 * Finds the factor that a request names.
 *
 * @param call - the request
 * @returns the factor and its owner
 * @throws Fault `E0000007` if the user or the factor does not exist
 */
export function findFactor(call: Call): Enrolled {
  const user = findUser(call);
  return { user, factor: factorById(call.org, user.id, pathMember(call, 'factorId')) };
}

/**
 * @param org - where to look
 * @param userId - whose factor
 * @param id - exact id
 * @returns the factor
 * @throws Fault `E0000007` if the user has none of that id
 */
export function factorById(org: Org, userId: string, id: string): Factor {
  const factor = org.factors.get(userId, id);
  if (factor === undefined) throw notFound(id, FACTOR);
  return factor;
}

/**
 * @param org - where to look
 * @param userId - whose factors
 * @returns all of them, in the order of enrollment
 */
export function factorsOf(org: Org, userId: string): readonly Factor[] {
  return [...org.factors.values(userId)];
}

/**
 * Forgets a factor and what was asked of it.
 *
 * @param org - where it is stored
 * @param userId - whose it is
 * @param factor - what goes
 */
export function dropFactor(org: Org, userId: string, factor: Factor): void {
  org.factors.delete(userId, factor.id);
  for (const { id, factorId } of [...org.pushTransactions.values()]) {
    if (factorId === factor.id) org.pushTransactions.delete(id);
  }
  for (const token of [...org.yubikeyTokens.values()]) {
    if (token.userId !== userId || factor.factorType !== 'token:hardware') continue;
    const { userId: _, ...free } = token;
    org.yubikeyTokens.set(token.id, { ...free, status: 'UNASSIGNED' });
  }
}
