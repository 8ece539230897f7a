// What is sent in place of what the documentation shows, where the documentation shows another kind of thing.

const oauthClient = {
  redirect_uris: ['https://shop.example.com/callback'],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token'],
  application_type: 'web',
};
export const oidcApp = { name: 'oidc_client', label: 'Shop', signOnMode: 'OPENID_CONNECT', settings: { oauthClient } };
export const serviceApp = {
  ...oidcApp,
  settings: { oauthClient: { application_type: 'service', grant_types: ['client_credentials'] } },
};
const samlSignOn = {
  ssoAcsUrl: 'https://shop.example.com/acs',
  recipient: 'https://shop.example.com/acs',
  destination: 'https://shop.example.com/acs',
  audience: 'https://shop.example.com',
  subjectNameIdTemplate: `$${'{user.userName}'}`,
  subjectNameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  signatureAlgorithm: 'RSA_SHA256',
  digestAlgorithm: 'SHA256',
  authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  responseSigned: true,
  assertionSigned: true,
  honorForceAuthn: true,
  requestCompressed: false,
  allowMultipleAcsEndpoints: false,
};
export const samlApp = { label: 'Payroll', signOnMode: 'SAML_2_0', settings: { signOn: samlSignOn } };
export const org2org = {
  name: 'okta_org2org',
  label: 'Other org',
  signOnMode: 'SAML_2_0',
  settings: {
    app: {
      acsUrl: 'https://other.okta.test/sso/saml2/1',
      audRestriction: 'https://other.okta.test',
      baseUrl: 'https://other.okta.test',
    },
  },
};
export const googleOtp = { key: 'google_otp', name: 'Google Authenticator' };
export const webauthn = { key: 'webauthn', name: 'Security Key or Biometric' };
export const keyOfDomain = {
  type: 'webauthn',
  settings: { rpId: { enabled: false, domain: { name: 'example.com' } } },
};
export const accessPolicy = { type: 'ACCESS_POLICY', name: 'Shop', description: 'How the shop is entered' };
export const appAdmin = { type: 'APP_ADMIN' };
export const password = { value: 'c0rrect-Horse-7' };
export const ada = { login: 'ada@example.com', email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' };
export const userWithPassword = {
  profile: ada,
  credentials: { password, recovery_question: { question: 'Who built it?', answer: 'Babbage' } },
};
export const staged = { profile: ada };
export const grant = { issuer: 'https://emulator.okta.test', scopeId: 'okta.users.read' };
export const binding = {
  role: 'cr01a2b3c4D5e6F7g8h9',
  members: ['https://emulator.okta.test/api/v1/users/00u1a2b3c4D5e6F7g8h9'],
};
export const FIRST_USER = '00u1a2b3c4D5e6F7g8h9';
export const [FIRST_GROUP, SECOND_GROUP] = ['00g1a2b3c4D5e6F7g8h9', '00g9h8g7F6e5D4c3b2a1'];
export const googleApp = {
  name: 'google',
  label: 'Mail',
  signOnMode: 'SAML_2_0',
  settings: { app: { domain: 'example.com', afwOnly: false } },
};
export const officeApp = {
  name: 'office365',
  label: 'Office',
  signOnMode: 'SAML_2_0',
  settings: { app: { domain: 'example.com', msftTenant: 'example', wsFedConfigureType: 'AUTO' } },
};
export const question = { question: 'disliked_food', answer: 'mayonnaise' };
