/**
 * Operations of the management description that need no credentials: those that it declares so, and the exchange of a
 * session token, which is a credential itself.
 *
 * Source: `security` of https://developer.okta.com/docs/api/openapi/okta-management/ and recorded answers
 */
export const publicOperations: ReadonlySet<string> = new Set([
  // Like the others about the current session, this is answered to whoever shows its cookie.
  'closeCurrentSession',
  'createSession',
  'getAppleAppSiteAssociationWellKnownURI',
  'getAssetLinksWellKnownURI',
  'getCurrentSession',
  'getWebAuthnWellKnownURI',
  'getWellKnownAppAuthenticatorConfiguration',
  'getWellknownOrgMetadata',
  'getWellknownSsfMetadata',
  'publishSecurityEventTokens',
  'refreshCurrentSession',
]);
