import type { Node } from '../expressions/node.js';

/** Makes every user a member of some groups for whom a condition holds. */
export interface GroupRule {
  readonly id: string;
  /** INVALID once a group that it assigns, or an attribute that it asks for, is gone. */
  readonly status: 'ACTIVE' | 'INACTIVE' | 'INVALID';
  readonly name: string;
  readonly created: string;
  readonly lastUpdated: string;
  /** The condition as it was written. */
  readonly expression: string;
  /** And as it is evaluated. */
  readonly condition: Node;
  /** Whether the condition asks for memberships, so that these may change its result. */
  readonly asksForGroups: boolean;
  readonly groupIds: readonly string[];
  readonly excludedUserIds: readonly string[];
  readonly excludedGroupIds: readonly string[];
}

/** Okta's word for group rules in errors about what does not exist. */
export const GROUP_RULE = 'PolicyRule';
