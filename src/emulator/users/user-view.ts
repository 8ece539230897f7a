import type { Call } from '../call.js';
import type { Org } from '../org/org.js';
import type { User } from './user.js';
import { userLinks } from './user-links.js';

type Place = Pick<Call, 'origin'> & { readonly org: Org };

/**
 * A user as it is answered alone.
 *
 * @param user - the user
 * @param place - org and origin of the links
 * @returns the JSON
 */
export function userView(user: User, place: Place) {
  return viewOf(user, userLinks(user, place));
}

/**
 * A user as it is answered in lists.
 *
 * @param user - the user
 * @param place - origin of the links
 * @returns the JSON
 */
export function listedUser(user: User, { origin }: Pick<Call, 'origin'>) {
  return viewOf(user, { self: { href: `${origin}/api/v1/users/${user.id}` } });
}

function viewOf(user: User, _links: object) {
  return {
    id: user.id,
    status: user.status,
    created: user.created,
    activated: user.activated,
    statusChanged: user.statusChanged,
    lastLogin: user.lastLogin,
    lastUpdated: user.lastUpdated,
    passwordChanged: user.passwordChanged,
    realmId: user.realmId,
    type: user.type,
    profile: user.profile,
    credentials: credentialsView(user),
    _links,
  };
}

/**
 * Credentials as they are answered: what kinds there are, never what they are.
 *
 * @param user - whose credentials
 * @returns the JSON
 */
export function credentialsView({ credentials, profile, activated }: User) {
  const { password, recovery, provider } = credentials;
  return {
    password: password && {},
    emails: password && activated ? emailsOf(profile) : undefined,
    recovery_question: recovery && { question: recovery.question },
    provider,
  };
}

function emailsOf({ email, secondEmail }: User['profile']) {
  const emails = [
    { value: email, status: 'VERIFIED', type: 'PRIMARY' },
    { value: secondEmail, status: 'VERIFIED', type: 'SECONDARY' },
  ];
  return emails.filter(({ value }) => typeof value === 'string');
}

/**
 * What `expand` adds to users.
 *
 * @param user - the user
 * @param call - the request
 * @returns an object with `_embedded`, or an empty one
 */
export function embeddedIn({ id, created }: User, { query, org }: Call) {
  const wanted = (query.get('expand') ?? '').split(',').map((name) => name.trim());
  const classification = org.classifications.get(id) ?? { type: 'STANDARD', lastUpdated: created };
  const embedded = {
    ...(wanted.includes('blocks') && { blocks: [] }),
    ...(wanted.includes('classification') && { classification }),
  };
  return Object.keys(embedded).length === 0 ? {} : { _embedded: embedded };
}
