import { Fault } from '../answers/fault.js';
import { nowIn, type Org } from '../org/org.js';
import { conditionFrom } from './condition.js';
import type { GroupRule } from './group-rule.js';

/**
 * Stops rules that assign a group which is gone, or ask for an attribute which is.
 *
 * @param org - whose rules
 */
export function invalidateRules(org: Org): void {
  const broken = [...org.groupRules.values()].filter((rule) => rule.status !== 'INVALID' && isBroken(org, rule));
  for (const rule of broken) org.groupRules.set(rule.id, { ...rule, status: 'INVALID', lastUpdated: nowIn(org) });
}

function isBroken(org: Org, { groupIds, expression }: GroupRule): boolean {
  if (groupIds.some((id) => org.groups.get(id) === undefined)) return true;
  try {
    conditionFrom(org, expression);
    return false;
  } catch (error) {
    if (error instanceof Fault) return true;
    throw error;
  }
}
