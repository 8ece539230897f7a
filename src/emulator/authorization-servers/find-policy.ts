import { notFound } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import type { AccessPolicy, AccessRule, AuthorizationServer } from './authorization-server.js';

/**
 * Finds the policy that a request names.
 *
 * @param call - the request
 * @param server - whose policy it must be
 * @returns the policy
 * @throws Fault `E0000007` if there is none
 */
export function findPolicy(call: Call, { id: serverId }: AuthorizationServer): AccessPolicy {
  const id = pathMember(call, 'policyId');
  const policy = call.org.accessPolicies.get(serverId, id);
  if (policy === undefined) throw notFound(id, 'Policy');
  return policy;
}

/**
 * Finds the rule that a request names.
 *
 * @param call - the request
 * @param policy - whose rule it must be
 * @returns the rule
 * @throws Fault `E0000007` if there is none
 */
export function findRule(call: Call, { id: policyId }: AccessPolicy): AccessRule {
  const id = pathMember(call, 'ruleId');
  const rule = call.org.accessRules.get(policyId, id);
  if (rule === undefined) throw notFound(id, 'PolicyRule');
  return rule;
}
