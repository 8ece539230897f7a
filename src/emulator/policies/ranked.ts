/** What has a place among its siblings: policies of the org and of authorization servers, and their rules. */
export interface Ranked {
  readonly id: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  /** The lowest number is looked at first. */
  readonly priority: number;
  /** Came with the org, or with what it belongs to. */
  readonly system: boolean;
  readonly created: string;
  readonly lastUpdated: string;
}
