import type { JsonObject } from '../org/json.js';

/** A method, and what is said about it unless an admin says otherwise. */
interface MethodKind {
  readonly type: string;
  readonly more?: JsonObject;
}

/** What authenticators of one key have in common. */
export interface AuthenticatorKind {
  readonly type: string;
  readonly name: string;
  readonly more?: JsonObject;
  readonly methods: readonly MethodKind[];
  /** Whether an org may have several. */
  readonly several?: true;
}

const TOTP = { timeIntervalInSeconds: 30, encoding: 'base32', algorithm: 'HMacSHA1', passCodeLength: 6 };
const SIGNING = { keyProtection: 'ANY', algorithms: ['ES256', 'RS256'] };
const PUSH = { settings: { ...SIGNING, transactionTypes: ['LOGIN'] } };
const WEBAUTHN = {
  settings: {
    aaguidGroups: [],
    userVerification: 'DISCOURAGED',
    userVerificationForVerify: 'PREFERRED',
    attachment: 'ANY',
    rpId: { enabled: false },
    enableAutofillUI: false,
    residentKeyRequirement: 'REQUIRED',
    showSignInWithAPasskeyButton: false,
    certBasedAttestationValidation: false,
    hardwareProtected: false,
    fipsCompliant: false,
    allowSyncablePasskeys: true,
  },
};

/**
 * The authenticators that Okta knows, by key.
 *
 * Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Authenticator/ and recorded answers
 */
export const authenticatorKinds: Readonly<Record<string, AuthenticatorKind>> = {
  okta_email: {
    type: 'email',
    name: 'Email',
    more: { settings: { allowedFor: 'recovery', tokenLifetimeInMinutes: 5 } },
    methods: [{ type: 'email' }],
  },
  okta_verify: {
    type: 'app',
    name: 'Okta Verify',
    more: {
      settings: {
        compliance: { fips: 'OPTIONAL' },
        channelBinding: { style: 'NUMBER_CHALLENGE', required: 'NEVER' },
        userVerification: 'PREFERRED',
      },
    },
    methods: [
      { type: 'push', more: PUSH },
      { type: 'totp', more: { settings: TOTP } },
      { type: 'signed_nonce', more: { settings: { ...SIGNING, showSignInWithOV: 'ALWAYS' } } },
    ],
  },
  okta_password: { type: 'password', name: 'Password', methods: [{ type: 'password' }] },
  phone_number: {
    type: 'phone',
    name: 'Phone',
    more: { settings: { allowedFor: 'any' } },
    methods: [{ type: 'sms' }, { type: 'voice' }],
  },
  webauthn: {
    type: 'security_key',
    name: 'Security Key or Biometric',
    methods: [{ type: 'webauthn', more: WEBAUTHN }],
  },
  security_question: {
    type: 'security_question',
    name: 'Security Question',
    more: { settings: { allowedFor: 'recovery' } },
    methods: [{ type: 'security_question' }],
  },
  google_otp: {
    type: 'app',
    name: 'Google Authenticator',
    methods: [
      {
        type: 'otp',
        more: { protocol: 'TOTP', ...TOTP, acceptableAdjacentIntervals: 2, verifiableProperties: [] },
      },
    ],
  },
  duo: { type: 'app', name: 'Duo Security', methods: [{ type: 'duo', more: { verifiableProperties: [] } }] },
  custom_otp: {
    type: 'security_key',
    name: 'Custom OTP',
    several: true,
    methods: [
      {
        type: 'otp',
        more: {
          protocol: 'TOTP',
          algorithm: 'HMacSHA1',
          encoding: 'hexadecimal',
          passCodeLength: 6,
          timeIntervalInSeconds: 30,
          acceptableAdjacentIntervals: 3,
          verifiableProperties: ['HARDWARE_PROTECTED', 'DEVICE_BOUND'],
        },
      },
    ],
  },
  custom_app: { type: 'app', name: 'Custom authenticator', several: true, methods: [{ type: 'push', more: PUSH }] },
  external_idp: {
    type: 'federated',
    name: 'IdP Authenticator',
    several: true,
    methods: [{ type: 'idp', more: { verifiableProperties: [] } }],
  },
  smart_card_idp: {
    type: 'federated',
    name: 'Smart Card Authenticator',
    methods: [{ type: 'cert', more: { verifiableProperties: [] } }],
  },
  symantec_vip: {
    type: 'app',
    name: 'Symantec VIP',
    methods: [{ type: 'otp', more: { protocol: 'SYMANTEC', verifiableProperties: [] } }],
  },
  yubikey_token: {
    type: 'security_key',
    name: 'YubiKey OTP',
    methods: [
      { type: 'otp', more: { protocol: 'YUBICO', verifiableProperties: ['HARDWARE_PROTECTED', 'DEVICE_BOUND'] } },
    ],
  },
  onprem_mfa: {
    type: 'security_key',
    name: 'On-Prem MFA',
    methods: [{ type: 'otp', more: { protocol: 'TOTP', verifiableProperties: [] } }],
  },
  security_key: { type: 'security_key', name: 'Security Key', methods: [{ type: 'webauthn', more: WEBAUTHN }] },
  tac: { type: 'tac', name: 'Temporary Access Code', methods: [{ type: 'tac' }] },
};

/** Authenticators that a fresh org has, in the order of the recorded list. */
export const seeded: readonly { readonly key: string; readonly status: 'ACTIVE' | 'INACTIVE' }[] = [
  { key: 'okta_email', status: 'ACTIVE' },
  { key: 'okta_verify', status: 'ACTIVE' },
  { key: 'okta_password', status: 'ACTIVE' },
  { key: 'phone_number', status: 'INACTIVE' },
  { key: 'webauthn', status: 'INACTIVE' },
  { key: 'security_question', status: 'ACTIVE' },
];
