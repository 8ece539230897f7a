import { notFound } from '../answers/fault.js';
import type { Org } from '../org/org.js';
import { POLICY, POLICY_RULE, type Policy, type PolicyRule, type PolicyType } from './policy.js';
import { policyKinds } from './policy-kinds.js';
import { belowCatchAll, inLine, inOrder, type Placing } from './priorities.js';

/**
 * @param org - where to look
 * @param id - exact id
 * @returns the policy
 * @throws Fault `E0000007` if there is none
 */
export function findPolicy(org: Org, id: string): Policy {
  const policy = org.policies.get(id);
  if (policy === undefined) throw notFound(id, POLICY);
  return policy;
}

/**
 * @param org - where to look
 * @param policy - whose rule
 * @param id - exact id
 * @returns the rule
 * @throws Fault `E0000007` if the policy has no such rule
 */
export function findRule(org: Org, policy: Policy, id: string): PolicyRule {
  const rule = org.policyRules.get(policy.id, id);
  if (rule === undefined) throw notFound(id, POLICY_RULE);
  return rule;
}

/**
 * @param org - where to look
 * @param type - of the policies
 * @returns the policies in the order in which they are looked at
 */
export function policiesOf(org: Org, type: PolicyType): Policy[] {
  return inOrder([...org.policies.values()].filter((policy) => policy.type === type));
}

/**
 * @param org - where to look
 * @param policyId - of the policy
 * @returns its rules in the order in which they are looked at
 */
export function rulesOf(org: Org, policyId: string): PolicyRule[] {
  return inOrder(org.policyRules.values(policyId));
}

/**
 * Stores a policy at its place; the others make room.
 *
 * @param org - where to
 * @param placing - the policy, and its place if one was asked for
 * @returns the policy as stored
 */
export function placePolicy(org: Org, { item, wanted }: Placing<Policy>): Policy {
  if (item.system || !policyKinds[item.type].ordered) return storePolicy(org, item);
  const siblings = policiesOf(org, item.type).filter(({ id }) => id !== item.id);
  for (const policy of inLine(siblings, { item, wanted })) storePolicy(org, policy);
  return findPolicy(org, item.id);
}

function storePolicy(org: Org, policy: Policy): Policy {
  org.policies.set(policy.id, policy);
  return policy;
}

/**
 * Deletes a policy with its rules and what it is applied to; the others close the gap.
 *
 * @param org - where from
 * @param policy - what goes
 */
export function dropPolicy(org: Org, { id, type }: Policy): void {
  org.policies.delete(id);
  for (const ruleId of [...org.policyRules.rights(id)]) org.policyRules.delete(id, ruleId);
  for (const mappingId of [...org.policyMappings.rights(id)]) org.policyMappings.delete(id, mappingId);
  for (const appId of [...org.appPolicies.rights(id)]) org.appPolicies.delete(id, appId);
  if (!policyKinds[type].ordered) return;
  for (const policy of inLine(policiesOf(org, type))) storePolicy(org, policy);
}

/**
 * Stores a rule at its place; the others make room.
 *
 * @param org - where to
 * @param policy - whose rule
 * @param placing - the rule, and its place if one was asked for
 * @returns the rule as stored
 * @throws Fault `E0000001` for a place that rules of this type cannot have
 */
export function placeRule(org: Org, policy: Policy, { item, wanted }: Placing<PolicyRule>): PolicyRule {
  const siblings = rulesOf(org, policy.id).filter(({ id }) => id !== item.id);
  const place = policyKinds[policy.type].catchAll ? belowCatchAll : inLine;
  const rules = item.system ? [item] : place(siblings, { item, wanted });
  for (const rule of rules) org.policyRules.set(policy.id, rule.id, rule);
  return findRule(org, policy, item.id);
}

/**
 * Deletes a rule; the others close the gap, where rules are numbered without gaps.
 *
 * @param org - where from
 * @param policy - whose rule
 * @param rule - what goes
 */
export function dropRule(org: Org, policy: Policy, rule: PolicyRule): void {
  org.policyRules.delete(policy.id, rule.id);
  if (policyKinds[policy.type].catchAll) return;
  for (const moved of inLine(rulesOf(org, policy.id))) org.policyRules.set(policy.id, moved.id, moved);
}
