import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import { includedGroups, textsAt } from './build-policy.js';
import type { Policy, PolicyRule, PolicyType } from './policy.js';
import { policiesOf, rulesOf } from './policy-store.js';

/**
 * Finds the policies that hold for a user, the first one first.
 *
 * @param org - where to look
 * @param type - of the policies
 * @param user - who; without one only the policies that hold for everyone are given
 * @returns active policies whose groups the user belongs to
 */
export function policiesFor(org: Org, type: PolicyType, user?: User): Policy[] {
  const isMember = (groupId: string) =>
    groupId === org.facts.everyoneId || (user !== undefined && org.members.get(groupId, user.id) === true);
  return policiesOf(org, type).filter(
    ({ status, conditions }) =>
      status === 'ACTIVE' && (conditions === null || includedGroups(conditions).some(isMember)),
  );
}

/**
 * Finds the rule that decides about a user. Rules for network zones decide about nobody: the address from which requests
 * seem to come is in none.
 *
 * @param org - where to look
 * @param policies - in order; if no rule of one decides, the next is looked at
 * @param user - who
 * @returns the policy and its rule, `undefined` if no rule decides
 */
export function decidingRule(
  org: Org,
  policies: readonly Policy[],
  user?: User,
): { readonly policy: Policy; readonly rule: PolicyRule } | undefined {
  for (const policy of policies) {
    const rule = rulesOf(org, policy.id).find((candidate) => decides(org, candidate, user));
    if (rule !== undefined) return { policy, rule };
  }
  return undefined;
}

function decides(org: Org, { status, conditions }: PolicyRule, user: User | undefined): boolean {
  if (status !== 'ACTIVE') return false;
  const { network } = conditions ?? {};
  if (typeof network === 'object' && network !== null && 'connection' in network && network.connection === 'ZONE') {
    return false;
  }
  return user === undefined || isMeant(org, conditions, user);
}

function isMeant(org: Org, conditions: PolicyRule['conditions'], { id }: User): boolean {
  const isMember = (groupId: string) => groupId === org.facts.everyoneId || org.members.get(groupId, id) === true;
  const users = textsAt(conditions, ['people', 'users', 'include']);
  const groups = includedGroups(conditions);
  const isOut =
    textsAt(conditions, ['people', 'users', 'exclude']).includes(id) ||
    textsAt(conditions, ['people', 'groups', 'exclude']).some(isMember);
  return !isOut && ((users.length === 0 && groups.length === 0) || users.includes(id) || groups.some(isMember));
}
