import { holds } from '../expressions/evaluate.js';
import { userTarget } from '../log/targets.js';
import type { Org } from '../org/org.js';
import { filtered } from '../paging/cut.js';
import type { Transaction } from '../transaction.js';
import type { User } from '../users/user.js';
import type { RealmAssignment } from './realm-assignment.js';

/**
 * Puts a new user into the realm that the first fitting assignment names. One who was put somewhere stays there.
 *
 * @param transaction - the org, and its log
 * @param user - as stored
 * @returns the user, stored with the realm
 */
export function placeUser(transaction: Transaction, user: User): User {
  if (user.realmId !== undefined) return user;
  const active = [...filtered(transaction.org.realmAssignments.values(), ({ status }) => status === 'ACTIVE')];
  const first = active
    .sort((one, other) => one.priority - other.priority)
    .find((rule) => fits(transaction.org, rule, user));
  return first ? move(transaction, user, first.realmId) : user;
}

/**
 * Puts all users whom an assignment fits into its realm.
 *
 * @param transaction - the org, and its log
 * @param assignment - the rule
 * @returns how many users were elsewhere before
 */
export function placeAll(transaction: Transaction, assignment: RealmAssignment): number {
  const { org } = transaction;
  const elsewhere = ({ realmId }: User) => realmId !== assignment.realmId;
  const moved = [...org.users.values()].filter((user) => elsewhere(user) && fits(org, assignment, user));
  for (const user of moved) move(transaction, user, assignment.realmId);
  return moved.length;
}

function fits(org: Org, { condition, expression, domains }: RealmAssignment, user: User): boolean {
  if (user.status === 'DEPROVISIONED') return false;
  const domain = user.profile.login.split('@').at(-1) ?? '';
  if (domains.length > 0 && !domains.includes(domain)) return false;
  return expression === undefined || (condition !== undefined && holds(condition, { org, user }));
}

function move({ org, record }: Transaction, user: User, realmId: string): User {
  const moved = { ...user, realmId };
  org.users.set(user.id, moved);
  record('directory.realm.user.move', [userTarget(moved)]);
  return moved;
}
