import { CERTIFICATE_BASE64 } from '../files.js';
import { id, KEY_ID } from '../ids.js';
import { made, type Samples } from '../value.js';

/** Applications: their kinds, users, groups, keys and connections. */
export const applications: Samples = {
  BookmarkApplication: {
    signOnMode: 'BOOKMARK',
    name: 'bookmark',
    label: 'Team wiki',
    settings: { app: { url: 'https://wiki.example.com', requestIntegration: false } },
  },
  AppUserAssignRequest: {
    id: id('00u'),
    scope: 'USER',
    credentials: { userName: made },
    profile: { department: 'Engineering' },
  },
  AppUserProfileRequestPayload: { profile: { department: 'Engineering' } },
  ApplicationGroupAssignment: { priority: 0, profile: { department: 'Engineering' } },
  JsonPatchOperation: { op: 'replace', path: '/profile', value: { department: 'Engineering' } },
  CsrMetadata: {
    subject: {
      countryName: 'DE',
      stateOrProvinceName: 'Berlin',
      localityName: 'Berlin',
      organizationName: 'Acme',
      commonName: 'login.example.com',
    },
    subjectAltNames: { dnsNames: ['login.example.com'] },
  },
  OAuth2ClientJsonWebKeyECRequest: { kty: 'EC', crv: 'P-256', kid: KEY_ID, status: 'ACTIVE', x: made, y: made },
  OAuth2ClientJsonWebKeyRsaRequest: { kty: 'RSA', kid: KEY_ID, status: 'ACTIVE', e: made, n: made },
  OAuth2ClientSecretRequestBody: { client_secret: made, status: 'ACTIVE' },
  FederatedClaimRequestBody: { name: 'department', expression: 'appuser.department' },
  FederatedClaim: { name: 'department', expression: 'appuser.department' },
  OAuth2ScopeConsentGrant: { issuer: made, scopeId: 'okta.users.read' },
  InterclientTrustMappingRequestBody: { id: id('0oa', true) },
  OrgCrossAppAccessConnection: { requestingAppInstanceId: made, resourceAppInstanceId: made, status: 'ACTIVE' },
  ProvisioningConnectionTokenRequest: {
    baseUrl: 'https://scim.example.com/v2',
    profile: { authScheme: 'TOKEN', token: made },
  },
  CapabilitiesObject: {
    create: { lifecycleCreate: { status: 'ENABLED' } },
    update: { profile: { status: 'ENABLED' }, lifecycleDeactivate: { status: 'ENABLED' } },
  },
  AdminConsoleSettings: { sessionIdleTimeoutMinutes: 15, sessionMaxLifetimeMinutes: 720 },
  PostAPIServiceIntegrationInstanceRequest: { type: 'acme_siem', grantedScopes: ['okta.logs.read'] },
  ClientPrivilegesSetting: { clientPrivilegesSetting: false },
  IdPCertificateCredential: { x5c: [CERTIFICATE_BASE64] },
  IdPKeyCredential: { kty: 'EC', use: 'sig', kid: '7c9e6679-7425-40de-944b-e07fc1f90ae7', x5c: [CERTIFICATE_BASE64] },
};
