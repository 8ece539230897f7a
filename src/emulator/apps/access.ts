import { appTarget, appUserTarget, userTarget } from '../log/targets.js';
import { nowIn, type Org } from '../org/org.js';
import type { Transaction } from '../transaction.js';
import type { User } from '../users/user.js';
import { appUserName } from './app-user-name.js';
import type { AppUser } from './assignment.js';

/**
 * @param user - a user
 * @returns whether apps may be assigned to them
 */
export function mayUseApps({ status }: User): boolean {
  return status !== 'STAGED' && status !== 'DEPROVISIONED';
}

/**
 * Gives a user an app because a group of theirs has it. One that they have already stays as it is: direct wins.
 *
 * @param transaction - the org, and its log
 * @param appId - what to give
 * @param user - a member of the group
 */
export function grantByGroup({ org, record }: Transaction, appId: string, user: User): void {
  const app = org.apps.get(appId);
  if (app === undefined || !mayUseApps(user) || org.appUsers.get(appId, user.id)) return;
  const appUser = newAppUser(org, { userId: user.id, scope: 'GROUP', userName: appUserName(app, user) });
  org.appUsers.set(appId, user.id, appUser);
  record('application.user_membership.add', [appUserTarget(appUser, user), appTarget(app), userTarget(user)]);
}

/**
 * Takes an app from a user who had it through groups only and is in none of them any more.
 *
 * @param transaction - the org, and its log
 * @param appId - what to take
 * @param userId - whose groups changed
 */
export function reviewByGroup(transaction: Transaction, appId: string, userId: string): void {
  const { org } = transaction;
  if (org.appUsers.get(appId, userId)?.scope !== 'GROUP') return;
  if (grantingGroup(org, appId, userId) === undefined) revoke(transaction, appId, userId);
}

/**
 * Takes an app from a user, however they got it.
 *
 * @param transaction - the org, and its log
 * @param appId - what to take
 * @param userId - from whom
 */
export function revoke({ org, record }: Transaction, appId: string, userId: string): void {
  const [app, user, appUser] = [org.apps.get(appId), org.users.get(userId), org.appUsers.get(appId, userId)];
  if (app === undefined || user === undefined || appUser === undefined) return;
  org.appUsers.delete(appId, userId);
  record('application.user_membership.remove', [appUserTarget(appUser, user), appTarget(app), userTarget(user)]);
}

/**
 * @param org - where all of them live
 * @param appId - an app
 * @param userId - a user
 * @returns id of a group that gives the user the app
 */
export function grantingGroup(org: Org, appId: string, userId: string): string | undefined {
  for (const groupId of org.appGroups.rights(appId)) if (org.members.get(groupId, userId)) return groupId;
  return undefined;
}

/**
 * Gives a user the apps of all their groups, as when they become active.
 *
 * @param transaction - the org, and its log
 * @param user - who gets them
 */
export function grantAllByGroups(transaction: Transaction, user: User): void {
  const { members, appGroups } = transaction.org;
  for (const groupId of [...members.lefts(user.id)]) {
    for (const appId of [...appGroups.lefts(groupId)]) grantByGroup(transaction, appId, user);
  }
}

/** What is known about an assignment when it is made. */
export interface Assignment {
  readonly userId: string;
  readonly scope: AppUser['scope'];
  readonly userName: string | null;
}

/**
 * @param org - whose clock stamps it
 * @param assignment - who, how, and under which name
 * @returns an app user, not stored yet
 */
export function newAppUser(org: Org, { userId, scope, userName }: Assignment): AppUser {
  const now = nowIn(org);
  const times = { created: now, lastUpdated: now, statusChanged: now };
  return { id: userId, scope, ...times, userName, hasPassword: false, profile: {} };
}
