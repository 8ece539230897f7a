/** A kind of user, with a schema of its own. */
export interface UserType {
  readonly id: string;
  readonly schemaId: string;
  readonly name: string;
  readonly displayName: string;
  readonly default: boolean;
  readonly created: string;
  readonly lastUpdated: string;
}
