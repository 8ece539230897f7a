/** What follows the prefix of an id. The second is for another resource of the same kind. */
const TAILS = ['1a2b3c4D5e6F7g8h9', '9h8g7F6e5D4c3b2a1'] as const;

/**
 * An id that looks like the service's: a prefix that tells the kind of resource, 20 characters in all.
 *
 * @param prefix - three characters
 * @param another - whether the example names a first one of this kind already
 * @returns the id
 */
export function id(prefix: string, another = false): string {
  return prefix + TAILS[another ? 1 : 0];
}

/** Thumbprint of a key or of a signing request. */
export const KEY_ID = 'Qk3v9Xw2Lr7Tn5Bz8Hd1Jc6Fg4Ys0MpUaEiOxNtRbWe';

/** Id of keys and accounts that have a UUID. */
export const UUID = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

/** Assignments of standard roles have the base32 of the role's type as their id. */
const USER_ADMIN = 'KVJUKUS7IFCE2SKO';
const APP_ADMIN = 'IFIFAX2BIRGUSTQ';

/** Id of a session, longer than others. */
export const SESSION_ID = '102h8Wp3kZsQ4Rv7Lx2Ny6Tb1';

/** Where a parameter or member of some name holds ids of several kinds, the path decides; the first that fits. */
interface IdRule {
  readonly names: RegExp;
  readonly path?: RegExp;
  readonly value: string;
}

const rule = (names: RegExp, value: string, path?: RegExp): IdRule => ({
  names,
  value,
  ...(path === undefined ? {} : { path }),
});

/** Sorted by resource. Prefixes as seen in answers of the service. */
const RULES: readonly IdRule[] = [
  rule(/^(?:userId|oktaUserId|ownerUserIds?|associatedUserId|managerId)$/, id('00u')),
  rule(/^(?:primaryUserId|ownerId|memberId)$/, id('00u', true)),
  rule(/^(?:groupId|groupIds|groupOrExternalId|sourceGroupId|ownerGroupIds?|targetGroupIds)$/, id('00g')),
  rule(/^targetGroupId$/, id('00g', true)),
  rule(/^(?:appId|applicationId|appInstanceId|appInstance|clientId|oauthClientId|oktaApplicationId)$/, id('0oa')),
  rule(/^(?:requestingAppInstanceId|requestingAppId|identitySourceId|apiServiceId|poolId|logStreamId)$/, id('0oa')),
  rule(/^(?:idpId|idpIds|principalId|containerId)$/, id('0oa')),
  rule(/^(?:allowedAppId|targetAid|targetIdpId|resourceAppInstanceId|resourceAppId)$/, id('0oa', true)),
  rule(/^policyId$/, id('rst'), /\/apps\/|\/mappings/),
  rule(/^policyId$/, id('00p')),
  rule(/^ruleId$/, id('0pr')),
  rule(/^authServerId$/, id('aus')),
  rule(/^associatedServerId$/, id('aus', true)),
  rule(/^scopeId$/, id('scp')),
  rule(/^claimId$/, id('ofc'), /federated-claims/),
  rule(/^claimId$/, id('ocl')),
  rule(/^keyId$/, UUID, /\/idps\/credentials\/|\/hook-keys\//),
  rule(/^(?:keyId|kid|csrId)$/, KEY_ID),
  rule(/^secretId$/, id('ocs')),
  rule(/^grantId$/, id('gra'), /governance/),
  rule(/^grantId$/, id('oag')),
  rule(/^tokenId$/, id('ykk'), /yubikey/),
  rule(/^tokenId$/, id('oar')),
  rule(/^apiTokenId$/, id('00T')),
  rule(/^sessionId$/, id('aps'), /identity-sources/),
  rule(/^sessionId$/, SESSION_ID),
  rule(/^factorId$/, id('mbl')),
  rule(/^transactionId$/, id('v2m')),
  rule(/^authenticatorId$/, id('aut')),
  rule(/^(?:enrollmentId|authenticatorEnrollmentId)$/, id('lae')),
  rule(/^aaguid$/, 'cb69481e-8ff7-4039-93ec-0a2729a154a8'),
  rule(/^zoneId$/, id('nzo')),
  rule(/^trustedOriginId$/, id('tos')),
  rule(/^eventHookId$/, id('who')),
  rule(/^inlineHookId$/, id('cal')),
  rule(/^hookKeyId$/, id('HKY')),
  rule(/^brandId$/, id('bnd')),
  rule(/^themeId$/, id('the')),
  rule(/^customizationId$/, id('oel')),
  rule(/^templateId$/, id('cst')),
  rule(/^domainId$/, id('OcD')),
  rule(/^emailDomainId$/, id('OeD')),
  rule(/^emailServerId$/, id('ces')),
  rule(/^behaviorId$/, id('bhv')),
  rule(/^captchaId$/, id('cap')),
  rule(/^mappingId$/, id('gPm'), /group-push/),
  rule(/^mappingId$/, id('rsm'), /policies/),
  rule(/^mappingId$/, id('prm')),
  rule(/^(?:sourceId|targetId|typeId)$/, id('oty')),
  rule(/^schemaId$/, id('osc')),
  rule(/^id$/, id('uis'), /uischemas/),
  rule(/^id$/, UUID, /privileged-access/),
  rule(/^resourceSetId$/, id('iam')),
  rule(/^(?:roleIdOrLabel|role)$/, id('cr0')),
  rule(/^roleIdOrEncodedRoleId$/, USER_ADMIN),
  rule(/^(?:roleId|roleAssignmentId)$/, USER_ADMIN, /\/targets\/groups/),
  rule(/^(?:roleId|roleAssignmentId)$/, APP_ADMIN, /\/catalog\/apps/),
  rule(/^(?:roleId|roleAssignmentId)$/, id('gra'), /^\/api\/v1\/groups\//),
  rule(/^(?:roleId|roleAssignmentId)$/, id('ra1')),
  rule(/^resourceId$/, id('ire')),
  rule(/^(?:realmId|deviceId)$/, id('guo')),
  rule(/^assignmentId$/, id('rul')),
  rule(/^deviceAssuranceId$/, id('dae')),
  rule(/^deviceIntegrationId$/, id('din')),
  rule(/^postureCheckId$/, id('dpc')),
  rule(/^featureId$/, id('ftr')),
  rule(/^principalRateLimitId$/, id('prl')),
  rule(/^pushProviderId$/, id('ppc')),
  rule(/^connectionId$/, id('mcn'), /ai-agents/),
  rule(/^connectionId$/, id('con')),
  rule(/^agentId$/, id('wlp')),
  rule(/^operationId$/, id('wlo')),
  rule(/^updateId$/, id('aup')),
  rule(/^bundleId$/, id('enb')),
  rule(/^entitlementId$/, id('esp')),
  rule(/^customTelephonyProviderId$/, id('tlp')),
  rule(/^riskProviderId$/, id('rkp')),
  rule(/^securityEventProviderId$/, id('sse')),
  rule(/^submissionId$/, id('sub')),
  rule(/^requestId$/, id('ado')),
  rule(/^(?:externalId|memberExternalIds?|groupExternalId|externalIds)$/, 'hr-10815'),
];

/**
 * The id that a parameter or member of some name holds.
 *
 * @param name - of the parameter or member
 * @param path - of the operation
 * @returns the id; `undefined` for a name that is not known to hold one
 */
export function idFor(name: string, path: string): string | undefined {
  return RULES.find((entry) => entry.names.test(name) && (entry.path?.test(path) ?? true))?.value;
}

/**
 * An id for a kind of resource that is new: it gets its own first letters.
 *
 * @param name - of the parameter or member
 * @returns the id; `undefined` for a name that seems to hold none
 */
export function inventId(name: string): string | undefined {
  return /[a-z]Ids?$/.test(name) ? id(name.slice(0, 3)) : undefined;
}
