import type { JsonObject } from '../org/json.js';
import { BRANDS } from './brand.js';

/** Names of the templates. Source: recorded answers and https://developer.okta.com/docs/guides/custom-email/main/ */
export const EMAIL_TEMPLATES: readonly string[] = [
  'ADForgotPassword',
  'ADForgotPasswordDenied',
  'ADSelfServiceUnlock',
  'ADUserActivation',
  'AuthenticatorEnrolled',
  'AuthenticatorReset',
  'ChangeEmailConfirmation',
  'EmailChallenge',
  'EmailFactorVerification',
  'FactorEnrollment',
  'FactorReset',
  'ForgotPassword',
  'ForgotPasswordDenied',
  'LDAPForgotPassword',
  'LDAPForgotPasswordDenied',
  'LDAPSelfServiceUnlock',
  'LDAPUserActivation',
  'MyAccountChangeConfirmation',
  'NewSignOnNotification',
  'OktaVerifyActivation',
  'PasswordChanged',
  'PasswordResetByAdmin',
  'PendingEmailChange',
  'RegistrationActivation',
  'RegistrationEmailVerification',
  'SelfServiceUnlock',
  'SelfServiceUnlockOnUnlockedAccount',
  'UserActivation',
];

/**
 * @param brandId - id of a brand
 * @returns path of the list of its email templates
 */
export function templatesOf(brandId: string): string {
  return `${BRANDS}/${brandId}/templates/email`;
}

/**
 * @param name - of a template
 * @returns subject and body that are sent as long as nobody has customized it
 */
export function defaultContentOf(name: string): JsonObject {
  const title = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return {
    subject: `\${org.name}: ${title}`,
    body: `<html><body><p>Hi \${user.profile.firstName},</p><p>${title}</p><p>\${org.name}</p></body></html>`,
  };
}

/**
 * Fills in what a template knows of its reader.
 *
 * @param content - subject and body
 * @param values - by the name that stands between `${` and `}`
 * @returns the content as it is read; names without a value stay
 */
export function rendered({ subject, body }: JsonObject, values: Readonly<Record<string, unknown>>): JsonObject {
  const fill = (text: unknown) =>
    String(text).replace(/\$\{([^}]*)\}/g, (mark, name: string) => String(values[name.trim()] ?? mark));
  return { subject: fill(subject), body: fill(body) };
}
