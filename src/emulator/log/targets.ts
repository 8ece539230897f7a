import type { App } from '../apps/app.js';
import type { AppUser } from '../apps/assignment.js';
import type { Group } from '../groups/group.js';
import { displayName, type User } from '../users/user.js';
import type { Target } from './log-event.js';

/**
 * @param user - who an event is about
 * @returns the target
 */
export function userTarget(user: User): Target {
  return { id: user.id, type: 'User', alternateId: user.profile.login, displayName: displayName(user) };
}

/**
 * @param group - what an event is about
 * @returns the target
 */
export function groupTarget({ id, profile }: Group): Target {
  return { id, type: 'UserGroup', alternateId: 'unknown', displayName: profile.name };
}

/**
 * @param app - what an event is about
 * @returns the target
 */
export function appTarget({ id, label }: App): Target {
  return { id, type: 'AppInstance', alternateId: label, displayName: label };
}

/**
 * @param appUser - an assignment that an event is about
 * @param user - who is assigned
 * @returns the target
 */
export function appUserTarget({ id, userName }: AppUser, user: User): Target {
  return { id, type: 'AppUser', alternateId: userName ?? user.profile.login, displayName: displayName(user) };
}
