/** What a role is assigned to. */
export interface Principal {
  readonly type: 'USER' | 'GROUP' | 'CLIENT';
  readonly id: string;
}

/** A kind of app, or one app, that a role is limited to. */
export interface AppTarget {
  /** Name in the catalog. */
  readonly name: string;
  /** Of the one app; left out for all apps of the name. */
  readonly id?: string;
}

/** A role of a user, a group or a service app. */
export interface RoleAssignment {
  readonly id: string;
  /** Standard role, or `CUSTOM`. */
  readonly type: string;
  readonly principal: Principal;
  readonly created: string;
  readonly lastUpdated: string;
  /** Of a custom role: id of the role, and of the resources that it is about. */
  readonly custom?: { readonly roleId: string; readonly resourceSetId: string };
  /** What the role is limited to; nothing if both are empty. */
  readonly groupTargets: readonly string[];
  readonly appTargets: readonly AppTarget[];
}

/** Okta's word for role assignments in errors about what does not exist. */
export const ROLE_ASSIGNMENT = 'RoleAssignment';
