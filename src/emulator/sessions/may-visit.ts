import type { Org } from '../org/org.js';
import { isAdmin } from '../roles/roles-of.js';
import type { User } from '../users/user.js';

const OWN =
  /^\/api\/v1\/users\/([^/]+)(?:\/(?:factors|credentials|appLinks|groups|sessions|authenticator-enrollments)(?:\/|$)|$)/;

/**
 * Whether a user who shows the cookie of a session may do what they ask for: admins may, others only what is about
 * themselves.
 *
 * @param org - where roles are stored
 * @param user - of the session
 * @param uri - path of the request
 * @returns whether they may; if not, the answer is `E0000006`
 */
export function mayVisit(org: Org, user: User, uri: string): boolean {
  const named = decodeURIComponent(OWN.exec(uri)?.[1] ?? '');
  return isAdmin(org, { userId: user.id }) || ['me', user.id, user.profile.login].includes(named);
}
