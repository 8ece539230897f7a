import type { OAuthClaim } from './authorization-server.js';

type SystemClaim = Omit<OAuthClaim, 'id'>;

/** The user name of who signed in, or the id of a client that acts by itself. Source: recorded answers */
export const SUBJECT = '(appuser != null) ? appuser.userName : app.clientId';

/** Claims of ID tokens by the scope that brings them. Source: OpenID Connect Core 1.0, section 5.4 */
const identityClaims: Readonly<Record<string, readonly string[]>> = {
  address: ['address'],
  email: ['email', 'email_verified'],
  phone: ['phone_number'],
  profile: [
    'birthdate',
    'family_name',
    'gender',
    'given_name',
    'locale',
    'middle_name',
    'name',
    'nickname',
    'picture',
    'preferred_username',
    'profile',
    'updated_at',
    'website',
    'zoneinfo',
  ],
};

const SYSTEM = { status: 'ACTIVE', system: true };

function identityClaim(scope: string, name: string): SystemClaim {
  const kind = { claimType: 'IDENTITY', valueType: 'SYSTEM', value: name, alwaysIncludeInToken: false };
  return { name, ...SYSTEM, ...kind, scopes: [scope] };
}

/** Claims that every authorization server has, as recorded. */
export const systemClaims: readonly SystemClaim[] = [
  {
    name: 'sub',
    ...SYSTEM,
    claimType: 'RESOURCE',
    valueType: 'EXPRESSION',
    value: SUBJECT,
    scopes: [],
    alwaysIncludeInToken: true,
  },
  ...Object.entries(identityClaims)
    .flatMap(([scope, names]) => names.map((name) => identityClaim(scope, name)))
    .sort((one, other) => (one.name < other.name ? -1 : 1)),
];
