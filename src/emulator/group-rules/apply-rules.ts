import { holds } from '../expressions/evaluate.js';
import type { Org } from '../org/org.js';
import { filtered } from '../paging/cut.js';
import type { Transaction } from '../transaction.js';
import type { User } from '../users/user.js';
import type { GroupRule } from './group-rule.js';
import { grant, withdraw } from './rule-members.js';

/**
 * Brings the groups of a user in line with all active rules, as after each change of the profile or the groups.
 *
 * @param transaction - the org, and its log
 * @param user - who changed
 */
export function applyRules(transaction: Transaction, user: User): void {
  const rules = activeRules(transaction.org);
  const changed = rules.map((rule) => applyRule(transaction, rule, user)).includes(true);
  if (changed)
    settle(
      transaction,
      rules.filter(({ asksForGroups }) => asksForGroups),
      user,
    );
}

function activeRules({ groupRules }: Org): GroupRule[] {
  return [...filtered(groupRules.values(), ({ status }) => status === 'ACTIVE')];
}

/**
 * Rules that ask for groups look again at what others changed. Rules that contradict each other would never come to an
 * end, so each gets as many turns as there are rules.
 */
function settle(transaction: Transaction, asking: readonly GroupRule[], user: User): void {
  for (let turn = 0; turn < asking.length; turn++) {
    if (!asking.map((rule) => applyRule(transaction, rule, user)).includes(true)) return;
  }
}

function applyRule(transaction: Transaction, rule: GroupRule, user: User): boolean {
  const change = fits(transaction.org, rule, user) ? grant : withdraw;
  const { id: ruleId, groupIds } = rule;
  return groupIds.map((groupId) => change(transaction, { ruleId, groupId, user })).includes(true);
}

function fits(org: Org, { condition, excludedUserIds, excludedGroupIds }: GroupRule, user: User): boolean {
  if (user.status === 'DEPROVISIONED' || excludedUserIds.includes(user.id)) return false;
  if (excludedGroupIds.some((groupId) => org.members.get(groupId, user.id))) return false;
  return holds(condition, { org, user });
}

/**
 * Applies one rule to all users, as when it becomes active.
 *
 * @param transaction - the org, and its log
 * @param rule - active
 */
export function applyToAll(transaction: Transaction, rule: GroupRule): void {
  const asking = activeRules(transaction.org).filter(({ asksForGroups }) => asksForGroups);
  for (const user of [...transaction.org.users.values()]) {
    if (applyRule(transaction, rule, user)) settle(transaction, asking, user);
  }
}
