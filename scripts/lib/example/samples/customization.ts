import { CERTIFICATE_TEXT, CHAIN_TEXT, PRIVATE_KEY_TEXT } from '../files.js';
import { id } from '../ids.js';
import { made, type Samples } from '../value.js';

/** Brands, pages, e-mail, text messages. */
export const customization: Samples = {
  CreateBrandRequest: { name: 'Acme' },
  BrandRequest: {
    name: 'Acme',
    locale: 'en',
    removePoweredByOkta: true,
    agreeToCustomPrivacyPolicy: true,
    customPrivacyPolicyUrl: 'https://example.com/privacy',
  },
  UpdateThemeRequest: {
    primaryColorHex: '#1662dd',
    secondaryColorHex: '#ebebed',
    signInPageTouchPointVariant: 'BACKGROUND_SECONDARY_COLOR',
    endUserDashboardTouchPointVariant: 'FULL_THEME',
    errorPageTouchPointVariant: 'OKTA_DEFAULT',
    emailTemplateTouchPointVariant: 'FULL_THEME',
  },
  ErrorPage: {
    pageContent: '<!DOCTYPE html><html><body><h1>{{errorSummary}}</h1></body></html>',
    contentSecurityPolicySetting: made,
  },
  SignInPage: {
    pageContent: '<!DOCTYPE html><html><body><div id="okta-login-container"></div></body></html>',
    widgetVersion: '7',
    widgetCustomizations: { signInLabel: 'Welcome', widgetGeneration: 'G3' },
  },
  ContentSecurityPolicySetting: { mode: 'report_only', reportUri: 'https://example.com/csp' },
  HostedPage: { type: 'EXTERNALLY_HOSTED', url: 'https://example.com/signed-out' },
  WellKnownURIRequest: { representation: { origins: ['https://shop.example.com'] } },
  EmailCustomization: {
    language: 'de',
    isDefault: false,
    subject: 'Willkommen bei Acme',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the service fills these in
    body: '<p>Hallo ${user.profile.firstName}, <a href="${activationLink}">los geht es</a>.</p>',
  },
  EmailSettings: { recipients: 'ALL_USERS' },
  EmailDomain: {
    brandId: made,
    domain: 'example.com',
    displayName: 'Acme',
    userName: 'noreply',
    validationSubdomain: 'mail',
  },
  UpdateEmailDomain: { displayName: 'Acme', userName: 'noreply' },
  EmailServerBasicCreate: {
    authType: 'BASIC_SMTP_AUTH',
    alias: 'Acme mail',
    enabled: true,
    host: made,
    port: made,
    username: 'okta',
    password: made,
  },
  EmailServerBasic: { authType: 'BASIC_SMTP_AUTH', host: made, port: made },
  EmailTestAddresses: { fromAddress: 'noreply@example.com', toAddress: made },
  DomainCertificate: {
    type: 'PEM',
    certificate: CERTIFICATE_TEXT,
    certificateChain: CHAIN_TEXT,
    privateKey: PRIVATE_KEY_TEXT,
  },
  SmsTemplate: {
    name: 'Verification',
    type: 'SMS_VERIFY_CODE',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the service fills these in
    template: '${org.name}: your code is ${code}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the service fills these in
    translations: { de: '${org.name}: Ihr Code ist ${code}' },
  },
  BouncesRemoveListObj: { emailAddresses: made },
  OrgSetting: {
    companyName: 'Acme',
    website: made,
    phoneNumber: made,
    supportPhoneNumber: '+15557654321',
    endUserSupportHelpURL: 'https://help.example.com',
  },
  OrgContactUser: { userId: id('00u') },
  ChildOrg: {
    name: 'Acme Development',
    subdomain: made,
    edition: 'SKU',
    admin: { profile: { firstName: made, lastName: made, email: made, login: made } },
  },
  OrgAerialConsent: { accountId: '0200bs617vFg8m7Lk3' },
  OktaSupportCase: { impersonation: { status: 'ENABLED' } },
  AutoAssignAdminAppSetting: { autoAssignAdminAppSetting: true },
  ThirdPartyAdminSetting: { thirdPartyAdmin: true },
  FailbackRequestSchema: { domains: ['login.example.com'] },
  FailoverRequestSchema: { domains: ['login.example.com'] },
  OktaPersonalAdminFeatureSettings: { enableExportApps: true, enableEnduserEntryPoints: false },
  PersonalAppsBlockList: { domains: ['example.com'] },
  DesktopMFAEnforceNumberMatchingChallengeOrgSetting: { desktopMFAEnforceNumberMatchingChallengeEnabled: true },
  DesktopMFARecoveryPinOrgSetting: { desktopMFARecoveryPinEnabled: true },
};
