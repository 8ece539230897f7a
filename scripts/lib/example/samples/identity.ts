import { id } from '../ids.js';
import { made, type Samples } from '../value.js';

const EVENTS = ['https://schemas.openid.net/secevent/caep/event-type/session-revoked'];

/** Identity providers and identity sources. */
export const identity: Samples = {
  IdentityProvider: {
    type: 'OIDC',
    name: 'Partner',
    protocol: made,
    policy: made,
  },
  ProtocolOidc: {
    type: 'OIDC',
    issuer: { url: 'https://partner.example.com' },
    scopes: ['openid', 'profile', 'email'],
    credentials: { client: { client_id: 'acme-okta', client_secret: made } },
    endpoints: made,
  },
  OAuthEndpoints: {
    authorization: { url: 'https://partner.example.com/authorize', binding: 'HTTP-REDIRECT' },
    token: { url: 'https://partner.example.com/token', binding: 'HTTP-POST' },
    jwks: { url: 'https://partner.example.com/keys', binding: 'HTTP-REDIRECT' },
  },
  IdentityProviderPolicy: {
    provisioning: { action: 'AUTO', groups: { action: 'NONE' } },
    accountLink: { action: 'AUTO' },
    subject: { userNameTemplate: { template: 'idpuser.email' }, matchType: 'USERNAME' },
  },
  GroupsRequestSchema: { externalId: 'engineering', profile: made },
  IdentitySourceGroupProfileForUpsert: { displayName: made, description: made },
  MembershipRequestSchema: { memberExternalId: made },
  UserRequestSchema: { externalId: made, profile: made },
  UsersUpdateRequestSchema: { profile: made },
  IdentitySourceUserProfileForUpsertRequired: { userName: made, firstName: made, lastName: made, email: made },
  IdentitySourceUserProfileForUpsert: { userName: made, firstName: made, lastName: made, email: made },
  BulkUpsertRequestBody: { entityType: 'USERS', profiles: made },
  BulkUpsertRequestBodyProfile: { externalId: made, profile: made },
  BulkDeleteRequestBody: { entityType: 'USERS', profiles: [{ externalId: made }] },
  BulkGroupUpsertRequestBody: { profiles: made },
  BulkGroupUpsertRequestBodyProfile: { externalId: 'engineering', profile: made },
  BulkGroupDeleteRequestBody: { externalIds: ['engineering'] },
  BulkGroupMembershipsUpsertRequestBody: { memberships: made },
  BulkGroupMembershipsDeleteRequestBody: { memberships: made },
  IdentitySourceGroupMembershipsUpsertProfileItem: { groupExternalId: 'engineering', memberExternalIds: made },
  IdentitySourceGroupMembershipsDeleteProfileItem: { groupExternalId: 'engineering', memberExternalIds: made },
  SecurityEventsProviderRequest: { name: 'Device fleet', type: 'example-fleet', settings: made },
  SecurityEventsProviderSettingsSSFCompliant: {
    well_known_url: 'https://fleet.example.com/.well-known/ssf-configuration',
  },
  StreamConfigurationCreateRequest: { delivery: made, events_requested: EVENTS, format: 'iss_sub' },
  StreamConfiguration: {
    stream_id: 'esc1a2b3c4D5e6F7g8h9',
    delivery: made,
    events_requested: EVENTS,
    format: 'iss_sub',
  },
  StreamConfigurationDelivery: {
    method: 'urn:ietf:rfc:8935',
    endpoint_url: 'https://events.example.com/okta',
    authorization_header: 'Bearer d0c7a1f2b3e4',
  },
  StreamVerificationRequest: { stream_id: 'esc1a2b3c4D5e6F7g8h9', state: made },
  DomainRequest: { domain: made, certificateSourceType: 'OKTA_MANAGED' },
  UpdateDomain: { brandId: id('bnd') },
};
