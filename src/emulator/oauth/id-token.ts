import { createHash } from 'node:crypto';
import { BASE64URL, randomText } from '../org/chance.js';
import type { Org } from '../org/org.js';
import type { AccessToken } from './access-token.js';
import { clientIdOf } from './client.js';
import type { Issuer } from './issuer.js';
import { signJwt } from './jwt.js';
import { activeKey, madeKey } from './signing-keys.js';
import { userClaims } from './user-claims.js';
import type { UserGrant } from './user-grant.js';

/** What an ID token tells of. */
export interface Identification {
  readonly grant: UserGrant;
  /** The access token that it comes with. */
  readonly access: AccessToken;
  /** Seconds since 1970. */
  readonly authTime: number;
  readonly amr: readonly string[];
  readonly nonce?: string | undefined;
}

const LIFETIME_S = 3600;
const JTI_LENGTH = 43;

/**
 * Issues an ID token.
 *
 * @param org - whose key signs
 * @param issuer - the authorization server
 * @param identification - who signed in, when and how
 * @returns the token
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDToken
 */
export function issueIdToken(org: Org, issuer: Issuer, identification: Identification): string {
  const { grant, access, authTime, amr, nonce } = identification;
  const key = madeKey(org, issuer.id, activeKey(org, issuer.id));
  const iat = Math.floor(org.clock.now() / 1000);
  const payload = {
    ...userClaims(grant.user, grant.scopes),
    sub: grant.user.id,
    ver: 1,
    iss: issuer.url,
    aud: clientIdOf(grant.app),
    iat,
    exp: iat + LIFETIME_S,
    jti: `ID.${randomText(org.chance, JTI_LENGTH, BASE64URL)}`,
    amr,
    idp: org.facts.id,
    auth_time: authTime,
    at_hash: halfHash(access.text),
    ...(nonce !== undefined && { nonce }),
  };
  return signJwt(key.pair, { kid: key.kid }, payload);
}

/** Source: OpenID Connect Core 1.0, section 3.1.3.6 */
function halfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
}
