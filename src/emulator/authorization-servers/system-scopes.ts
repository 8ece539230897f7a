import type { OAuthScope } from './authorization-server.js';

type SystemScope = Omit<OAuthScope, 'id'>;

function scope(name: string, displayName: string, description: string): SystemScope {
  const rest = { system: true, metadataPublish: 'ALL_CLIENTS', consent: 'IMPLICIT', default: false, optional: false };
  return { name, displayName, description, ...rest };
}

/**
 * Scopes that every authorization server has.
 *
 * Source: https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims and recorded answers
 */
export const systemScopes: readonly SystemScope[] = [
  scope('openid', 'openid', 'Signs the user in.'),
  scope('profile', 'View your profile information', 'Gives the claims of the profile.'),
  scope('email', 'View your email address', 'Gives the email claims.'),
  scope('address', 'View your address', 'Gives the address claim.'),
  scope('phone', 'View your phone number', 'Gives the phone claims.'),
  scope('offline_access', 'Keep you signed in to the app', 'Gives a refresh token.'),
  scope('device_sso', 'Use SSO on your device', 'Gives a device secret.'),
];

/** Names of these scopes, which no client gets for itself. */
export const userScopes: ReadonlySet<string> = new Set(systemScopes.map(({ name }) => name));
