import { linkTo } from '../factors/factor-links.js';
import { factorsOf } from '../factors/factor-store.js';
import type { Org } from '../org/org.js';
import { timestamp } from '../org/timestamp.js';
import type { Session } from './session.js';

/**
 * A session as it is answered.
 *
 * @param session - the session
 * @param place - org and origin of the links
 * @returns the JSON
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Session/
 */
export function sessionView(session: Session, { org, origin }: { readonly org: Org; readonly origin: string }) {
  const self = `${origin}/api/v1/sessions/${session.id}`;
  return {
    id: session.id,
    userId: session.userId,
    login: org.users.get(session.userId)?.profile.login,
    createdAt: session.createdAt,
    expiresAt: timestamp(session.expires),
    status: 'ACTIVE',
    lastPasswordVerification: session.lastPasswordVerification ?? undefined,
    lastFactorVerification: session.lastFactorVerification ?? undefined,
    amr: session.amr,
    idp: { id: org.facts.id, type: 'OKTA' },
    mfaActive: factorsOf(org, session.userId).some(({ status }) => status === 'ACTIVE'),
    _links: {
      self: linkTo(self, 'GET', 'DELETE'),
      refresh: linkTo(`${self}/lifecycle/refresh`, 'POST'),
      user: { name: 'user', ...linkTo(`${origin}/api/v1/users/${session.userId}`, 'GET') },
    },
  };
}
