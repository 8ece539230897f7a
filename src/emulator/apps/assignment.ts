import type { JsonObject } from '../org/json.js';

/** A user who may use an app. */
export interface AppUser {
  /** Id of the user. */
  readonly id: string;
  /** Assigned directly, or through a group. */
  readonly scope: 'USER' | 'GROUP';
  readonly created: string;
  readonly lastUpdated: string;
  readonly statusChanged: string;
  readonly userName: string | null;
  /** Whether a password is stored for the app. */
  readonly hasPassword: boolean;
  readonly profile: JsonObject;
}

/** A group whose members may use an app. */
export interface AppGroup {
  /** Id of the group. */
  readonly id: string;
  readonly lastUpdated: string;
  /** From 0; where groups disagree about a profile, the lowest decides. */
  readonly priority: number;
  readonly profile: JsonObject;
}

/** Okta's word for app users in errors about what does not exist. */
export const APP_USER = 'AppUser';
/** Okta's word for group assignments in errors about what does not exist. */
export const APP_GROUP = 'ApplicationGroupAssignment';
