import type { CertifiedKey } from '../keys/certified-key.js';
import { memberAt } from '../org/json.js';
import type { App } from './app.js';

const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata';
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
const BINDINGS = ['POST', 'Redirect'].map((name) => `urn:oasis:names:tc:SAML:2.0:bindings:HTTP-${name}`);
const NAME_FORMATS = ['unspecified', 'emailAddress'].map((name) => `urn:oasis:names:tc:SAML:1.1:nameid-format:${name}`);
const LINE = /.{1,76}/g;
const UNSAFE = /[<>&"']/g;

/**
 * Id under which SAML knows an app: as long as the app lives, it differs from the id of the app in its beginning only.
 *
 * @param app - the app
 * @returns e.g. `exk…`
 */
export function externalKey({ id }: App): string {
  return `exk${id.slice(3)}`;
}

/**
 * What Okta tells a service provider about itself.
 *
 * @param app - a SAML app
 * @param origin - scheme, host and port of the org
 * @param key - with which assertions are signed
 * @returns the XML
 * @see https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf
 */
export function samlMetadata(app: App, origin: string, key: CertifiedKey): string {
  const address = `${origin}/app/${encodeURIComponent(app.name)}/${externalKey(app)}`;
  const formats = NAME_FORMATS.map((format) => `<md:NameIDFormat>${format}</md:NameIDFormat>`);
  const logout = hasLogout(app) ? services('SingleLogoutService', `${address}/slo/saml`) : [];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<md:EntityDescriptor entityID="${escaped(issuerOf(app))}" xmlns:md="${METADATA}">`,
    `<md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${PROTOCOL}">`,
    `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${SIGNATURE}"><ds:X509Data>`,
    `<ds:X509Certificate>${key.certificate.match(LINE)?.join('\n')}</ds:X509Certificate>`,
    '</ds:X509Data></ds:KeyInfo></md:KeyDescriptor>',
    ...logout,
    ...formats,
    ...services('SingleSignOnService', `${address}/sso/saml`),
    '</md:IDPSSODescriptor></md:EntityDescriptor>',
  ].join('');
}

function services(name: string, location: string): string[] {
  return BINDINGS.map((binding) => `<md:${name} Binding="${binding}" Location="${escaped(location)}"/>`);
}

/** Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Application/ (idpIssuer) */
function issuerOf(app: App): string {
  const chosen = memberAt(app.settings, ['signOn', 'idpIssuer']);
  const template = typeof chosen === 'string' && chosen !== '' ? chosen : ISSUER;
  return template.replaceAll(EXTERNAL_KEY, externalKey(app));
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: Okta's own templates are written like this.
const EXTERNAL_KEY = '${org.externalKey}';
const ISSUER = `http://www.okta.com/${EXTERNAL_KEY}`;

function hasLogout({ settings }: App): boolean {
  return memberAt(settings, ['signOn', 'slo', 'enabled']) === true;
}

function escaped(text: string): string {
  return text.replace(UNSAFE, (character) => `&#${character.charCodeAt(0)};`);
}
