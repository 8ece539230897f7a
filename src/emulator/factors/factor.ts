import type { JsonObject } from '../org/json.js';

/** Kinds of factors. Source: `UserFactorType` of https://developer.okta.com/docs/api/openapi/okta-management/ */
export type FactorType =
  | 'call'
  | 'email'
  | 'push'
  | 'question'
  | 'sms'
  | 'token'
  | 'token:hardware'
  | 'token:hotp'
  | 'token:software:totp'
  | 'u2f'
  | 'web'
  | 'webauthn';

/** A code that was sent, or a nonce that is to be signed. */
export interface Challenge {
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly sent: number;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Something besides the password that a user proves to be themselves with. */
export interface Factor {
  readonly id: string;
  readonly factorType: FactorType;
  readonly provider: string;
  readonly status: 'ACTIVE' | 'PENDING_ACTIVATION';
  readonly created: string;
  readonly lastUpdated: string;
  /** What may be shown of it. */
  readonly profile?: JsonObject;
  /** Key of passcodes that the user's device computes, in base32 unless the kind says otherwise. */
  readonly sharedSecret?: string;
  /** Settings of a custom one-time password. */
  readonly factorProfileId?: string;
  /** Digest of the answer to a security question. */
  readonly answer?: string;
  /** Step or counter of the latest passcode that was accepted; none up to it is accepted again. */
  readonly spent?: number;
  readonly challenge?: Challenge;
  /** What the device is paired with, part of the address of the QR code. */
  readonly pairing?: string;
}

/** Okta's word for factors in errors about what does not exist. */
export const FACTOR = 'UserFactor';
