import type { Org } from '../org/org.js';

/** A user or a group that answers for a group. */
export interface GroupOwner {
  /** Id of the user or the group. */
  readonly id: string;
  readonly type: 'USER' | 'GROUP';
  readonly displayName: string;
  /** Milliseconds since 1970: lists and single answers write it in different ways. */
  readonly lastUpdated: number;
}

/**
 * Forgets who owns a group that goes, and what a user or a group owned that goes.
 *
 * @param org - where from
 * @param id - of the user or the group
 */
export function forgetOwners({ groupOwners }: Org, id: string): void {
  for (const ownerId of [...groupOwners.rights(id)]) groupOwners.delete(id, ownerId);
  for (const groupId of [...groupOwners.lefts(id)]) groupOwners.delete(groupId, id);
}
