import type { Node } from '../expressions/node.js';

/** A rule that says which realm users belong to. */
export interface RealmAssignment {
  readonly id: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly isDefault: boolean;
  readonly name: string;
  /** From 0; the lowest decides. The default one comes last. */
  readonly priority: number;
  readonly created: string;
  readonly lastUpdated: string;
  readonly realmId: string;
  readonly profileSourceId?: string;
  /** The condition as it was written; everybody fits if there is none. */
  readonly expression?: string;
  readonly condition?: Node;
  readonly domains: readonly string[];
}

/** One run of a realm assignment over all users. */
export interface RealmOperation {
  readonly id: string;
  readonly created: string;
  readonly assignment: { readonly id: string; readonly name: string };
  readonly numUserMoved: number;
  readonly realm: { readonly id: string; readonly name: string };
}

/** Okta's word for realm assignments in errors about what does not exist. */
export const REALM_ASSIGNMENT = 'RealmAssignment';
