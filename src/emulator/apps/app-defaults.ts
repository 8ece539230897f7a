import type { JsonObject } from '../org/json.js';
import type { SignOnMode } from './app.js';
import { passwordModes, signingModes } from './app-kinds.js';

/** What the defaults of an app depend on. */
export interface AppKind {
  readonly name: string;
  readonly signOnMode: SignOnMode;
  /** Whether the name was made up because none was sent. */
  readonly custom: boolean;
  /** Key that the org's apps sign with. */
  readonly keyId: string;
}

/**
 * Members that an app has even if they were not sent, as recorded.
 *
 * @param kind - of the app
 * @returns the defaults of everything but `credentials` and `settings`
 */
export function appDefaults({ name, signOnMode, custom }: AppKind): JsonObject {
  const link = custom || signOnMode === 'OPENID_CONNECT' ? `${name}_link` : 'login';
  const hidden = signOnMode === 'OPENID_CONNECT';
  return {
    accessibility: { selfService: false, errorRedirectUrl: null, loginRedirectUrl: null },
    visibility: {
      autoLaunch: false,
      autoSubmitToolbar: false,
      hide: { iOS: hidden, web: hidden },
      appLinks: { [link]: true },
    },
    features: [],
  };
}

/**
 * @param kind - of the app
 * @returns the defaults of `credentials`
 */
export function credentialDefaults({ signOnMode, keyId }: AppKind): JsonObject {
  return {
    ...(passwordModes.has(signOnMode) && { scheme: 'EDIT_USERNAME_AND_PASSWORD', revealPassword: false }),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Okta's own templates are written like this.
    userNameTemplate: { template: '${source.login}', type: 'BUILT_IN' },
    signing: signingModes.has(signOnMode) ? { kid: keyId } : {},
  };
}

/**
 * @param kind - of the app
 * @returns the defaults of `settings`
 */
export function settingDefaults({ signOnMode, name, custom }: AppKind): JsonObject {
  return {
    app: name === 'bookmark' ? { requestIntegration: false } : {},
    notifications: { vpn: { network: { connection: 'DISABLED' }, message: null, helpUrl: null } },
    manualProvisioning: false,
    implicitAssignment: false,
    emOptInStatus: 'NONE',
    notes: { admin: null, enduser: null },
    ...(signOnMode === 'SAML_2_0' && { signOn: custom ? samlDefaults : catalogueSamlDefaults }),
    ...(signOnMode === 'AUTO_LOGIN' && { signOn: { loginUrl: null, redirectUrl: null } }),
  };
}

/** Apps of the catalogue know where they are; what they know can be overridden. */
const catalogueSamlDefaults: JsonObject = {
  defaultRelayState: null,
  ssoAcsUrlOverride: null,
  audienceOverride: null,
  recipientOverride: null,
  destinationOverride: null,
  attributeStatements: [],
};

const samlDefaults: JsonObject = {
  defaultRelayState: null,
  ssoAcsUrl: null,
  idpIssuer: null,
  audience: null,
  recipient: null,
  destination: null,
  subjectNameIdTemplate: null,
  subjectNameIdFormat: null,
  responseSigned: null,
  assertionSigned: null,
  signatureAlgorithm: null,
  digestAlgorithm: null,
  honorForceAuthn: null,
  authnContextClassRef: null,
  spIssuer: null,
  requestCompressed: false,
  attributeStatements: [],
  inlineHooks: [],
  allowMultipleAcsEndpoints: false,
  acsEndpoints: [],
  slo: { enabled: false },
};
