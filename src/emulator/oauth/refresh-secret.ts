import { createHash } from 'node:crypto';
import { BASE64URL, randomText } from '../org/chance.js';
import { nowIn, type Org } from '../org/org.js';
import { timestamp } from '../org/timestamp.js';
import { clientIdOf, clientSetting } from './client.js';
import type { RefreshToken } from './refresh-token.js';
import type { UserGrant } from './user-grant.js';

/** What the text of a refresh token leads to; a data file does not hold the text. */
export interface RefreshSecret {
  readonly tokenId: string;
  /** Set once another text took its place: until when it is still taken; milliseconds since 1970. */
  readonly until?: number;
}

const LENGTH = 43;
const FOR_EVER = Number.POSITIVE_INFINITY;
const LATEST = '9999-12-31T23:59:59.000Z';

/** How a user signed in, and where. */
export type SignedIn = Pick<RefreshToken, 'serverId' | 'authTime' | 'amr'>;

/**
 * Gives a client a refresh token.
 *
 * @param org - where it is kept
 * @param grant - what it is good for
 * @param signedIn - the sign-in that it prolongs
 * @returns its text
 */
export function issueRefreshToken(org: Org, grant: UserGrant, signedIn: SignedIn): string {
  const now = nowIn(org);
  const token: RefreshToken = {
    id: org.ids.next('oar'),
    clientId: clientIdOf(grant.app) ?? grant.app.id,
    userId: grant.user.id,
    ...signedIn,
    scopes: grant.scopes,
    created: now,
    lastUpdated: now,
    expiresAt: expiry(org, grant, now),
  };
  org.refreshTokens.set(token.id, token);
  return newSecret(org, token.id);
}

function newSecret(org: Org, tokenId: string): string {
  const text = randomText(org.chance, LENGTH, BASE64URL);
  org.refreshSecrets.set(digestOf(text), { tokenId });
  return text;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** It lasts as long as it is used, but not beyond its lifetime. */
function expiry({ clock }: Org, { refresh }: UserGrant, created: string): string {
  const unused = clock.now() + refresh.windowS * 1000;
  const most = refresh.lifetimeS === 0 ? FOR_EVER : Date.parse(created) + refresh.lifetimeS * 1000;
  const end = Math.min(refresh.windowS === 0 ? FOR_EVER : unused, most);
  return end === FOR_EVER ? LATEST : timestamp(end);
}

/**
 * Finds a refresh token by its text. One whose text was replaced is revoked: somebody has stolen it.
 *
 * @param org - where to look
 * @param text - as it was sent
 * @returns the token, `undefined` if it is unknown, revoked, replaced or expired
 */
export function refreshTokenOf(org: Org, text: string): RefreshToken | undefined {
  const secret = org.refreshSecrets.get(digestOf(text));
  const token = secret && org.refreshTokens.get(secret.tokenId);
  if (secret === undefined || token === undefined) return undefined;
  const isReplaced = secret.until !== undefined && org.clock.now() >= secret.until;
  if (isReplaced) org.refreshTokens.delete(token.id);
  return isReplaced || Date.parse(token.expiresAt) <= org.clock.now() ? undefined : token;
}

/**
 * Notes that a refresh token was used, and replaces its text if its client wants that.
 *
 * @param org - where it is kept
 * @param token - that was used
 * @param used - its text, and what it is good for now
 * @returns the text to use from now on
 * @see https://developer.okta.com/docs/guides/refresh-tokens/main/#refresh-token-rotation
 */
export function useRefreshToken(
  org: Org,
  token: RefreshToken,
  { text, grant }: { readonly text: string; readonly grant: UserGrant },
): string {
  const expiresAt = expiry(org, grant, token.created);
  org.refreshTokens.set(token.id, { ...token, lastUpdated: nowIn(org), expiresAt });
  const { rotation_type, leeway = 0 } = Object(clientSetting(grant.app, 'refresh_token'));
  if (rotation_type !== 'ROTATE') return text;
  const until = org.clock.now() + Number(leeway) * 1000;
  const before = org.refreshSecrets.get(digestOf(text));
  if (before?.until === undefined) org.refreshSecrets.set(digestOf(text), { tokenId: token.id, until });
  return newSecret(org, token.id);
}
