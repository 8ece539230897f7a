import type { OutboxKind } from '../outbox/outbox-message.js';
import type { Factor, FactorType } from './factor.js';

/** What happens before a factor may be used. */
type Enrollment =
  /** Nothing: it is there at once. */
  | 'none'
  /** A code is sent and has to be sent back. */
  | 'sent code'
  /** The device computes a code from a shared secret. */
  | 'computed code'
  /** The device answers by itself. */
  | 'device'
  /** A security key signs a nonce. */
  | 'signature'
  /** A passcode of the token comes with the enrollment. */
  | 'passcode';

/** What kinds of factors have of their own. */
export interface FactorKind {
  readonly factorType: FactorType;
  readonly provider: string;
  /** Beginning of the ids. */
  readonly prefix: string;
  readonly enrollment: Enrollment;
  /** Key and method of the authenticator that it belongs to. */
  readonly authenticator: string;
  readonly method: string;
  /** How codes reach the user. */
  readonly channel?: OutboxKind;
  /** What a session that was opened with it says in `amr`. */
  readonly amr: readonly string[];
  /** Whether a user may have several. */
  readonly several?: true;
}

const OTP = ['mfa', 'otp'];

/**
 * The kinds of factors that Okta knows.
 *
 * Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/UserFactor/ and recorded ids
 */
export const factorKinds: readonly FactorKind[] = [
  {
    factorType: 'question',
    provider: 'OKTA',
    prefix: 'ufs',
    enrollment: 'none',
    authenticator: 'security_question',
    method: 'security_question',
    amr: ['mfa', 'kba'],
  },
  {
    factorType: 'token:software:totp',
    provider: 'GOOGLE',
    prefix: 'uft',
    enrollment: 'computed code',
    authenticator: 'google_otp',
    method: 'otp',
    amr: OTP,
  },
  {
    factorType: 'token:software:totp',
    provider: 'OKTA',
    prefix: 'ost',
    enrollment: 'computed code',
    authenticator: 'okta_verify',
    method: 'totp',
    amr: OTP,
  },
  {
    factorType: 'sms',
    provider: 'OKTA',
    prefix: 'mbl',
    enrollment: 'sent code',
    authenticator: 'phone_number',
    method: 'sms',
    channel: 'sms',
    amr: ['mfa', 'sms'],
  },
  {
    factorType: 'call',
    provider: 'OKTA',
    prefix: 'clf',
    enrollment: 'sent code',
    authenticator: 'phone_number',
    method: 'voice',
    channel: 'call',
    amr: ['mfa', 'tel'],
  },
  {
    factorType: 'email',
    provider: 'OKTA',
    prefix: 'emf',
    enrollment: 'sent code',
    authenticator: 'okta_email',
    method: 'email',
    channel: 'email',
    amr: OTP,
  },
  {
    factorType: 'push',
    provider: 'OKTA',
    prefix: 'opf',
    enrollment: 'device',
    authenticator: 'okta_verify',
    method: 'push',
    amr: ['mfa', 'swk'],
  },
  {
    factorType: 'web',
    provider: 'DUO',
    prefix: 'dsf',
    enrollment: 'device',
    authenticator: 'duo',
    method: 'duo',
    amr: ['mfa'],
  },
  {
    factorType: 'webauthn',
    provider: 'FIDO',
    prefix: 'fwf',
    enrollment: 'signature',
    authenticator: 'webauthn',
    method: 'webauthn',
    amr: ['mfa', 'hwk'],
    several: true,
  },
  {
    factorType: 'u2f',
    provider: 'FIDO',
    prefix: 'fuf',
    enrollment: 'signature',
    authenticator: 'security_key',
    method: 'webauthn',
    amr: ['mfa', 'hwk'],
    several: true,
  },
  {
    factorType: 'token',
    provider: 'RSA',
    prefix: 'rsa',
    enrollment: 'passcode',
    authenticator: 'onprem_mfa',
    method: 'otp',
    amr: OTP,
  },
  {
    factorType: 'token',
    provider: 'SYMANTEC',
    prefix: 'ufv',
    enrollment: 'passcode',
    authenticator: 'symantec_vip',
    method: 'otp',
    amr: OTP,
  },
  {
    factorType: 'token:hardware',
    provider: 'YUBICO',
    prefix: 'ykf',
    enrollment: 'passcode',
    authenticator: 'yubikey_token',
    method: 'otp',
    amr: ['mfa', 'hwk'],
  },
  {
    factorType: 'token:hotp',
    provider: 'CUSTOM',
    prefix: 'chf',
    enrollment: 'none',
    authenticator: 'custom_otp',
    method: 'otp',
    amr: OTP,
  },
];

/**
 * @param factor - its type and provider
 * @returns what its kind is like, `undefined` if Okta knows no such kind
 */
export function kindNamed(factor: { readonly factorType: string; readonly provider: string }): FactorKind | undefined {
  return factorKinds.find(
    ({ factorType, provider }) => factorType === factor.factorType && provider === factor.provider,
  );
}

/**
 * @param factor - of a user
 * @returns what its kind is like
 */
export function kindOf(factor: Factor): FactorKind {
  const kind = kindNamed(factor);
  if (kind === undefined) throw new Error(`There are no factors ${factor.factorType} of ${factor.provider}`);
  return kind;
}
