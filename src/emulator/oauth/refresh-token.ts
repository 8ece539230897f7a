import type { Org } from '../org/org.js';
import { filtered } from '../paging/cut.js';

/** Lets a client get new access tokens for a user. */
export interface RefreshToken {
  readonly id: string;
  readonly clientId: string;
  readonly userId: string;
  /** Id of the authorization server, or `org`. */
  readonly serverId: string;
  readonly scopes: readonly string[];
  readonly created: string;
  readonly lastUpdated: string;
  readonly expiresAt: string;
  /** When the user signed in, and how; seconds since 1970. */
  readonly authTime?: number;
  readonly amr?: readonly string[];
}

/**
 * Forgets refresh tokens whose user, client or authorization server goes.
 *
 * @param org - where from
 * @param isGone - says which
 */
export function dropRefreshTokens({ refreshTokens }: Org, isGone: (token: RefreshToken) => boolean): void {
  for (const { id } of [...filtered(refreshTokens.values(), isGone)]) refreshTokens.delete(id);
}

/** Okta's word for refresh tokens in errors about what does not exist. */
export const REFRESH_TOKEN = 'OAuth2RefreshTokenTx';
