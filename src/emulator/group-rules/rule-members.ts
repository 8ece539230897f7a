import { joinGroup, leaveGroup } from '../groups/membership.js';
import type { Org } from '../org/org.js';
import type { Transaction } from '../transaction.js';
import type { User } from '../users/user.js';
import type { GroupRule } from './group-rule.js';

/** A membership, as the right side of the relation that knows which rules made it. */
function pairOf(groupId: string, userId: string): string {
  return `${groupId}/${userId}`;
}

/** A rule, a group that it assigns, and a user. */
export interface RuleMember {
  readonly ruleId: string;
  readonly groupId: string;
  readonly user: User;
}

/**
 * Makes a user a member because of a rule. One whom somebody else made a member stays theirs.
 *
 * @param transaction - the org, and its log
 * @param member - the membership
 * @returns whether the user was none before
 */
export function grant(transaction: Transaction, { ruleId, groupId, user }: RuleMember): boolean {
  const { org } = transaction;
  const isMember = org.members.get(groupId, user.id) === true;
  if (!isMember) joinGroup(transaction, groupId, user);
  const pair = pairOf(groupId, user.id);
  if (!isMember || isMadeByRule(org, pair)) org.ruleMembers.set(ruleId, pair, true);
  return !isMember;
}

/**
 * Ends what {@link grant} began, unless another rule wants the membership, too.
 *
 * @param transaction - the org, and its log
 * @param member - the membership
 * @returns whether the user is no member any more
 */
export function withdraw(transaction: Transaction, { ruleId, groupId, user }: RuleMember): boolean {
  const { org } = transaction;
  const pair = pairOf(groupId, user.id);
  if (!org.ruleMembers.get(ruleId, pair)) return false;
  org.ruleMembers.delete(ruleId, pair);
  if (isMadeByRule(org, pair)) return false;
  leaveGroup(transaction, groupId, user);
  return true;
}

function isMadeByRule(org: Org, pair: string): boolean {
  return org.ruleMembers.countLefts(pair) > 0;
}

/**
 * Keeps rules from making a user a member again who was removed by hand.
 *
 * @param org - whose rules
 * @param groupId - what the user was a member of
 * @param userId - who was removed
 */
export function excludeFromRules(org: Org, groupId: string, userId: string): void {
  const pair = pairOf(groupId, userId);
  for (const ruleId of [...org.ruleMembers.lefts(pair)]) {
    org.ruleMembers.delete(ruleId, pair);
    const rule = org.groupRules.get(ruleId);
    if (rule) org.groupRules.set(ruleId, { ...rule, excludedUserIds: [...rule.excludedUserIds, userId] });
  }
}

/**
 * Forgets which memberships of a user rules made.
 *
 * @param org - whose rules
 * @param userId - a user who goes
 */
export function forgetRuleMember(org: Org, userId: string): void {
  for (const { id, groupIds } of org.groupRules.values()) {
    for (const groupId of groupIds) org.ruleMembers.delete(id, pairOf(groupId, userId));
  }
}

/**
 * Ends or forgets all memberships that a rule made.
 *
 * @param transaction - the org, and its log
 * @param rule - a rule that goes
 * @param removeUsers - whether the users leave the groups
 */
export function dropRuleMembers(transaction: Transaction, rule: GroupRule, removeUsers: boolean): void {
  const { org } = transaction;
  for (const pair of [...org.ruleMembers.rights(rule.id)]) {
    const [groupId = '', userId = ''] = pair.split('/');
    const user = org.users.get(userId);
    if (removeUsers && user) withdraw(transaction, { ruleId: rule.id, groupId, user });
    else org.ruleMembers.delete(rule.id, pair);
  }
}
