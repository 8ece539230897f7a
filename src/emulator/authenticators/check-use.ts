import { fail } from '../answers/fault.js';
import { isObject, memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import { policiesOf } from '../policies/policy-store.js';
import type { Authenticator } from './authenticator.js';

const USED = new Set<unknown>(['REQUIRED', 'OPTIONAL']);

/**
 * Refuses to switch off what an active enrollment policy offers to users.
 *
 * @param org - whose policies
 * @param authenticator - what is to be switched off
 * @throws Fault `E0000148` that names the first such policy
 */
export function checkUnused(org: Org, { key, name }: Authenticator): void {
  const policies = policiesOf(org, 'MFA_ENROLL').filter(({ status }) => status === 'ACTIVE');
  for (const policy of policies) {
    const entries = memberAt(policy.settings, ['authenticators']);
    const entry = Array.isArray(entries) ? entries.filter(isObject).find((each) => each['key'] === key) : undefined;
    if (!USED.has(memberAt(entry, ['enroll', 'self']))) continue;
    throw fail('E0000148', name, [`The authenticator is used by the authenticator enrollment policy ${policy.name}.`]);
  }
}
