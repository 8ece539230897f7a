import { isSent } from './challenge.js';
import type { Factor } from './factor.js';
import { kindOf } from './factor-kinds.js';

/** Whose factor it is, and where links lead. */
export interface FactorPlace {
  readonly origin: string;
  readonly userId: string;
}

/** @returns a link as factors have them */
export function linkTo(href: string, ...allow: string[]) {
  return { href, hints: { allow } };
}

/**
 * @param factor - a factor
 * @param place - whose it is
 * @returns address of the factor
 */
export function factorHref(factor: Pick<Factor, 'id'>, { origin, userId }: FactorPlace): string {
  return `${origin}/api/v1/users/${userId}/factors/${factor.id}`;
}

/**
 * @param factor - a factor
 * @param place - whose it is
 * @returns its links
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/UserFactor/
 */
export function factorLinks(factor: Factor, place: FactorPlace) {
  const self = factorHref(factor, place);
  const user = `${place.origin}/api/v1/users/${place.userId}`;
  return {
    ...(factor.status === 'ACTIVE' ? linksOfActive(factor, self) : linksOfPending(factor, self)),
    ...(factor.factorType === 'question' && { questions: linkTo(`${user}/factors/questions`, 'GET') }),
    self: linkTo(self, 'GET', 'DELETE'),
    user: linkTo(user, 'GET'),
  };
}

function linksOfActive({ factorType }: Factor, self: string) {
  return factorType === 'question' ? {} : { verify: linkTo(`${self}/verify`, 'POST') };
}

function linksOfPending(factor: Factor, self: string) {
  const name = kindOf(factor).enrollment === 'device' ? 'poll' : 'activate';
  return {
    [name]: linkTo(`${self}/lifecycle/activate`, 'POST'),
    ...(isSent(factor) && { resend: { name: factor.factorType, ...linkTo(`${self}/resend`, 'POST') } }),
  };
}
