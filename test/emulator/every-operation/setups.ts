import type { Operation } from './operations.js';
import type { Prepared, Setup } from './setup.js';
import {
  accessPolicy,
  appAdmin,
  binding,
  FIRST_USER,
  googleApp,
  googleOtp,
  grant,
  keyOfDomain,
  officeApp,
  oidcApp,
  org2org,
  password,
  question,
  samlApp,
  serviceApp,
  staged,
  userWithPassword,
  webauthn,
} from './setup-bodies.js';
import {
  askedDevice,
  authenticatorOf,
  bothApps,
  bothGroups,
  certified,
  enrollment,
  hookKey,
  lockedUser,
  passcodeAuthenticator,
  pendingFactor,
  provisionedApp,
  secondIdentityProvider,
  signalCollection,
  signIn,
  signingKey,
  stream,
} from './setup-steps.js';
import { SEEDED } from './world.js';

/** All that apply to an operation are applied. */
export const SETUPS: readonly Setup[] = [
  {
    when: /^\w+ \w+ \/api\/v1\/apps\/\{appId\}\/(credentials\/(jwks|secrets)|grants|tokens)/,
    bodies: { '/api/v1/apps': oidcApp },
  },
  { when: /clients\/\{clientId\}\/tokens/, bodies: { '/api/v1/apps': oidcApp } },
  { when: /^\w+ \w+ \/oauth2\/v1\/clients\//, bodies: { '/api/v1/apps': serviceApp } },
  { when: /^previewSAMLmetadataForApplication /, bodies: { '/api/v1/apps': samlApp } },
  { when: /^\w+ \w+ \/api\/v1\/apps\/\{appId\}\/(connections|features)/, bodies: { '/api/v1/apps': org2org } },
  {
    when: /^(getFeature|listFeatures|updateFeature)\w*ForApplication /,
    first: ['updateDefaultProvisioningConnectionForApplication'],
  },
  { when: /^deleteApplication /, first: ['deactivateApplication'] },
  {
    when: /ApplicationGroupAssignment |^unassignApplicationFromGroup |^updateGroupAssignmentToApplication /,
    first: ['assignGroupToApplication'],
  },
  {
    when: /^(assignApplicationPolicy|clonePolicy) |PolicyResourceMapping |PolicyMapping |^mapResourceToPolicy /,
    bodies: { '/api/v1/policies': accessPolicy },
  },
  {
    when: /targets\/catalog\/apps/,
    bodies: {
      '/api/v1/groups/{}/roles': appAdmin,
      '/api/v1/users/{}/roles': appAdmin,
      '/oauth2/v1/clients/{}/roles': appAdmin,
    },
  },
  { when: /^createAuthenticator /, request: { authenticator: googleOtp } },
  { when: /authenticators\/\{authenticatorId\}/, bodies: { '/api/v1/authenticators': googleOtp } },
  { when: /aaguids/, bodies: { '/api/v1/authenticators': webauthn } },
  { when: /authenticators\/\{authenticatorId\}\/methods/, request: { methodType: 'otp' } },
  { when: /^activateAuthenticator /, first: ['deactivateAuthenticator'] },
  { when: /^replaceAuthenticator /, request: { authenticator: googleOtp } },
  { when: /^deactivateOAuth2ResourceServerJsonWebKey /, first: ['activateOAuth2ResourceServerJsonWebKey'] },
  { when: /^deleteAgentJwk /, first: ['deactivateAgentJsonWebKey'] },
  { when: /^deleteNetworkZone /, first: ['deactivateNetworkZone'] },
  { when: /^deleteOAuth2ClientSecret /, first: ['deactivateOAuth2ClientSecret'] },
  { when: /^deletejwk /, first: ['deactivateOAuth2ClientJsonWebKey'] },
  {
    when: /^replaceEmailCustomization /,
    request: { instance: { language: 'de', isDefault: true, subject: 'Hallo', body: '<p>Hallo</p>' } },
  },
  { when: /^deleteCustomTelephonyProviderCredential /, first: ['deactivateCustomTelephonyCredential'] },
  { when: /^getCustomizedErrorPage /, first: ['replaceCustomizedErrorPage'] },
  { when: /^getCustomizedSignInPage /, first: ['replaceCustomizedSignInPage'] },
  { when: /^getPreviewErrorPage /, first: ['replacePreviewErrorPage'] },
  { when: /^getPreviewSignInPage /, first: ['replacePreviewSignInPage'] },
  { when: /^extendOktaSupport /, first: ['grantOktaSupport'] },
  { when: /^deleteDevice /, first: ['deactivateDevice'] },
  { when: /^unsuspendDevice /, first: ['suspendDevice'] },
  {
    when: /^(getIdentityProviderApplicationUser|listSocialAuthTokens|unlinkUserFromIdentityProvider) /,
    first: ['linkUserToIdentityProvider'],
  },
  { when: /^activateUser /, bodies: { '/api/v1/users': staged }, first: ['deactivateUser'] },
  { when: /^reactivateUser /, bodies: { '/api/v1/users': staged } },
  {
    when: /^(changePassword|changeRecoveryQuestion|forgotPasswordSetNewPassword) /,
    bodies: { '/api/v1/users': userWithPassword },
  },
  { when: /^unsuspendUser /, first: ['suspendUser'] },
  {
    when: /^(listLinkedObjectsForUser|deleteLinkedObjectForUser) /,
    first: ['createLinkedObjectDefinition', 'setLinkedObjectForUser'],
  },
  { when: /^setLinkedObjectForUser /, first: ['createLinkedObjectDefinition'] },
  { when: /^getAppUISchema|^getAppUISchemaLinks /, request: { appName: 'oidc_client' } },
  {
    when: /^updateProfileMapping /,
    request: { profileMapping: { properties: { nickName: { expression: 'user.nickName', pushStatus: 'PUSH' } } } },
  },
  {
    when: /^(grantConsentToScope|getScopeConsentGrant|revokeScopeConsentGrant) /,
    bodies: { '/api/v1/apps/{}/grants': grant },
    request: { oAuth2ScopeConsentGrant: grant },
  },
  {
    when: /^(changePassword|changeRecoveryQuestion) /,
    request: { userCredentials: { password, recovery_question: { question: 'Who?', answer: 'Lovelace' } } },
  },
  { when: /targets\/catalog\/apps\/\{appName\}/, request: { appName: 'bookmark' } },
  { when: /^deleteGroupPushMapping /, first: ['updateGroupPushMapping'] },
  { when: /^deleteApiServiceIntegrationInstanceSecret /, first: ['deactivateApiServiceIntegrationInstanceSecret'] },
  { when: /^(createSession|getSession|refreshSession|revokeSession) /, prepare: signIn },
  { when: /^getAppUISchema /, request: { section: 'general' } },
  { when: /^previewSAMLmetadataForApplication /, prepare: signingKey },
  { when: /aaguids/i, prepare: authenticatorOf('webauthn') },
  { when: /^createAuthenticatorEnrollment /, prepare: authenticatorOf('phone_number') },
  { when: /ForApplication \w+ \/api\/v1\/apps\/\{appId\}\/features/, prepare: provisionedApp },
  { when: /^(de)?activateDefaultProvisioningConnectionForApplication /, prepare: provisionedApp },
  { when: /SsfStream(s|Status)? (?!POST \/api\/v1\/ssf\/stream$)/, prepare: stream },
  { when: /^getPublicKey /, prepare: hookKey },
  { when: /^unlockUser /, prepare: lockedUser },
  { when: /(?<!yubikey_token)\/tokens\/\{tokenId\}/, path: SEEDED },
  {
    when: /authorizationServers\/\{authServerId\}\/clients\/\{clientId\}\/tokens\/\{tokenId\}/,
    path: { authServerId: 'default', tokenId: SEEDED.tokenId.replace('oar1', 'oar2') },
  },
  { when: /\/api\/v1\/devices\//, path: SEEDED },
  { when: /^activateDevice /, first: ['deactivateDevice'] },
  { when: /^deleteEventHook /, first: ['deactivateEventHook'] },
  { when: /^deleteInlineHook /, first: ['deactivateInlineHook'] },
  { when: /bindings/, bodies: { '/api/v1/iam/resource-sets/{}/bindings': binding } },
  {
    when: /^verifyFactor /,
    bodies: { '/api/v1/users/{}/factors': { factorType: 'question', provider: 'OKTA', profile: question } },
    request: { body: { answer: question.answer } },
  },
  { when: /^deleteGroupOwner /, request: { ownerId: FIRST_USER } },
  { when: /^unassignGroupTargetFromUserAdminRole /, first: bothGroups('assignGroupTargetToUserRole', 'groupId') },
  { when: /^removeGroupTargetRoleFromClient /, first: bothGroups('assignGroupTargetRoleForClient', 'groupId') },
  {
    when: /^unassignGroupTargetFromGroupAdminRole /,
    first: bothGroups('assignGroupTargetToGroupAdminRole', 'targetGroupId'),
  },
  { when: /^unassignAppTargetFromAppAdminRoleForUser /, first: bothApps('assignAppTargetToAdminRoleForUser') },
  { when: /^unassignAppTargetToAdminRoleForGroup /, first: bothApps('assignAppTargetToAdminRoleForGroup') },
  { when: /^removeAppTargetRoleFromClient /, first: bothApps('assignAppTargetRoleToClient') },
  {
    when: /^unassignAppInstanceTargetFromAdminRoleForUser /,
    first: [
      'assignAppInstanceTargetToAppAdminRoleForUser',
      ['assignAppTargetToAdminRoleForUser', { appName: 'saasure' }],
    ],
  },
  {
    when: /^unassignAppInstanceTargetToAppAdminRoleForGroup /,
    first: [
      'assignAppInstanceTargetToAppAdminRoleForGroup',
      ['assignAppTargetToAdminRoleForGroup', { appName: 'saasure' }],
    ],
  },
  {
    when: /^removeAppTargetInstanceRoleForClient /,
    first: ['assignAppTargetInstanceRoleForClient', ['assignAppTargetRoleToClient', { appName: 'saasure' }]],
  },
  { when: /^cloneIdentityProviderKey /, prepare: secondIdentityProvider },
  { when: /AuthenticatorMethod /, prepare: authenticatorOf('phone_number'), path: { methodType: 'voice' } },
  { when: /^createTacAuthenticatorEnrollment /, prepare: passcodeAuthenticator },
  { when: /members\/\{memberId\}/, request: { memberId: FIRST_USER } },
  { when: /^verifyProvisioningConnectionFor(Google)?Application /, bodies: { '/api/v1/apps': googleApp } },
  { when: /^verifyProvisioningConnectionForOfficeApplication /, bodies: { '/api/v1/apps': officeApp } },
  { when: /^verifyProvisioningConnectionForApplication /, path: { appName: 'google' } },
  {
    when: /^activateAuthenticatorMethod /,
    prepare: authenticatorOf('phone_number'),
    path: { methodType: 'sms' },
    first: ['activateAuthenticator'],
  },
  {
    when: /^deactivateAuthenticatorMethod /,
    first: ['activateAuthenticator', 'activateAuthenticatorMethod', ['activateAuthenticatorMethod', {}]],
  },
  { when: /^(mapResourceToPolicy|getPolicyMapping|deletePolicyResourceMapping) /, prepare: signalCollection },
  { when: /^getUserProvisioningConnectionJWKS /, bodies: { '/api/v1/apps': googleApp } },
  {
    when: /^verifyRpIdDomain /,
    prepare: authenticatorOf('webauthn'),
    path: { methodType: 'webauthn', webAuthnMethodType: 'webauthn' },
    first: [['replaceAuthenticatorMethod', { authenticatorMethodBase: keyOfDomain }]],
  },
  { when: /^activateFactor /, prepare: pendingFactor },
  { when: /^getFactorTransactionStatus /, prepare: askedDevice },
  { when: /^publishCsrFromApplication /, prepare: certified('/api/v1/apps', 'appId') },
  { when: /^publishCsrForIdentityProvider /, prepare: certified('/api/v1/idps', 'idpId') },
  { when: /^(get|delete)AuthenticatorEnrollment /, prepare: enrollment },
];

/**
 * @param operation - an operation
 * @returns what it needs
 */
export function setupFor(operation: Operation): Omit<Setup, 'when'> {
  const { name, verb, template } = operation;
  const call = `${name} ${verb} ${template}`;
  const matching = SETUPS.filter(({ when }) => when.test(call));
  return {
    bodies: Object.assign({}, ...matching.map(({ bodies }) => bodies)),
    first: matching.flatMap(({ first = [] }) => first),
    request: Object.assign({}, ...matching.map(({ request }) => request)),
    path: Object.assign({}, ...matching.map(({ path }) => path)),
    prepare: async (client) => {
      const all: Prepared[] = [];
      for (const { prepare } of matching) all.push((await prepare?.(client, operation)) ?? {});
      return {
        bodies: Object.assign({}, ...all.map(({ bodies }) => bodies)),
        path: Object.assign({}, ...all.map(({ path }) => path)),
        request: Object.assign({}, ...all.map(({ request }) => request)),
      };
    },
  };
}
