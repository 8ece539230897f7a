import { fail } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { checkAppUserProfile } from '../schema/app-user-schema.js';
import type { App } from './app.js';
import { passwordModes } from './app-kinds.js';
import type { AppUser } from './assignment.js';

/**
 * Takes over credentials and profile that were sent for an app user.
 *
 * @param org - whose clock stamps the change
 * @param source - the app, and the assignment as it was
 * @param body - the JSON that was sent
 * @returns the assignment, not stored yet
 * @throws Fault `E0000041` for a password that the app would never ask for
 */
export function changedAppUser(
  org: Org,
  { app, appUser }: { readonly app: App; readonly appUser: AppUser },
  body: JsonObject,
): AppUser {
  const credentials = objectIn(body, 'credentials') ?? {};
  const password = objectIn(credentials, 'password');
  const setsPassword = password !== undefined && textIn(password, 'value') !== undefined;
  if (setsPassword && !passwordModes.has(app.signOnMode)) throw fail('E0000041', 'resource');
  const profile = { ...appUser.profile, ...objectIn(body, 'profile') };
  checkAppUserProfile(org, app, profile);
  return {
    ...appUser,
    userName: textIn(credentials, 'userName') ?? appUser.userName,
    hasPassword: appUser.hasPassword || setsPassword,
    profile,
    lastUpdated: nowIn(org),
  };
}
