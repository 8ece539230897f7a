/** An access token and how it is to be sent. */
export interface AccessToken {
  readonly value: string;
  /** `DPoP` if it is bound to a key. Source: RFC 9449, section 5 */
  readonly type: 'Bearer' | 'DPoP';
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Milliseconds since 1970, when it was got. */
  readonly issuedAt: number;
}
