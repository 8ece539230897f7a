import type { JsonObject } from '../org/json.js';

/** Who manages the members: admins, an app, or nobody. */
export type GroupType = 'OKTA_GROUP' | 'APP_GROUP' | 'BUILT_IN';

/** A group of users. */
export interface Group {
  readonly id: string;
  readonly created: string;
  readonly lastUpdated: string;
  readonly lastMembershipUpdated: string;
  readonly type: GroupType;
  readonly profile: GroupProfile;
  /** App that an APP_GROUP comes from. */
  readonly source?: { readonly id: string };
}

/** What is known about a group. */
export type GroupProfile = JsonObject & { readonly name: string; readonly description: string | null };

/** Okta's word for groups in errors about what does not exist. */
export const GROUP = 'UserGroup';
