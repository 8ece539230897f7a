import { isObject, type JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { Policy } from './policy.js';

/** Authenticators that policies can speak of. Source: `AuthenticatorEnrollmentPolicyAuthenticatorType`. */
const ENROLLABLE: ReadonlySet<string> = new Set([
  'custom_app',
  'custom_otp',
  'duo',
  'external_idp',
  'google_otp',
  'okta_email',
  'okta_password',
  'okta_verify',
  'onprem_mfa',
  'phone_number',
  'rsa_token',
  'security_question',
  'symantec_vip',
  'webauthn',
  'yubikey_token',
]);

/**
 * The settings of an enrollment policy as they are answered: they speak of every authenticator of the org; what nobody
 * decided about is not allowed.
 *
 * @param org - whose authenticators
 * @param policy - of type `MFA_ENROLL`
 * @returns the settings
 */
export function enrollmentSettings(org: Org, { settings = {} }: Policy): JsonObject {
  if (settings['type'] !== 'AUTHENTICATORS') return settings;
  const decided = decisions(settings);
  const known = new Set(decided.map(({ key }) => key));
  const keys = new Set([...org.authenticators.values()].map(({ key }) => key));
  const closed = [...keys].filter((key) => ENROLLABLE.has(key) && !known.has(key));
  const others = closed.map((key) => ({ key, enroll: { self: 'NOT_ALLOWED' } }));
  return { ...settings, authenticators: [...decided, ...others] };
}

function decisions({ authenticators }: JsonObject): JsonObject[] {
  return Array.isArray(authenticators) ? authenticators.filter(isObject) : [];
}
