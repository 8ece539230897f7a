import { id, KEY_ID } from './ids.js';
import type { Samples } from './value.js';
import { LATER, MORNING } from './values.js';

/** Optional parameters worth showing wherever they exist; all others only where a line below names them. */
export const SHOWN: ReadonlySet<string> = new Set(['activate', 'limit', 'sendEmail']);

/** What to give for the members of request objects, by method. Optional parameters named here are shown. */
export const REQUESTS: Samples = {
  // users and groups
  listUsers: {
    search: 'profile.department eq "Engineering"',
    limit: 200,
    sortBy: 'profile.lastName',
    sortOrder: 'asc',
  },
  getUser: { userId: 'ada.lovelace@example.com' },
  createUser: { activate: true },
  deleteUser: { sendEmail: false, prefer: 'respond-async' },
  replaceUser: {
    user: {
      profile: { firstName: 'Ada', lastName: 'King', email: 'ada.king@example.com', login: 'ada.king@example.com' },
    },
  },
  changeRecoveryQuestion: {
    userCredentials: {
      password: { value: 'Tr0ub4dor-and-3' },
      recovery_question: { question: 'Who designed the engine?', answer: 'Babbage' },
    },
  },
  forgotPasswordSetNewPassword: {
    userCredentials: { password: { value: 'Tr0ub4dor-and-3' }, recovery_question: { answer: 'Babbage' } },
  },
  revokeUserSessions: { oauthTokens: true },
  listUserGrants: { expand: 'scope', limit: 20 },
  listGroups: { search: 'type eq "OKTA_GROUP" and profile.name sw "Eng"', limit: 200 },
  listGroupOwners: { search: 'type eq "USER"' },
  listGroupRules: { search: 'engineers', limit: 50 },
  getGroupRule: { expand: 'groupIdToGroupNameMap' },
  deleteGroupRule: { removeUsers: true },
  listAssignedRolesForUser: { expand: 'targets/groups' },
  getRoleTargetsByUserIdAndRoleId: { assignmentType: 'USER' },
  listRealms: { search: 'profile.name eq "Partners"' },
  upsertUserRisk: { userRiskRequest: { riskLevel: 'HIGH' } },
  updateUserProfile: { schemaId: 'default' },
  getUserSchema: { schemaId: 'default' },
  // applications
  listApplications: { filter: 'status eq "ACTIVE"', limit: 50 },
  listApplicationUsers: { q: 'ada', limit: 50 },
  listApplicationGroupAssignments: { q: 'Engin', limit: 50 },
  cloneApplicationKey: { targetAid: id('0oa', true) },
  getFeatureForApplication: { name: 'USER_PROVISIONING' },
  updateFeatureForApplication: { name: 'USER_PROVISIONING' },
  updateDefaultProvisioningConnectionForApplication: { activate: true },
  getAllCrossAppAccessConnections: { status: 'ACTIVE' },
  listGroupPushMappings: { status: 'ACTIVE', lastUpdated: '2026-01-31T08:00:00.000Z' },
  getFirstPartyAppSettings: { appName: 'admin-console' },
  replaceFirstPartyAppSettings: { appName: 'admin-console' },
  getOAuth2AccessTokenForExpressConfiguration: { token: 'd0c7a1f2b3e4', capabilityType: 'SSO' },
  verifyProvisioningConnectionForApplication: { code: 'c0de-4f6a-8b2d', state: 'k8s3v0q2' },
  verifyProvisioningConnectionForGoogleApplication: { code: 'c0de-4f6a-8b2d', state: 'k8s3v0q2' },
  verifyProvisioningConnectionForOfficeApplication: { code: 'c0de-4f6a-8b2d', state: 'k8s3v0q2' },
  generateApplicationKey: { validityYears: 2 },
  deleteGroupPushMapping: { deleteTargetGroup: false },
  previewSAMLmetadataForApplication: { kid: KEY_ID },
  assignAppTargetInstanceRoleForClient: { appId: id('0oa', true) },
  removeAppTargetInstanceRoleForClient: { appId: id('0oa', true) },
  // policies
  listPolicies: { type: 'OKTA_SIGN_ON', status: 'ACTIVE' },
  createPolicySimulation: { expand: 'EVALUATED' },
  listNetworkZones: { filter: 'usage eq "POLICY"' },
  listTrustedOrigins: { filter: 'status eq "ACTIVE"', limit: 20 },
  listPrincipalRateLimitEntities: { filter: 'principalType eq "SSWS_TOKEN"' },
  listDevices: { search: 'status eq "ACTIVE"', expand: 'user' },
  replaceAuthenticatorMethod: { methodType: 'sms' },
  activateAuthenticatorMethod: { methodType: 'sms' },
  deactivateAuthenticatorMethod: { methodType: 'sms' },
  getAuthenticatorMethod: { methodType: 'sms' },
  // logs
  listLogEvents: { since: MORNING, until: LATER, filter: 'eventType eq "user.session.start"', limit: 100 },
  // e-mail and brands
  listBrands: { expand: ['themes', 'domains'] },
  getBrand: { expand: ['themes', 'domains'] },
  listEmailTemplates: { expand: ['settings'], limit: 20 },
  getEmailDefaultContent: { language: 'de' },
  sendTestEmail: { language: 'de' },
  getSignInPage: { expand: ['default', 'customized'] },
  // others
  listSmsTemplates: { templateType: 'SMS_VERIFY_CODE' },
  listInlineHooks: { type: 'com.okta.oauth2.tokens.transform' },
  listIdentityProviders: { q: 'Partner', limit: 20 },
  listAgentPools: { limitPerPoolType: 5, poolType: 'AD' },
  listProfileMappings: { limit: 20 },
  listPushProviders: { type: 'APNS' },
  listAIAgents: { search: 'status eq "ACTIVE"' },
  listPotentialConnectionsByType: { filter: 'connectionType eq "IDENTITY_ASSERTION_CUSTOM_AS"' },
  listYubikeyOtpTokens: { filter: 'status', sortBy: 'created', sortOrder: 'ASC' },
  getSsfStreams: { streamId: 'esc1a2b3c4D5e6F7g8h9' },
  deleteSsfStream: { streamId: 'esc1a2b3c4D5e6F7g8h9' },
  getSsfStreamStatus: { streamId: 'esc1a2b3c4D5e6F7g8h9' },
  getPrivilegedResources: { status: 'ACTIVE', limit: 50 },
  updateFeatureLifecycle: { lifecycle: 'ENABLE', mode: 'force' },
  publishSecurityEventTokens: {
    securityEventToken: 'eyJ0eXAiOiJzZWNldmVudCtqd3QiLCJhbGciOiJSUzI1NiJ9.eyJqdGkiOiJleGFtcGxlIn0.c2lnbmF0dXJl',
  },
};
