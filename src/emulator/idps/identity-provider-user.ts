import { invalid, notFound, TAKEN } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import { nowIn, type Org } from '../org/org.js';
import { userView } from '../users/user-view.js';

/** A user who signs in through an identity provider. */
export interface IdentityProviderUser {
  /** Of the user. */
  readonly id: string;
  /** Under which the identity provider knows them. */
  readonly externalId: string;
  readonly created: string;
  readonly lastUpdated: string;
}

const LINKED_USER = 'IdpUser';

/**
 * Finds the linked user that a request names.
 *
 * @param call - the request
 * @param idpId - of the identity provider
 * @returns the link
 * @throws Fault `E0000007` if the user is not linked
 */
export function findLinkedUser(call: Call, idpId: string): IdentityProviderUser {
  const userId = pathMember(call, 'userId');
  const linked = call.org.identityProviderUsers.get(idpId, userId);
  if (linked === undefined || call.org.users.get(userId) === undefined) throw notFound(userId, LINKED_USER);
  return linked;
}

/**
 * Links a user to an identity provider, or changes the name under which it knows them.
 *
 * @param org - where to
 * @param idpId - of the identity provider
 * @param wanted - the user, and the name
 * @returns the link
 * @throws Fault `E0000001` if it knows somebody else under the name
 */
export function linkUser(
  org: Org,
  idpId: string,
  { id, externalId }: Pick<IdentityProviderUser, 'id' | 'externalId'>,
): IdentityProviderUser {
  const { identityProviderUsers } = org;
  for (const other of identityProviderUsers.values(idpId)) {
    if (other.externalId === externalId && other.id !== id) throw invalid('externalId', TAKEN);
  }
  const now = nowIn(org);
  const created = identityProviderUsers.get(idpId, id)?.created ?? now;
  const linked = { id, externalId, created, lastUpdated: now };
  identityProviderUsers.set(idpId, id, linked);
  return linked;
}

/**
 * @param linked - a linked user
 * @param idpId - of the identity provider
 * @param call - the request; its `expand` may ask for `user`
 * @returns the JSON
 */
export function linkedUserView(
  { id, externalId, created, lastUpdated }: IdentityProviderUser,
  idpId: string,
  call: Call,
) {
  const idp = `${call.origin}/api/v1/idps/${idpId}`;
  const user = call.query.get('expand') === 'user' ? call.org.users.get(id) : undefined;
  return {
    id,
    externalId,
    created,
    lastUpdated,
    profile: {},
    ...(user && { _embedded: { user: userView(user, call) } }),
    _links: {
      self: { href: `${idp}/users/${id}`, hints: { allow: ['GET', 'DELETE'] } },
      idp: { href: idp },
      user: { href: `${call.origin}/api/v1/users/${id}` },
    },
  };
}
