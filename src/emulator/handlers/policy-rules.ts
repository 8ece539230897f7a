import { noContent, ok } from '../answers/answer.js';
import { fail, invalid } from '../answers/fault.js';
import { bodyOf, switchIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { Target } from '../log/log-event.js';
import { nowIn } from '../org/org.js';
import { readPriority } from '../policies/build-policy.js';
import { newRule, readRule } from '../policies/build-rule.js';
import { checkDeletable, checkLocked, checkSwitchable } from '../policies/locks.js';
import { POLICY_RULE, type Policy, type PolicyRule } from '../policies/policy.js';
import { policyKinds } from '../policies/policy-kinds.js';
import { dropRule, findPolicy, findRule, placeRule, rulesOf } from '../policies/policy-store.js';
import { ruleView } from '../policies/policy-view.js';

function policyIn(call: Call): Policy {
  return findPolicy(call.org, pathMember(call, 'policyId'));
}

function placeIn(call: Call): { readonly policy: Policy; readonly rule: PolicyRule } {
  const policy = policyIn(call);
  return { policy, rule: findRule(call.org, policy, pathMember(call, 'ruleId')) };
}

function targets(policy: Policy, rule: PolicyRule): Target[] {
  return [
    { id: policy.id, type: 'PolicyEntity', alternateId: 'unknown', displayName: policy.name },
    { id: rule.id, type: POLICY_RULE, alternateId: 'unknown', displayName: rule.name },
  ];
}

const listPolicyRules: Handler = (call) => {
  const policy = policyIn(call);
  return ok(rulesOf(call.org, policy.id).map((rule) => ruleView(policy, rule, call)));
};

const createPolicyRule: Handler = (call) => {
  const { org, record } = call;
  const policy = policyIn(call);
  const sent = bodyOf(call);
  if (!policyKinds[policy.type].rulesCreatable) throw invalid('policyId', 'No rules can be added to this policy');
  const status = switchIn(call, 'activate', true) ? 'ACTIVE' : 'INACTIVE';
  const item: PolicyRule = { ...newRule(org, policy, readRule(org, policy, sent)), status };
  const rule = placeRule(org, policy, { item, wanted: readPriority(sent) });
  record('policy.rule.add', targets(policy, rule));
  return ok(ruleView(policy, rule, call));
};

const getPolicyRule: Handler = (call) => {
  const { policy, rule } = placeIn(call);
  return ok(ruleView(policy, rule, call));
};

const replacePolicyRule: Handler = (call) => {
  const { org, record } = call;
  const { policy, rule: before } = placeIn(call);
  const sent = bodyOf(call);
  if (before.system && policyKinds[policy.type].systemRuleFixed) throw fail('E0000111', before.name);
  const read = readRule(org, policy, sent, before.id);
  const isKept = before.system && (sent['conditions'] ?? null) === null;
  const draft = isKept ? { ...read, conditions: before.conditions } : read;
  checkLocked(before, { ...draft, priority: sent['priority'] ?? before.priority });
  const item: PolicyRule = { ...before, ...draft, lastUpdated: nowIn(org) };
  const rule = placeRule(org, policy, { item, wanted: readPriority(sent) ?? before.priority });
  record('policy.rule.update', targets(policy, rule));
  return ok(ruleView(policy, rule, call));
};

const deletePolicyRule: Handler = (call) => {
  const { policy, rule } = placeIn(call);
  checkDeletable(rule);
  dropRule(call.org, policy, rule);
  call.record('policy.rule.delete', targets(policy, rule));
  return noContent();
};

function move(call: Call, status: PolicyRule['status']) {
  const { policy, rule } = placeIn(call);
  if (rule.status === status) return noContent();
  checkSwitchable(rule);
  const moved: PolicyRule = { ...rule, status, lastUpdated: nowIn(call.org) };
  call.org.policyRules.set(policy.id, moved.id, moved);
  const word = status === 'ACTIVE' ? 'activate' : 'deactivate';
  call.record(`policy.rule.${word}`, targets(policy, moved));
  return noContent();
}

/** Rules of policies. */
export const policyRules: Handlers = {
  listPolicyRules,
  createPolicyRule,
  getPolicyRule,
  replacePolicyRule,
  deletePolicyRule,
  activatePolicyRule: (call) => move(call, 'ACTIVE'),
  deactivatePolicyRule: (call) => move(call, 'INACTIVE'),
};
