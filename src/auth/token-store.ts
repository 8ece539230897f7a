import type { AccessToken } from './access-token.js';

/** An access token as a store keeps it: plain JSON. */
export interface StoredToken {
  readonly value: string;
  readonly type: 'Bearer';
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  /** Milliseconds since 1970; a store may forget the token then. */
  readonly expiresAt: number;
}

/**
 * Keeps access tokens outside of the process, so that several processes share one. What it holds opens the org: keep it
 * as safe as the private key. Tokens that are bound to a key (DPoP) are not stored.
 *
 * @example
 * ```ts
 * const tokenStore: okta.TokenStore = {
 *   get: async (key) => JSON.parse((await redis.get(key)) ?? 'null') ?? undefined,
 *   set: async (key, token) => { await redis.set(key, JSON.stringify(token), { PXAT: token.expiresAt }); },
 * };
 * ```
 */
export interface TokenStore {
  /**
   * @param key - names org, client and scopes
   * @returns the token, `undefined` if there is none
   */
  get(key: string): StoredToken | undefined | Promise<StoredToken | undefined>;
  /**
   * @param key - names org, client and scopes
   * @param token - to keep until it expires
   */
  set(key: string, token: StoredToken): unknown;
}

/**
 * Checks what a store gave; it may have been written by anybody.
 *
 * @param stored - from the store
 * @param now - milliseconds since 1970, until when it must be good
 * @returns the token, `undefined` if it is none or has expired
 */
export function storedToken(stored: unknown, now: number): AccessToken | undefined {
  const { value, expiresAt, issuedAt } = (stored ?? {}) as Partial<StoredToken>;
  const isToken = typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) && typeof expiresAt === 'number';
  return isToken && expiresAt > now ? { value, type: 'Bearer', expiresAt, issuedAt: issuedAt ?? now } : undefined;
}
