import type { App } from '../apps/app.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import { type Attributes, type Schema, schemaFrom } from './attribute.js';
import { checkProfile } from './check-profile.js';

/** What users of every app have. */
const base: Attributes = { userName: { title: 'Username', type: 'string', required: true, maxLength: 100 } };

/**
 * @param org - where the app lives
 * @param app - an app
 * @returns the schema of the profiles of its users
 */
export function appUserSchema(org: Org, { id, created }: App): Schema {
  return org.schemas.get(id) ?? schemaFrom({ id, created, lastUpdated: created, base, custom: {} });
}

/**
 * Checks the profile of a user of an app. What apps of the catalog know about users is unknown here, so that profiles are
 * free until somebody declares attributes for the app.
 *
 * @param org - where the app lives
 * @param app - an app
 * @param profile - as it would be stored
 * @throws Fault `E0000001`
 */
export function checkAppUserProfile(org: Org, app: App, profile: JsonObject): void {
  if (org.schemas.get(app.id) === undefined) return;
  checkProfile(profile, { schema: appUserSchema(org, app), subject: 'profile', optional: ['userName'] });
}
