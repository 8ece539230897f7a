import { invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import type { GroupRule } from './group-rule.js';

const NAMES = 'groupIdToGroupNameMap';

/**
 * A group rule as it is answered.
 *
 * @param rule - the rule
 * @param call - the request; its `expand` may ask for the names of the groups
 * @returns the JSON
 * @throws Fault `E0000001` for any other `expand`
 */
export function groupRuleView(rule: GroupRule, call: Call) {
  const { id, status, name, created, lastUpdated, expression, groupIds, excludedUserIds, excludedGroupIds } = rule;
  return {
    type: 'group_rule',
    id,
    status,
    name,
    created,
    lastUpdated,
    conditions: {
      people: { users: { exclude: excludedUserIds }, groups: { exclude: excludedGroupIds } },
      expression: { value: expression, type: 'urn:okta:expression:1.0' },
    },
    actions: { assignUserToGroups: { groupIds } },
    allGroupsValid: groupIds.every((groupId) => call.org.groups.get(groupId) !== undefined),
    ...embedded(rule, call),
  };
}

function embedded({ groupIds, excludedGroupIds }: GroupRule, { query, org }: Call) {
  const expand = query.get('expand') ?? '';
  if (expand === '') return {};
  if (expand !== NAMES) throw invalid('RequestParams', 'Expand query is malformed.');
  const names = [...groupIds, ...excludedGroupIds].flatMap((id) => {
    const group = org.groups.get(id);
    return group ? [[id, group.profile.name]] : [];
  });
  return { _embedded: { [NAMES]: Object.fromEntries(names) } };
}
