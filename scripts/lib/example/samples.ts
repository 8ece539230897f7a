import { applications } from './samples/applications.js';
import { authenticators } from './samples/authenticators.js';
import { authorization } from './samples/authorization.js';
import { customization } from './samples/customization.js';
import { groups } from './samples/groups.js';
import { hooks } from './samples/hooks.js';
import { identity } from './samples/identity.js';
import { policies } from './samples/policies.js';
import { privileged } from './samples/privileged.js';
import { users } from './samples/users.js';
import type { Samples } from './value.js';

/** What to give for the members of a type, by type name; members that it requires beside these are made. */
export const TYPES: Samples = {
  ...applications,
  ...authenticators,
  ...authorization,
  ...customization,
  ...groups,
  ...hooks,
  ...identity,
  ...policies,
  ...privileged,
  ...users,
};

/** Which variant of a choice to show; elsewhere the first. */
export const VARIANTS: Readonly<Record<string, string>> = {
  AddJwkRequest: 'OAuth2ClientJsonSigningKeyRequest',
  AgentJsonSigningKeyRequest: 'AgentJsonWebKeyECRequest',
  AppUserUpdateRequest: 'AppUserProfileRequestPayload',
  Application: 'BookmarkApplication',
  AuthenticatorBase: 'AuthenticatorKeyPhone',
  BehaviorRule: 'BehaviorRuleVelocity',
  CreateOrUpdatePolicy: 'OktaSignOnPolicy',
  DeviceAssurance: 'DeviceAssuranceMacOSPlatform',
  IdentityProviderProtocol: 'ProtocolOidc',
  NetworkZone: 'IPNetworkZone',
  OAuth2ClientJsonSigningKeyRequest: 'OAuth2ClientJsonWebKeyECRequest',
  Policy: 'OktaSignOnPolicy',
  PolicyRule: 'OktaSignOnPolicyRule',
  ResendUserFactor: 'UserFactorSMS',
  UserFactor: 'UserFactorSMS',
  UserFactorActivateRequest: 'ActivateFactorBySms',
  UserFactorVerifyRequest: 'VerifyFactorBySms',
};
