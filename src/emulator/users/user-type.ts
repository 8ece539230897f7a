/** A kind of user, with a schema of its own. */
export interface UserType {
  readonly id: string;
  readonly schemaId: string;
  readonly name: string;
  readonly displayName: string;
  readonly description?: string;
  readonly default: boolean;
  readonly created: string;
  readonly lastUpdated: string;
  /** Id of a user; missing on what came with the org. */
  readonly createdBy?: string;
  readonly lastUpdatedBy?: string;
}

/** Okta's word for user types in errors about what does not exist. */
export const USER_TYPE = 'CVDType';
