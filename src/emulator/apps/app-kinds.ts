import type { SignOnMode } from './app.js';

/** A kind of app that has a fixed name. */
export interface AppTemplate {
  readonly signOnMode: SignOnMode;
  /** Members of `settings.app` that must be sent. */
  readonly required: readonly string[];
}

/**
 * The template apps, by the `name` under which they are created.
 *
 * Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Application/
 */
export const appTemplates: Readonly<Record<string, AppTemplate>> = {
  bookmark: { signOnMode: 'BOOKMARK', required: ['url'] },
  template_basic_auth: { signOnMode: 'BASIC_AUTH', required: ['url', 'authURL'] },
  template_swa: { signOnMode: 'BROWSER_PLUGIN', required: ['url', 'buttonField', 'usernameField', 'passwordField'] },
  template_swa3field: {
    signOnMode: 'BROWSER_PLUGIN',
    required: [
      'targetURL',
      'buttonSelector',
      'passwordSelector',
      'userNameSelector',
      'extraFieldSelector',
      'extraFieldValue',
    ],
  },
  template_sps: { signOnMode: 'SECURE_PASSWORD_STORE', required: ['url', 'usernameField', 'passwordField'] },
  template_wsfed: {
    signOnMode: 'WS_FEDERATION',
    required: [
      'audienceRestriction',
      'groupValueFormat',
      'wReplyURL',
      'nameIDFormat',
      'authnContextClassRef',
      'siteURL',
      'usernameAttribute',
    ],
  },
  oidc_client: { signOnMode: 'OPENID_CONNECT', required: [] },
};

/** What must be in `settings.signOn` of apps that are made without a name, by mode. */
export const customSignOn: Readonly<Partial<Record<SignOnMode, readonly string[]>>> = {
  AUTO_LOGIN: ['loginUrl'],
  SAML_2_0: [
    'ssoAcsUrl',
    'recipient',
    'destination',
    'audience',
    'subjectNameIdTemplate',
    'subjectNameIdFormat',
    'signatureAlgorithm',
    'digestAlgorithm',
    'authnContextClassRef',
    'responseSigned',
    'assertionSigned',
    'requestCompressed',
    'honorForceAuthn',
    'allowMultipleAcsEndpoints',
  ],
};

/** Modes in which Okta signs what it tells the app. */
export const signingModes: ReadonlySet<SignOnMode> = new Set([
  'OPENID_CONNECT',
  'SAML_1_1',
  'SAML_2_0',
  'WS_FEDERATION',
]);

/** Modes in which Okta fills a password into a form. */
export const passwordModes: ReadonlySet<SignOnMode> = new Set([
  'AUTO_LOGIN',
  'BASIC_AUTH',
  'BROWSER_PLUGIN',
  'SECURE_PASSWORD_STORE',
]);
