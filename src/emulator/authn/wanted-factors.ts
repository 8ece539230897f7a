import { isOffered } from '../factors/enroll.js';
import type { Factor } from '../factors/factor.js';
import { type FactorKind, factorKinds } from '../factors/factor-kinds.js';
import { factorsOf } from '../factors/factor-store.js';
import { isObject, memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import { policiesFor } from '../policies/applicable.js';
import { sessionPolicy } from '../policies/session-policy.js';
import type { User } from '../users/user.js';

/** Authenticators that every user has from the start. */
const GIVEN = new Set(['okta_email', 'okta_password']);

/** What enrollment policies say about a kind. */
type Wish = 'OPTIONAL' | 'REQUIRED' | 'NOT_ALLOWED';

/**
 * @param org - where to look
 * @param user - who signs in
 * @returns active factors that they can prove to have
 */
export function usableFactors(org: Org, user: User): readonly Factor[] {
  return factorsOf(org, user.id).filter(({ status }) => status === 'ACTIVE');
}

/**
 * @param org - where to look
 * @param user - who signs in
 * @returns the kinds of factors that they may enroll, and whether they must
 */
export function offeredKinds(org: Org, user: User): readonly { readonly kind: FactorKind; readonly wish: Wish }[] {
  return factorKinds
    .filter((kind) => isOffered(org, kind))
    .map((kind) => ({ kind, wish: wishFor(org, user, kind) }))
    .filter(({ wish }) => wish !== 'NOT_ALLOWED');
}

function wishFor(org: Org, user: User, { authenticator }: FactorKind): Wish {
  const [policy] = policiesFor(org, 'MFA_ENROLL', user);
  const entries = memberAt(policy?.settings, ['authenticators']);
  // Policies of Classic orgs speak of factors instead, and leave users the choice here.
  if (!Array.isArray(entries)) return 'OPTIONAL';
  const self = memberAt(
    entries.filter(isObject).find(({ key }) => key === authenticator),
    ['enroll', 'self'],
  );
  return self === 'REQUIRED' || self === 'OPTIONAL' ? self : 'NOT_ALLOWED';
}

/**
 * Whether a user has to enroll a factor before they are in: one that is required of them, or any, if the sign-on rule
 * asks for a factor and they have none.
 *
 * @param org - where to look
 * @param user - who signs in
 * @returns whether they have to
 */
export function mustEnroll(org: Org, user: User): boolean {
  const enrolled = usableFactors(org, user);
  if (enrolled.length === 0 && sessionPolicy(org, user).requireFactor) return true;
  return offeredKinds(org, user).some(
    ({ kind, wish }) => wish === 'REQUIRED' && !GIVEN.has(kind.authenticator) && !hasOf(enrolled, kind),
  );
}

/** One factor of an authenticator is enough, e.g. a text or a call for the phone. */
function hasOf(enrolled: readonly Factor[], { authenticator }: FactorKind): boolean {
  const kinds = factorKinds.filter((each) => each.authenticator === authenticator);
  return enrolled.some((factor) =>
    kinds.some(({ factorType, provider }) => factorType === factor.factorType && provider === factor.provider),
  );
}
