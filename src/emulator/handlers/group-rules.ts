import { noContent, ok } from '../answers/answer.js';
import { invalid } from '../answers/fault.js';
import { bodyOf, switchIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { applyToAll } from '../group-rules/apply-rules.js';
import type { GroupRule } from '../group-rules/group-rule.js';
import { groupRuleView } from '../group-rules/group-rule-view.js';
import { changedGroupRule, findGroupRule, groupRuleFrom } from '../group-rules/read-group-rule.js';
import { dropRuleMembers } from '../group-rules/rule-members.js';
import type { EventType } from '../log/event-types.js';
import type { Target } from '../log/log-event.js';
import { groupTarget } from '../log/targets.js';
import { nowIn } from '../org/org.js';
import { resolved } from '../org/resolved.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';

function ruleTarget({ id, name }: GroupRule): Target {
  return { id, type: 'PolicyRule', alternateId: 'unknown', displayName: name };
}

function save({ org, record }: Call, rule: GroupRule, event: EventType): void {
  org.groupRules.set(rule.id, rule);
  record(event, [ruleTarget(rule)]);
}

const createGroupRule: Handler = (call) => {
  const rule = groupRuleFrom(call.org, bodyOf(call));
  save(call, rule, 'policy.rule.add');
  return ok(groupRuleView(rule, call));
};

const getGroupRule: Handler = (call) => ok(groupRuleView(findGroupRule(call), call));

const replaceGroupRule: Handler = (call) => {
  const before = findGroupRule(call);
  checkStopped(before, 'updated');
  const rule = changedGroupRule(call.org, before, bodyOf(call));
  save(call, rule, 'policy.rule.update');
  return ok(groupRuleView(rule, call));
};

function checkStopped({ status }: GroupRule, change: string): void {
  if (status === 'ACTIVE') throw invalid('status', `An active rule cannot be ${change}, it must be deactivated before`);
}

const deleteGroupRule: Handler = (call) => {
  const rule = findGroupRule(call);
  checkStopped(rule, 'deleted');
  dropRuleMembers(call, rule, switchIn(call, 'removeUsers', false));
  call.org.groupRules.delete(rule.id);
  call.record('policy.rule.delete', [ruleTarget(rule)]);
  return { status: 202 };
};

const activateGroupRule: Handler = (call) => {
  const { org, record } = call;
  const before = findGroupRule(call);
  if (before.status === 'INVALID') throw invalid('status', 'An invalid rule cannot be activated');
  if (before.status === 'ACTIVE') return noContent();
  const rule: GroupRule = { ...before, status: 'ACTIVE', lastUpdated: nowIn(org) };
  save(call, rule, 'policy.rule.activate');
  applyToAll(call, rule);
  const groups = [...resolved(rule.groupIds, org.groups)];
  record('group.user_membership.rule.evaluation', [ruleTarget(rule), ...groups.map(groupTarget)]);
  return noContent();
};

/** Who came in through the rule stays. */
const deactivateGroupRule: Handler = (call) => {
  const rule = findGroupRule(call);
  if (rule.status !== 'ACTIVE') return noContent();
  save(call, { ...rule, status: 'INACTIVE', lastUpdated: nowIn(call.org) }, 'policy.rule.deactivate');
  return noContent();
};

/** `search` finds a word in the name or in the expression. */
const listGroupRules: Handler = (call) => {
  const { groupRules } = call.org;
  const word = (call.query.get('search') ?? '').toLowerCase();
  const keep = ({ name, expression }: GroupRule) => `${name}\n${expression}`.toLowerCase().includes(word);
  return listById(call, {
    list: 'groupRules',
    itemsAfter: (after) => filtered(groupRules.values({ after }), keep),
    exists: (id) => groupRules.get(id) !== undefined,
    view: (rule) => groupRuleView(rule, call),
  });
};

/** Rules that make users members of groups. */
export const groupRules: Handlers = {
  createGroupRule,
  getGroupRule,
  listGroupRules,
  replaceGroupRule,
  deleteGroupRule,
  activateGroupRule,
  deactivateGroupRule,
};
