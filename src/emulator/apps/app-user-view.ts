import type { Call } from '../call.js';
import type { Org } from '../org/org.js';
import { listedUser } from '../users/user-view.js';
import { grantingGroup } from './access.js';
import type { App } from './app.js';
import type { AppUser } from './assignment.js';

type Place = Pick<Call, 'origin'> & { readonly org: Org };

/**
 * An app user as it is answered.
 *
 * @param app - the app
 * @param appUser - the assignment
 * @param place - org and origin of the links
 * @returns the JSON
 */
export function appUserView({ id: appId }: App, appUser: AppUser, { org, origin }: Place) {
  const { id, created, lastUpdated, scope, statusChanged, userName, hasPassword, profile } = appUser;
  const groupId = scope === 'GROUP' ? grantingGroup(org, appId, id) : undefined;
  return {
    id,
    externalId: null,
    created,
    lastUpdated,
    scope,
    status: 'ACTIVE',
    statusChanged,
    passwordChanged: null,
    syncState: 'DISABLED',
    credentials: { userName, ...(hasPassword && { password: {} }) },
    profile,
    _links: {
      app: { href: `${origin}/api/v1/apps/${appId}` },
      user: { href: `${origin}/api/v1/users/${id}` },
      ...(groupId !== undefined && { group: { href: `${origin}/api/v1/groups/${groupId}` } }),
    },
  };
}

/**
 * What `expand=user` adds to app users.
 *
 * @param appUser - the assignment
 * @param call - the request
 * @returns an object with `_embedded`, or an empty one
 */
export function embeddedOwner({ id }: AppUser, { query, org, origin }: Call) {
  const user = query.get('expand') === 'user' ? org.users.get(id) : undefined;
  return user ? { _embedded: { user: listedUser(user, { origin }) } } : {};
}
