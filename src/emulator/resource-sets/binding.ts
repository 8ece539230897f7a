import { nowIn, type Org } from '../org/org.js';

/** A custom role, and what it is about. */
export interface BindingKey {
  readonly resourceSetId: string;
  readonly roleId: string;
}

/**
 * @param key - role and resource set
 * @returns left side of the members of the binding
 */
export function bindingPath({ resourceSetId, roleId }: BindingKey): string {
  return `${resourceSetId}/${roleId}`;
}

/**
 * Makes somebody a member of a binding, and the binding if there is none.
 *
 * @param org - where to
 * @param key - role and resource set
 * @param member - ids of the membership, and of who gets it
 */
export function bind(
  org: Org,
  key: BindingKey,
  member: { readonly memberId: string; readonly principalId: string },
): void {
  ensureBinding(org, key);
  org.bindingMembers.set(bindingPath(key), member.memberId, member.principalId);
}

/**
 * Makes a binding without members unless there is one.
 *
 * @param org - where to
 * @param key - role and resource set
 */
export function ensureBinding(org: Org, { resourceSetId, roleId }: BindingKey): void {
  if (org.bindings.get(resourceSetId, roleId)) return;
  org.bindings.set(resourceSetId, roleId, { id: roleId, created: nowIn(org) });
}
