import { memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import { policiesFor } from './applicable.js';
import { textsAt } from './build-policy.js';

/** What a password policy demands, with the names of its settings. */
export interface PasswordDemands {
  /** Of the policy. */
  readonly policyId: string;
  readonly minLength: number;
  readonly minLowerCase: number;
  readonly minUpperCase: number;
  readonly minNumber: number;
  readonly minSymbol: number;
  readonly excludeUsername: boolean;
  /** Attributes of the profile whose values must not be part of the password. */
  readonly excludeAttributes: readonly string[];
  /** Passwords that cannot be used again; 0: all can. */
  readonly historyCount: number;
  /** 0: passwords do not expire. */
  readonly maxAgeDays: number;
  readonly expireWarnDays: number;
  readonly minAgeMinutes: number;
  /** Wrong passwords that lock; 0: none ever do. */
  readonly maxAttempts: number;
  /** 0: only an admin unlocks. */
  readonly autoUnlockMinutes: number;
  readonly showLockoutFailures: boolean;
  /** How long a recovery mail is good for. */
  readonly recoveryTokenMinutes: number;
}

/**
 * Finds what holds for a user's password: the settings of the first active policy for one of the user's groups.
 *
 * @param org - where to look
 * @param user - whose password; without one what holds for everyone
 * @returns the demands
 */
export function passwordPolicyFor(org: Org, user?: User): PasswordDemands {
  const [policy] = policiesFor(org, 'PASSWORD', user);
  if (policy === undefined) throw new Error('The org has no default password policy');
  const count = (...path: readonly string[]) => Number(memberAt(policy.settings, path) ?? 0);
  const complexity = (name: string) => count('password', 'complexity', name);
  const age = (name: string) => count('password', 'age', name);
  const lockout = ['password', 'lockout'];
  return {
    policyId: policy.id,
    minLength: complexity('minLength'),
    minLowerCase: complexity('minLowerCase'),
    minUpperCase: complexity('minUpperCase'),
    minNumber: complexity('minNumber'),
    minSymbol: complexity('minSymbol'),
    excludeUsername: memberAt(policy.settings, ['password', 'complexity', 'excludeUsername']) === true,
    excludeAttributes: textsAt(policy.settings, ['password', 'complexity', 'excludeAttributes']),
    historyCount: age('historyCount'),
    maxAgeDays: age('maxAgeDays'),
    expireWarnDays: age('expireWarnDays'),
    minAgeMinutes: age('minAgeMinutes'),
    maxAttempts: count(...lockout, 'maxAttempts'),
    autoUnlockMinutes: count(...lockout, 'autoUnlockMinutes'),
    showLockoutFailures: memberAt(policy.settings, [...lockout, 'showLockoutFailures']) === true,
    recoveryTokenMinutes: count(
      'recovery',
      'factors',
      'okta_email',
      'properties',
      'recoveryToken',
      'tokenLifetimeMinutes',
    ),
  };
}
