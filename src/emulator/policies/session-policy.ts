import { memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import { decidingRule, policiesFor } from './applicable.js';

/** What the deciding rule says about signing in to the org, with the names of its actions. */
export interface SignOnDecision {
  readonly policyId: string;
  readonly ruleId: string;
  readonly access: 'ALLOW' | 'DENY';
  readonly requireFactor: boolean;
  readonly maxSessionIdleMinutes: number;
  /** 0: sessions end by idleness only. */
  readonly maxSessionLifetimeMinutes: number;
  readonly usePersistentCookie: boolean;
}

/**
 * Finds what holds for signing in.
 *
 * @param org - where to look
 * @param user - who signs in; without one what holds for everyone
 * @returns what the first rule says that decides about the user
 */
export function sessionPolicy(org: Org, user?: User): SignOnDecision {
  const found = decidingRule(org, policiesFor(org, 'OKTA_SIGN_ON', user), user);
  if (found === undefined) throw new Error('The org has no default sign-on rule');
  const { policy, rule } = found;
  const action = (...path: readonly string[]) => memberAt(rule.actions, ['signon', ...path]);
  return {
    policyId: policy.id,
    ruleId: rule.id,
    access: action('access') === 'DENY' ? 'DENY' : 'ALLOW',
    requireFactor: action('requireFactor') === true,
    maxSessionIdleMinutes: Number(action('session', 'maxSessionIdleMinutes')),
    maxSessionLifetimeMinutes: Number(action('session', 'maxSessionLifetimeMinutes')),
    usePersistentCookie: action('session', 'usePersistentCookie') === true,
  };
}
