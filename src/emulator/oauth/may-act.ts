import type { Caller } from '../call.js';
import type { Org } from '../org/org.js';
import { rolesOf } from '../roles/roles-of.js';
import type { Route } from '../routing/router.js';

/** Roles that look and do not touch. */
const READERS: ReadonlySet<string> = new Set(['READ_ONLY_ADMIN', 'REPORT_ADMIN']);

/**
 * Whether the admin roles of a caller let them do what they ask for. A service app needs a role besides its scopes; one
 * that only reads does not write. What else a role allows, and its targets, are not looked at: any other role counts as
 * enough. API service integrations need none. Users who own API tokens may do everything.
 *
 * @param org - where roles are stored
 * @param caller - who asks
 * @param verb - of the operation
 * @returns whether they may; if not, the answer is `E0000006`
 * @see https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/#assign-admin-roles
 */
export function mayAct(org: Org, { app }: Caller, verb: Route['verb']): boolean {
  if (app === undefined || org.apiServices.get(app.id)) return true;
  const roles = rolesOf(org, { clientId: app.id });
  return roles.some(({ type }) => verb === 'GET' || !READERS.has(type));
}
