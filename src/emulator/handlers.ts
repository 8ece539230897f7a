import type { Handlers } from './call.js';
import { apiServices } from './handlers/api-services.js';
import { apiTokens } from './handlers/api-tokens.js';
import { appCrossAccess } from './handlers/app-cross-access.js';
import { appGroupPush } from './handlers/app-group-push.js';
import { appGroups } from './handlers/app-groups.js';
import { appInterclient } from './handlers/app-interclient.js';
import { appJwks } from './handlers/app-jwks.js';
import { appKeys } from './handlers/app-keys.js';
import { appLogo } from './handlers/app-logo.js';
import { appPolicies } from './handlers/app-policies.js';
import { appProvisioning } from './handlers/app-provisioning.js';
import { appSaml } from './handlers/app-saml.js';
import { appSecrets } from './handlers/app-secrets.js';
import { appUsers } from './handlers/app-users.js';
import { apps } from './handlers/apps.js';
import { appsLifecycle } from './handlers/apps-lifecycle.js';
import { appsList } from './handlers/apps-list.js';
import { authenticatorEnrollments } from './handlers/authenticator-enrollments.js';
import { authenticators } from './handlers/authenticators.js';
import { authenticatorsAaguids } from './handlers/authenticators-aaguids.js';
import { authenticatorsMethods } from './handlers/authenticators-methods.js';
import { authenticatorsWellKnown } from './handlers/authenticators-well-known.js';
import { authorizationServers } from './handlers/authorization-servers.js';
import { authorizationServersAssociated } from './handlers/authorization-servers-associated.js';
import { authorizationServersClaims } from './handlers/authorization-servers-claims.js';
import { authorizationServersKeys } from './handlers/authorization-servers-keys.js';
import { authorizationServersPolicies } from './handlers/authorization-servers-policies.js';
import { authorizationServersRules } from './handlers/authorization-servers-rules.js';
import { authorizationServersScopes } from './handlers/authorization-servers-scopes.js';
import { bindings } from './handlers/bindings.js';
import { brandImages } from './handlers/brand-images.js';
import { brandPages } from './handlers/brand-pages.js';
import { customRoles } from './handlers/custom-roles.js';
import { deviceIntegrations } from './handlers/device-integrations.js';
import { devices } from './handlers/devices.js';
import { disasterRecovery } from './handlers/disaster-recovery.js';
import { emailContent } from './handlers/email-content.js';
import { eventHooks } from './handlers/event-hooks.js';
import { factors } from './handlers/factors.js';
import { factorsVerify } from './handlers/factors-verify.js';
import { factorsYubikey } from './handlers/factors-yubikey.js';
import { features } from './handlers/features.js';
import { governanceHandlers } from './handlers/governance.js';
import { groupMembers } from './handlers/group-members.js';
import { groupOwners } from './handlers/group-owners.js';
import { groupRules } from './handlers/group-rules.js';
import { groups } from './handlers/groups.js';
import { groupsList } from './handlers/groups-list.js';
import { hookKeys } from './handlers/hook-keys.js';
import { identitySourceGroups } from './handlers/identity-source-groups.js';
import { idps } from './handlers/idps.js';
import { idpsKeys } from './handlers/idps-keys.js';
import { idpsSigningKeys } from './handlers/idps-signing-keys.js';
import { idpsUsers } from './handlers/idps-users.js';
import { inlineHooks } from './handlers/inline-hooks.js';
import { integrationActions } from './handlers/integration-actions.js';
import { linkedObjects } from './handlers/linked-objects.js';
import { logStreamSchemas } from './handlers/log-stream-schemas.js';
import { logs } from './handlers/logs.js';
import { mappings } from './handlers/mappings.js';
import { oauthGrants } from './handlers/oauth-grants.js';
import { oauthRefreshTokens } from './handlers/oauth-refresh-tokens.js';
import { oauthResourceServerKeys } from './handlers/oauth-resource-server-keys.js';
import { orgActions } from './handlers/org-actions.js';
import { policies } from './handlers/policies.js';
import { policiesList } from './handlers/policies-list.js';
import { policyMappings } from './handlers/policy-mappings.js';
import { policyRules } from './handlers/policy-rules.js';
import { policySimulation } from './handlers/policy-simulation.js';
import { principalRateLimits } from './handlers/principal-rate-limits.js';
import { realmAssignments } from './handlers/realm-assignments.js';
import { realms } from './handlers/realms.js';
import { resourceSets } from './handlers/resource-sets.js';
import { roleTargets } from './handlers/role-targets.js';
import { roles } from './handlers/roles.js';
import { schemas } from './handlers/schemas.js';
import { sessions } from './handlers/sessions.js';
import { ssfStreams } from './handlers/ssf-streams.js';
import { subscriptions } from './handlers/subscriptions.js';
import { uiSchemas } from './handlers/ui-schemas.js';
import { userStanding } from './handlers/user-standing.js';
import { userTypes } from './handlers/user-types.js';
import { users } from './handlers/users.js';
import { usersCredentials } from './handlers/users-credentials.js';
import { usersLifecycle } from './handlers/users-lifecycle.js';
import { usersList } from './handlers/users-list.js';
import { usersOauth } from './handlers/users-oauth.js';
import { usersPassword } from './handlers/users-password.js';
import { usersRelated } from './handlers/users-related.js';
import { usersSessions } from './handlers/users-sessions.js';
import { webAuthnPreregistration } from './handlers/webauthn-preregistration.js';
import { wellKnownUris } from './handlers/well-known-uris.js';

/** What the emulator can do, by operation. A new file of handlers is a line here. */
export const handlers: Handlers = {
  ...apiTokens,
  ...brandImages,
  ...brandPages,
  ...disasterRecovery,
  ...emailContent,
  ...features,
  ...governanceHandlers,
  ...identitySourceGroups,
  ...integrationActions,
  ...orgActions,
  ...wellKnownUris,
  ...users,
  ...usersList,
  ...usersLifecycle,
  ...usersPassword,
  ...usersCredentials,
  ...usersSessions,
  ...usersRelated,
  ...usersOauth,
  ...factors,
  ...factorsVerify,
  ...factorsYubikey,
  ...sessions,
  ...authenticators,
  ...authenticatorsMethods,
  ...authenticatorsAaguids,
  ...authenticatorsWellKnown,
  ...authenticatorEnrollments,
  ...webAuthnPreregistration,
  ...groups,
  ...groupsList,
  ...groupMembers,
  ...groupRules,
  ...groupOwners,
  ...linkedObjects,
  ...realms,
  ...realmAssignments,
  ...subscriptions,
  ...userStanding,
  ...principalRateLimits,
  ...roles,
  ...roleTargets,
  ...customRoles,
  ...resourceSets,
  ...bindings,
  ...userTypes,
  ...schemas,
  ...logStreamSchemas,
  ...uiSchemas,
  ...mappings,
  ...apps,
  ...appsList,
  ...appsLifecycle,
  ...appUsers,
  ...appGroups,
  ...appKeys,
  ...appSecrets,
  ...appJwks,
  ...appSaml,
  ...appLogo,
  ...appCrossAccess,
  ...appGroupPush,
  ...appInterclient,
  ...apiServices,
  ...hookKeys,
  ...appPolicies,
  ...appProvisioning,
  ...idps,
  ...idpsKeys,
  ...idpsSigningKeys,
  ...idpsUsers,
  ...policies,
  ...policiesList,
  ...policyRules,
  ...policyMappings,
  ...policySimulation,
  ...eventHooks,
  ...inlineHooks,
  ...devices,
  ...deviceIntegrations,
  ...ssfStreams,
  ...logs,
  ...authorizationServers,
  ...authorizationServersAssociated,
  ...authorizationServersScopes,
  ...authorizationServersClaims,
  ...authorizationServersPolicies,
  ...authorizationServersRules,
  ...authorizationServersKeys,
  ...oauthGrants,
  ...oauthRefreshTokens,
  ...oauthResourceServerKeys,
};
