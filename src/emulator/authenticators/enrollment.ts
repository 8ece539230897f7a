import { notFound } from '../answers/fault.js';
import type { Factor } from '../factors/factor.js';
import { kindOf } from '../factors/factor-kinds.js';
import { linkTo } from '../factors/factor-links.js';
import { factorsOf } from '../factors/factor-store.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import type { Authenticator } from './authenticator.js';
import { authenticatorWithKey } from './authenticator-store.js';
import { TAC, type TemporaryCode } from './temporary-code.js';

/** An authenticator as one user has it: one of their factors, or a temporary code. */
export type Enrollment =
  | { readonly kind: 'factor'; readonly id: string; readonly factor: Factor }
  | { readonly kind: 'code'; readonly id: string; readonly code: TemporaryCode };

/**
 * Lists the authenticators that a user has enrolled. They are the same things as the factors, seen from another side.
 *
 * @param org - where to look
 * @param user - whose
 * @returns the enrollments, those of factors first
 */
export function enrollmentsOf(org: Org, user: User): readonly Enrollment[] {
  const factors = factorsOf(org, user.id).map((factor) => ({ kind: 'factor' as const, id: factor.id, factor }));
  const codes = [...org.temporaryCodes.values(user.id)].map((code) => ({ kind: 'code' as const, id: code.id, code }));
  return [...factors, ...codes];
}

/**
 * @param org - where to look
 * @param user - whose
 * @param id - of the enrollment
 * @returns the enrollment
 * @throws Fault `E0000007` if the user has none of that id
 */
export function enrollmentById(org: Org, user: User, id: string): Enrollment {
  const found = enrollmentsOf(org, user).find((each) => each.id === id);
  if (found === undefined) throw notFound(id, 'AuthenticatorEnrollment');
  return found;
}

/** Where an enrollment is shown. */
export interface EnrollmentPlace {
  readonly org: Org;
  readonly origin: string;
  readonly user: User;
  /** Whether phone numbers are written out. */
  readonly disclose: boolean;
}

/**
 * An enrollment as it is answered.
 *
 * @param enrollment - the enrollment
 * @param place - whose, and where links lead
 * @returns the JSON
 */
export function enrollmentView(enrollment: Enrollment, place: EnrollmentPlace) {
  const { org, origin, user } = place;
  const key = enrollment.kind === 'code' ? TAC : kindOf(enrollment.factor).authenticator;
  const authenticator = authenticatorWithKey(org, key);
  const { id, created, lastUpdated } = enrollment.kind === 'code' ? enrollment.code : enrollment.factor;
  return {
    id,
    key,
    name: authenticator?.name ?? key,
    type: authenticator?.type ?? 'app',
    status: enrollment.kind === 'code' ? 'ACTIVE' : enrollment.factor.status,
    created,
    lastUpdated,
    ...profileOf(enrollment, place),
    _links: links({ id, origin, user, authenticator }),
  };
}

function profileOf(enrollment: Enrollment, { disclose }: EnrollmentPlace) {
  if (enrollment.kind === 'code') return {};
  const number = enrollment.factor.profile?.['phoneNumber'];
  if (typeof number !== 'string') return {};
  return { profile: { phoneNumber: disclose ? number : `${'X'.repeat(number.length - 4)}${number.slice(-4)}` } };
}

interface LinkSource {
  readonly id: string;
  readonly origin: string;
  readonly user: User;
  readonly authenticator: Authenticator | undefined;
}

function links({ id, origin, user, authenticator }: LinkSource) {
  const owner = `${origin}/api/v1/users/${user.id}`;
  return {
    self: linkTo(`${owner}/authenticator-enrollments/${id}`, 'GET', 'DELETE'),
    user: linkTo(owner, 'GET'),
    ...(authenticator && {
      authenticator: linkTo(`${origin}/api/v1/authenticators/${authenticator.id}`, 'GET'),
    }),
  };
}
