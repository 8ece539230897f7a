/** Something that a resource set is about. */
export interface SetResource {
  readonly id: string;
  readonly created: string;
  readonly lastUpdated: string;
  /** Address or ORN, as it was sent. */
  readonly reference: string;
  readonly conditions?: unknown;
}

/** What custom roles are about. */
export interface ResourceSet {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly created: string;
  readonly lastUpdated: string;
  readonly resources: readonly SetResource[];
}

/** A custom role that is assigned for a resource set. */
export interface Binding {
  /** Id of the role. */
  readonly id: string;
  readonly created: string;
}

/** Okta's word for resource sets in errors about what does not exist. */
export const RESOURCE_SET = 'IAMPolicy';
