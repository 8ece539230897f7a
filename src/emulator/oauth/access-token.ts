import type { App } from '../apps/app.js';
import { BASE64URL, randomText } from '../org/chance.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import { clientIdOf, clientNamed } from './client.js';
import type { Issuer } from './issuer.js';
import { isSignedBy, parseJwt, signJwt } from './jwt.js';
import { activeKey, madeKey, ORG_SERVER, publicKey, signingKeys } from './signing-keys.js';

/** What a client is given. */
export interface Grant {
  readonly app: App;
  readonly scopes: readonly string[];
  readonly lifetimeS: number;
  readonly audience: string;
  /** For whom the client acts, if not for itself. */
  readonly user?: User;
  /** Thumbprint of the key that the token is bound to. */
  readonly jkt?: string | undefined;
  /** Further claims; they win over standard ones. */
  readonly claims?: JsonObject;
}

/** A token that was issued. */
export interface AccessToken {
  readonly text: string;
  readonly jti: string;
}

/** An access token that was read back and holds. */
export interface ReadToken {
  readonly app: App;
  /** For whom the client acts, if not for itself. */
  readonly user: User | undefined;
  readonly scopes: readonly string[];
  readonly jkt: string | undefined;
  readonly claims: JsonObject;
}

/** Tells tokens for Okta's own API from others. */
const INTERNAL_TYPE = 'application/okta-internal-at+jwt';
const JTI_LENGTH = 43;

/**
 * Issues an access token.
 *
 * @param org - whose key signs, and whose clock holds
 * @param issuer - the authorization server
 * @param grant - what the client is given
 * @returns the token
 * @see https://developer.okta.com/docs/api/openapi/okta-oauth/guides/overview/#access-token
 */
export function issueAccessToken(org: Org, issuer: Issuer, grant: Grant): AccessToken {
  const key = madeKey(org, issuer.id, activeKey(org, issuer.id));
  const jti = `AT.${randomText(org.chance, JTI_LENGTH, BASE64URL)}`;
  const iat = Math.floor(org.clock.now() / 1000);
  const clientId = clientIdOf(grant.app);
  const payload = {
    ver: 1,
    jti,
    iss: issuer.url,
    aud: grant.audience,
    sub: grant.user?.profile.login ?? clientId,
    iat,
    exp: iat + grant.lifetimeS,
    cid: clientId,
    ...(grant.user && { uid: grant.user.id }),
    scp: grant.scopes,
    ...(grant.jkt !== undefined && { cnf: { jkt: grant.jkt } }),
    ...grant.claims,
  };
  const header = { kid: key.kid, ...(issuer.id === ORG_SERVER && { typ: INTERNAL_TYPE }) };
  return { text: signJwt(key.pair, header, payload), jti };
}

/**
 * Reads an access token.
 *
 * @param org - whose keys and clock hold
 * @param serverId - who must have issued it
 * @param text - the token
 * @returns what it says, `undefined` if it does not hold: forged, expired, revoked, or of a client that is gone
 */
export function readAccessToken(org: Org, serverId: string, text: string): ReadToken | undefined {
  const jwt = parseJwt(text);
  const key = signingKeys(org, serverId).find(({ kid }) => kid === jwt?.header['kid']);
  if (jwt === undefined || key === undefined) return undefined;
  if (!isSignedBy(jwt, publicKey(madeKey(org, serverId, key)))) return undefined;
  const { exp, jti, cid, uid, scp, cnf } = jwt.payload;
  const user = uid === undefined ? undefined : org.users.get(String(uid));
  if (uid !== undefined && user?.status !== 'ACTIVE') return undefined;
  const app = clientNamed(org, String(cid));
  if (Number(exp) <= org.clock.now() / 1000 || org.revokedTokens.get(String(jti)) || app?.status !== 'ACTIVE') {
    return undefined;
  }
  return { app, user, scopes: textsOf(scp), jkt: thumbprintIn(cnf), claims: jwt.payload };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function thumbprintIn(cnf: unknown): string | undefined {
  return typeof cnf === 'object' && cnf !== null && 'jkt' in cnf ? String(cnf.jkt) : undefined;
}
