import { fail } from '../answers/fault.js';
import { countFailure, forgetFailures } from '../authn/failures.js';
import type { JsonObject } from '../org/json.js';
import type { Transaction } from '../transaction.js';
import type { Factor } from './factor.js';
import type { Enrolled } from './factor-store.js';
import { judge } from './judge.js';

/** So many wrong codes lock a user. Source: https://help.okta.com/ (account lockout by factors) */
const MOST_WRONG_CODES = 5;

/**
 * Checks a passcode, an answer or a signature. A wrong one counts; a right one is used up.
 *
 * @param transaction - the org, and its log
 * @param enrolled - the factor and its owner
 * @param proof - the JSON that was sent
 * @returns the factor, not stored yet
 * @throws Fault `E0000068` for a wrong one, `E0000082` for a used one, `E0000083` for one that came too early or too
 * late, `E0000069` if the user is locked
 */
export function prove(transaction: Transaction, { user, factor }: Enrolled, proof: JsonObject): Factor {
  if (user.status === 'LOCKED_OUT') throw fail('E0000069');
  const judgement = judge(transaction.org, factor, proof);
  if (judgement.kind === 'right') {
    forgetFailures(transaction.org, user.id);
    return judgement.factor;
  }
  if (judgement.kind === 'replayed') throw fail('E0000082');
  if (judgement.kind === 'late') throw fail('E0000083');
  countFailure(transaction, user, { what: 'codes', most: MOST_WRONG_CODES });
  throw fail('E0000068', '', [wrongCause(factor)]);
}

function wrongCause({ factorType }: Factor): string {
  const what = factorType === 'question' ? 'answer' : 'passcode';
  return `Your ${what} doesn't match our records. Please try again.`;
}
