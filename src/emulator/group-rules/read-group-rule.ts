import { BLANK, fail, invalid, notFound } from '../answers/fault.js';
import { objectIn, textIn, textsIn } from '../body.js';
import { type Call, pathMember } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { rolesOf } from '../roles/roles-of.js';
import { asksForGroups, conditionFrom } from './condition.js';
import { GROUP_RULE, type GroupRule } from './group-rule.js';

const LONGEST_NAME = 50;
const LANGUAGE = 'urn:okta:expression:1.0';

/**
 * Finds the rule that a request names.
 *
 * @param call - the request
 * @returns the rule
 * @throws Fault `E0000007` if there is none
 */
export function findGroupRule(call: Call): GroupRule {
  const id = pathMember(call, 'ruleId');
  const rule = call.org.groupRules.get(id);
  if (rule === undefined) throw notFound(id, GROUP_RULE);
  return rule;
}

/**
 * Makes a rule of what was sent. It does nothing until it is activated.
 *
 * @param org - where it will live
 * @param body - the JSON that was sent
 * @returns the rule, not stored yet
 * @throws Fault `E0000001` for what is missing or wrong, `E0000192` for a group that has roles
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/GroupRule/#tag/GroupRule/operation/createGroupRule
 */
export function groupRuleFrom(org: Org, body: JsonObject): GroupRule {
  if ((textIn(body, 'type') ?? 'group_rule') !== 'group_rule') throw invalid('type', "The field must be 'group_rule'");
  const now = nowIn(org);
  const rule = { ...readConditions(org, body), groupIds: readGroupIds(org, body) };
  return { ...rule, id: org.ids.next('0pr'), status: 'INACTIVE', created: now, lastUpdated: now };
}

/**
 * Changes name and conditions of a rule; what it assigns cannot be changed.
 *
 * @param org - where it lives
 * @param rule - as stored, not active
 * @param body - the JSON that was sent
 * @returns the rule, not stored yet
 * @throws Fault `E0000001` for what is missing or wrong, and for other groups
 */
export function changedGroupRule(org: Org, rule: GroupRule, body: JsonObject): GroupRule {
  const sent = groupIdsIn(body);
  if (sent.length > 0 && String([...sent].sort()) !== String([...rule.groupIds].sort())) {
    throw invalid('actions', 'The groups that a rule assigns cannot be changed');
  }
  return { ...rule, ...readConditions(org, body), lastUpdated: nowIn(org) };
}

type Conditions = Omit<GroupRule, 'id' | 'status' | 'created' | 'lastUpdated' | 'groupIds'>;

function readConditions(org: Org, body: JsonObject): Conditions {
  const name = readName(body);
  const conditions = objectIn(body, 'conditions') ?? {};
  const people = objectIn(conditions, 'people') ?? {};
  const expression = readExpression(objectIn(conditions, 'expression') ?? {});
  const condition = conditionFrom(org, expression);
  return {
    name,
    expression,
    condition,
    asksForGroups: asksForGroups(condition),
    excludedUserIds: textsIn(objectIn(people, 'users') ?? {}, 'exclude'),
    excludedGroupIds: textsIn(objectIn(people, 'groups') ?? {}, 'exclude'),
  };
}

function readName(body: JsonObject): string {
  const name = textIn(body, 'name') ?? '';
  if (name.trim() === '') throw invalid('name', BLANK);
  if (name.length > LONGEST_NAME) throw invalid('name', `The field is too long. The maximum length is ${LONGEST_NAME}`);
  return name;
}

function readExpression(sent: JsonObject): string {
  const type = textIn(sent, 'type') ?? LANGUAGE;
  if (type !== LANGUAGE) throw invalid('conditions.expression.type', `The field must be '${LANGUAGE}'`);
  const value = textIn(sent, 'value') ?? '';
  if (value.trim() === '') throw invalid('conditions.expression.value', BLANK);
  return value;
}

function groupIdsIn(body: JsonObject): readonly string[] {
  const assign = objectIn(objectIn(body, 'actions') ?? {}, 'assignUserToGroups') ?? {};
  return [...new Set(textsIn(assign, 'groupIds'))];
}

function readGroupIds(org: Org, body: JsonObject): readonly string[] {
  const ids = groupIdsIn(body);
  if (ids.length === 0) throw invalid('actions.assignUserToGroups.groupIds', BLANK);
  for (const id of ids) checkTarget(org, id);
  return ids;
}

function checkTarget(org: Org, id: string): void {
  const group = org.groups.get(id);
  if (group?.type !== 'OKTA_GROUP') {
    throw invalid('actions.assignUserToGroups.groupIds', `'${id}' is not a group that rules can assign`);
  }
  if (rolesOf(org, { groupId: id }).length > 0) throw fail('E0000192', group.profile.name);
}
