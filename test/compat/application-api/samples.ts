/** One method of the page: what its sample sends, what goes over the wire, what comes back. */
export interface Sample {
  readonly method: string;
  readonly request: object;
  /** Verb, path and query. */
  readonly wire: string;
  /** Member of the request that is the body. */
  readonly body?: string;
  readonly status: number;
  /** Type of the value, or of the items of a list. */
  readonly type: string;
}

const appId = 'appId_example';
const groupId = 'groupId_example';
const keyId = 'keyId_example';
const userId = 'userId_example';
const csrId = 'csrId_example';
const tokenId = 'tokenId_example';
const grantId = 'grantId_example';
const expand = 'expand_example';
const after = 'after_example';
const q = 'q_example';
const limit = -1;
const APP = `/api/v1/apps/${appId}`;
const DISABLED = { status: 'DISABLED' };

const appUser = {
  credentials: { password: { value: 'value_example' }, userName: 'userName_example' },
  id: 'id_example',
  profile: { key: {} },
  scope: 'scope_example',
};
const applicationGroupAssignment = { priority: 1, profile: { key: {} } };
const metadata = {
  subject: {
    commonName: 'commonName_example',
    countryName: 'countryName_example',
    localityName: 'localityName_example',
    organizationalUnitName: 'organizationalUnitName_example',
    organizationName: 'organizationName_example',
    stateOrProvinceName: 'stateOrProvinceName_example',
  },
  subjectAltNames: { dnsNames: ['dnsNames_example'] },
};
const oAuth2ScopeConsentGrant = {
  clientId: 'clientId_example',
  createdBy: { type: 'type_example' },
  issuer: 'issuer_example',
  scopeId: 'scopeId_example',
  source: 'ADMIN',
  status: 'ACTIVE',
  userId: 'userId_example',
};
const CapabilitiesObject = {
  create: { lifecycleCreate: DISABLED },
  update: {
    lifecycleDeactivate: DISABLED,
    password: { change: 'CHANGE', seed: 'OKTA', status: 'DISABLED' },
    profile: DISABLED,
  },
};
const ProvisioningConnectionRequest = { profile: { authScheme: 'TOKEN', token: 'token_example' } };
const OktaAccessGateway_Agent = 'OktaAccessGateway-Agent_example';

type Row = readonly [method: string, request: object, wire: string, status: number, type: string, body?: string];

/** In the order of the page. The members that are files have samples of their own. */
const rows: readonly Row[] = [
  ['activateApplication', { appId }, `POST ${APP}/lifecycle/activate`, 200, 'void'],
  [
    'activateDefaultProvisioningConnectionForApplication',
    { appId },
    `POST ${APP}/connections/default/lifecycle/activate`,
    204,
    'void',
  ],
  ['assignUserToApplication', { appId, appUser }, `POST ${APP}/users`, 200, 'AppUser', 'appUser'],
  [
    'cloneApplicationKey',
    { appId, keyId, targetAid: 'targetAid_example' },
    `POST ${APP}/credentials/keys/${keyId}/clone?targetAid=targetAid_example`,
    201,
    'JsonWebKey',
  ],
  [
    'createApplication',
    { application: {}, activate: true, OktaAccessGateway_Agent },
    'POST /api/v1/apps?activate=true',
    200,
    'Application',
    'application',
  ],
  [
    'createApplicationGroupAssignment',
    { appId, groupId, applicationGroupAssignment },
    `PUT ${APP}/groups/${groupId}`,
    200,
    'ApplicationGroupAssignment',
    'applicationGroupAssignment',
  ],
  ['deactivateApplication', { appId }, `POST ${APP}/lifecycle/deactivate`, 200, 'void'],
  [
    'deactivateDefaultProvisioningConnectionForApplication',
    { appId },
    `POST ${APP}/connections/default/lifecycle/deactivate`,
    204,
    'void',
  ],
  ['deleteApplication', { appId }, `DELETE ${APP}`, 204, 'void'],
  ['deleteApplicationGroupAssignment', { appId, groupId }, `DELETE ${APP}/groups/${groupId}`, 204, 'void'],
  [
    'deleteApplicationUser',
    { appId, userId, sendEmail: false },
    `DELETE ${APP}/users/${userId}?sendEmail=false`,
    204,
    'void',
  ],
  [
    'generateApplicationKey',
    { appId, validityYears: 1 },
    `POST ${APP}/credentials/keys/generate?validityYears=1`,
    201,
    'JsonWebKey',
  ],
  ['generateCsrForApplication', { appId, metadata }, `POST ${APP}/credentials/csrs`, 201, 'Csr', 'metadata'],
  ['getApplication', { appId, expand }, `GET ${APP}?expand=${expand}`, 200, 'Application'],
  [
    'getApplicationGroupAssignment',
    { appId, groupId, expand },
    `GET ${APP}/groups/${groupId}?expand=${expand}`,
    200,
    'ApplicationGroupAssignment',
  ],
  ['getApplicationKey', { appId, keyId }, `GET ${APP}/credentials/keys/${keyId}`, 200, 'JsonWebKey'],
  ['getApplicationUser', { appId, userId, expand }, `GET ${APP}/users/${userId}?expand=${expand}`, 200, 'AppUser'],
  ['getCsrForApplication', { appId, csrId }, `GET ${APP}/credentials/csrs/${csrId}`, 200, 'Csr'],
  [
    'getDefaultProvisioningConnectionForApplication',
    { appId },
    `GET ${APP}/connections/default`,
    200,
    'ProvisioningConnection',
  ],
  [
    'getFeatureForApplication',
    { appId, name: 'name_example' },
    `GET ${APP}/features/name_example`,
    200,
    'ApplicationFeature',
  ],
  [
    'getOAuth2TokenForApplication',
    { appId, tokenId, expand },
    `GET ${APP}/tokens/${tokenId}?expand=${expand}`,
    200,
    'OAuth2Token',
  ],
  [
    'getScopeConsentGrant',
    { appId, grantId, expand },
    `GET ${APP}/grants/${grantId}?expand=${expand}`,
    200,
    'OAuth2ScopeConsentGrant',
  ],
  [
    'grantConsentToScope',
    { appId, oAuth2ScopeConsentGrant },
    `POST ${APP}/grants`,
    201,
    'OAuth2ScopeConsentGrant',
    'oAuth2ScopeConsentGrant',
  ],
  [
    'listApplicationGroupAssignments',
    { appId, q, after, limit, expand },
    `GET ${APP}/groups?q=${q}&after=${after}&limit=-1&expand=${expand}`,
    200,
    'ApplicationGroupAssignment[]',
  ],
  ['listApplicationKeys', { appId }, `GET ${APP}/credentials/keys`, 200, 'JsonWebKey[]'],
  [
    'listApplicationUsers',
    { appId, q, query_scope: 'query_scope_example', after, limit, filter: 'filter_example', expand },
    `GET ${APP}/users?q=${q}&query_scope=query_scope_example&after=${after}&limit=-1&filter=filter_example&expand=${expand}`,
    200,
    'AppUser[]',
  ],
  [
    'listApplications',
    { q, after, limit, filter: 'filter_example', expand, includeNonDeleted: false },
    `GET /api/v1/apps?q=${q}&after=${after}&limit=-1&filter=filter_example&expand=${expand}&includeNonDeleted=false`,
    200,
    'Application[]',
  ],
  ['listCsrsForApplication', { appId }, `GET ${APP}/credentials/csrs`, 200, 'Csr[]'],
  ['listFeaturesForApplication', { appId }, `GET ${APP}/features`, 200, 'ApplicationFeature[]'],
  [
    'listOAuth2TokensForApplication',
    { appId, expand, after, limit: 20 },
    `GET ${APP}/tokens?expand=${expand}&after=${after}&limit=20`,
    200,
    'OAuth2Token[]',
  ],
  ['listScopeConsentGrants', { appId, expand }, `GET ${APP}/grants?expand=${expand}`, 200, 'OAuth2ScopeConsentGrant[]'],
  ['revokeCsrFromApplication', { appId, csrId }, `DELETE ${APP}/credentials/csrs/${csrId}`, 204, 'void'],
  ['revokeOAuth2TokenForApplication', { appId, tokenId }, `DELETE ${APP}/tokens/${tokenId}`, 204, 'void'],
  ['revokeOAuth2TokensForApplication', { appId }, `DELETE ${APP}/tokens`, 204, 'void'],
  ['revokeScopeConsentGrant', { appId, grantId }, `DELETE ${APP}/grants/${grantId}`, 204, 'void'],
  [
    'setDefaultProvisioningConnectionForApplication',
    { appId, ProvisioningConnectionRequest, activate: true },
    `POST ${APP}/connections/default?activate=true`,
    201,
    'ProvisioningConnection',
    'ProvisioningConnectionRequest',
  ],
  ['updateApplication', { appId, application: {} }, `PUT ${APP}`, 200, 'Application', 'application'],
  ['updateApplicationUser', { appId, userId, appUser }, `POST ${APP}/users/${userId}`, 200, 'AppUser', 'appUser'],
  [
    'updateFeatureForApplication',
    { appId, name: 'name_example', CapabilitiesObject },
    `PUT ${APP}/features/name_example`,
    200,
    'ApplicationFeature',
    'CapabilitiesObject',
  ],
];

/** Samples whose body is no file. */
export const samples: readonly Sample[] = rows.map(([method, request, wire, status, type, body]) => ({
  method,
  request,
  wire,
  status,
  type,
  ...(body === undefined ? {} : { body }),
}));
