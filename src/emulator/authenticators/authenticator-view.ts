import { linkTo } from '../factors/factor-links.js';
import type { Authenticator, AuthenticatorMethod } from './authenticator.js';

/** Nobody can do without a password, and nobody without mail. */
const PERMANENT = new Set(['okta_password']);

/**
 * @param authenticator - an authenticator
 * @returns whether it can be switched off
 */
export function canBeSwitchedOff({ key }: Pick<Authenticator, 'key'>): boolean {
  return !PERMANENT.has(key);
}

/**
 * An authenticator as it is answered.
 *
 * @param authenticator - the authenticator
 * @param origin - where links lead
 * @returns the JSON
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Authenticator/
 */
export function authenticatorView(authenticator: Authenticator, origin: string) {
  const { id, key, type, name, status, created, lastUpdated, more } = authenticator;
  const self = `${origin}/api/v1/authenticators/${id}`;
  return {
    type,
    id,
    key,
    status,
    name,
    created,
    lastUpdated,
    ...more,
    _links: {
      self: linkTo(self, 'GET', 'PUT'),
      methods: linkTo(`${self}/methods`, 'GET'),
      ...(canBeSwitchedOff(authenticator) && lifecycleLink(self, status)),
    },
  };
}

/**
 * A method of an authenticator as it is answered.
 *
 * @param method - the method
 * @param authenticator - whose
 * @param origin - where links lead
 * @returns the JSON
 */
export function methodView({ type, status, more }: AuthenticatorMethod, { id }: Authenticator, origin: string) {
  const self = `${origin}/api/v1/authenticators/${id}/methods/${type}`;
  const { refused: _, ...shown } = more;
  return { type, status, ...shown, _links: { self: linkTo(self, 'GET', 'PUT'), ...lifecycleLink(self, status) } };
}

function lifecycleLink(self: string, status: Authenticator['status']) {
  const name = status === 'ACTIVE' ? 'deactivate' : 'activate';
  return { [name]: linkTo(`${self}/lifecycle/${name}`, 'POST') };
}
