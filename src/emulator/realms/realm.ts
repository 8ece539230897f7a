import type { JsonObject } from '../org/json.js';

/** A part of the org's users with admins of its own. */
export interface Realm {
  readonly id: string;
  readonly created: string;
  readonly lastUpdated: string;
  readonly isDefault: boolean;
  readonly profile: JsonObject & { readonly name: string };
}

/** Okta's word for realms in errors about what does not exist. */
export const REALM = 'Realm';
