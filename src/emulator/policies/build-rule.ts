import { invalid } from '../answers/fault.js';
import { objectIn } from '../body.js';
import { type JsonObject, withDefaults } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { readName } from './build-policy.js';
import type { Policy, PolicyRule } from './policy.js';
import { policyKinds } from './policy-kinds.js';
import { rulesOf } from './policy-store.js';
import { CATCH_ALL } from './priorities.js';

/** What admins decide about a rule. */
export type RuleDraft = Pick<PolicyRule, 'type' | 'name' | 'conditions' | 'actions'>;

/** Name of the rule that every policy of some types ends with. */
const CATCH_ALL_NAME = 'Catch-all Rule';

/**
 * Reads a rule that was sent.
 *
 * @param org - where it is to be
 * @param policy - whose rule
 * @param sent - the body
 * @param id - of the rule that it replaces
 * @returns the rule as far as admins decide about it, with defaults
 * @throws Fault `E0000001` without a name, with a name that is taken, with a type of other policies
 */
export function readRule(org: Org, policy: Policy, sent: JsonObject, id?: string): RuleDraft {
  const { ruleType } = policyKinds[policy.type];
  const name = readName(sent);
  if (rulesOf(org, policy.id).some((other) => other.name === name && other.id !== id)) {
    throw invalid('name', 'Policy rule name already in use');
  }
  if ((sent['type'] ?? ruleType) !== ruleType) throw invalid('type', `Rules of this policy are of type ${ruleType}`);
  return { type: ruleType, name, conditions: readConditions(sent, policy), actions: readActions(sent, policy) };
}

function readActions(sent: JsonObject, { type }: Policy): JsonObject {
  const { ruleActions, fillsActions } = policyKinds[type];
  const actions = objectIn(sent, 'actions');
  return fillsActions ? withDefaults(actions, ruleActions) : (actions ?? ruleActions);
}

function readConditions(sent: JsonObject, { type }: Policy): PolicyRule['conditions'] {
  const { ruleConditions } = policyKinds[type];
  return ruleConditions && withDefaults(objectIn(sent, 'conditions'), ruleConditions);
}

/**
 * Makes a rule; it is not stored.
 *
 * @param org - where it is to be
 * @param policy - whose rule
 * @param draft - what is decided about it
 * @returns the rule
 */
export function newRule(org: Org, policy: Policy, draft: RuleDraft): PolicyRule {
  const now = nowIn(org);
  const [, prefix] = policyKinds[policy.type].prefixes;
  const id = org.ids.next(prefix);
  return { id, status: 'ACTIVE', priority: 1, system: false, created: now, lastUpdated: now, ...draft };
}

/**
 * Adds the rule that a policy ends with, if policies of its type do.
 *
 * @param org - where to
 * @param policy - the policy
 * @param actions - what the rule says; the default of the type unless given
 */
export function addCatchAll(org: Org, policy: Policy, actions?: JsonObject): void {
  const { catchAll, ruleType, ruleConditions, ruleActions } = policyKinds[policy.type];
  if (!catchAll) return;
  // As recorded: null, although rules that are made have conditions.
  const conditions = policy.type === 'ACCESS_POLICY' ? null : ruleConditions;
  const draft = { type: ruleType, name: CATCH_ALL_NAME, conditions, actions: actions ?? ruleActions };
  const rule: PolicyRule = { ...newRule(org, policy, draft), system: true, priority: CATCH_ALL };
  org.policyRules.set(policy.id, rule.id, rule);
}
