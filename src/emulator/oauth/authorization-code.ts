import { BASE64URL, randomText } from '../org/chance.js';
import type { Org } from '../org/org.js';

/** What a user let a client have, waiting for the client to fetch it. */
export interface AuthorizationCode {
  readonly clientId: string;
  readonly userId: string;
  /** Id of the authorization server, or `org`. */
  readonly serverId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly nonce?: string;
  /** SHA-256 of the verifier, in base64url. */
  readonly challenge?: string;
  /** When the user signed in, and how; seconds since 1970. */
  readonly authTime: number;
  readonly amr: readonly string[];
  /** Milliseconds since 1970. */
  readonly expires: number;
}

const LIFETIME_MS = 300_000;
const LENGTH = 43;

/**
 * @param org - where it is kept
 * @param code - what it stands for
 * @returns the code, good for five minutes and for one request
 */
export function issueCode(org: Org, code: Omit<AuthorizationCode, 'expires'>): string {
  const text = randomText(org.chance, LENGTH, BASE64URL);
  org.authorizationCodes.set(text, { ...code, expires: org.clock.now() + LIFETIME_MS });
  return text;
}

/**
 * Uses up a code.
 *
 * @param org - where it is kept
 * @param text - as it was sent
 * @returns what it stands for, `undefined` if it is unknown, used or expired
 */
export function redeemCode(org: Org, text: string): AuthorizationCode | undefined {
  const code = org.authorizationCodes.get(text);
  org.authorizationCodes.delete(text);
  return code && org.clock.now() <= code.expires ? code : undefined;
}
