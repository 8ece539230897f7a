/** One side of a relation between users. */
export interface LinkedObjectSide {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'USER';
}

/** A relation between users: each associated user has one primary user, e.g. a manager. */
export interface LinkedObject {
  readonly primary: LinkedObjectSide;
  readonly associated: LinkedObjectSide;
}

/** Okta's word for definitions in errors about what does not exist. */
export const LINKED_OBJECT = 'LinkedObject';
/** Okta's word for names of relations in errors about what does not exist. */
export const LINKED_OBJECT_NAME = 'LinkedObjectProperty';
