import { invalid } from '../answers/fault.js';
import type { Org } from '../org/org.js';
import { newPolicy } from './build-policy.js';
import { newRule } from './build-rule.js';
import type { Policy } from './policy.js';
import { placePolicy, policiesOf, rulesOf } from './policy-store.js';

/**
 * Copies a policy with its rules. What came with the org is copied as one that admins may change; apps stay where they
 * are.
 *
 * @param org - is changed
 * @param policy - of type `ACCESS_POLICY`
 * @returns the copy
 * @throws Fault `E0000001` for policies of other types
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Policy/#tag/Policy/operation/clonePolicy
 */
export function clonedPolicy(org: Org, policy: Policy): Policy {
  if (policy.type !== 'ACCESS_POLICY') throw invalid('type', 'Only policies of type ACCESS_POLICY can be cloned');
  const copy = newPolicy(org, { ...draftOf(policy), name: freeName(org, policy) });
  placePolicy(org, { item: copy, wanted: undefined });
  for (const rule of rulesOf(org, policy.id)) {
    const { type, name, conditions, actions, priority, system, status } = rule;
    const twin = { ...newRule(org, copy, { type, name, conditions, actions }), priority, system, status };
    org.policyRules.set(copy.id, twin.id, twin);
  }
  return copy;
}

function draftOf({ type, name, description, conditions }: Policy) {
  return { type, name, description, conditions };
}

function freeName(org: Org, { type, name }: Policy): string {
  const taken = new Set(policiesOf(org, type).map((policy) => policy.name));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? `[cloned] ${name}` : `[cloned] ${name} ${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
