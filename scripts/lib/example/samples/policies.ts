import { id } from '../ids.js';
import { made, type Samples } from '../value.js';

/** Policies, their rules, and what decides about a sign-in. */
export const policies: Samples = {
  OktaSignOnPolicy: {
    type: 'OKTA_SIGN_ON',
    name: 'Engineers',
    description: 'How engineers sign in',
    conditions: { people: { groups: { include: [id('00g')] } } },
  },
  OktaSignOnPolicyRule: {
    type: 'SIGN_ON',
    name: 'Second factor every day',
    conditions: { network: { connection: 'ANYWHERE' } },
    actions: {
      signon: {
        access: 'ALLOW',
        requireFactor: true,
        factorPromptMode: 'SESSION',
        session: { maxSessionIdleMinutes: 120 },
      },
    },
  },
  SimulatePolicyBody: {
    appInstance: made,
    policyTypes: ['ACCESS_POLICY'],
    policyContext: { user: { id: id('00u') }, groups: { ids: [id('00g')] }, ip: made },
  },
  PolicyMappingRequest: { resourceId: id('rst', true), resourceType: 'ACCESS_POLICY' },
  IPNetworkZone: {
    type: 'IP',
    name: 'Berlin office',
    usage: 'POLICY',
    gateways: [{ type: 'CIDR', value: '203.0.113.0/24' }],
  },
  BehaviorRuleVelocity: { type: 'VELOCITY', name: 'Faster than a plane', settings: { velocityKph: 900 } },
  ThreatInsightConfiguration: { action: 'audit', excludeZones: [id('nzo')] },
  BotProtectionConfiguration: { mode: 'ENFORCED', level: 'MEDIUM', supportedFlows: ['SIGN_IN'] },
  AttackProtectionAuthenticatorSettings: { verifyKnowledgeSecondWhen2faRequired: true },
  UserLockoutSettings: { preventBruteForceLockoutFromUnknownDevices: true },
  TrustedOriginWrite: { name: 'Web shop', origin: 'https://shop.example.com', scopes: made },
  TrustedOrigin: { name: 'Web shop', origin: 'https://shop.example.com', scopes: made },
  TrustedOriginScope: { type: 'CORS' },
  DeviceAssuranceMacOSPlatform: {
    platform: 'MACOS',
    name: 'Current macOS',
    osVersion: { minimum: '15.3.0' },
    diskEncryptionType: { include: ['ALL_INTERNAL_VOLUMES'] },
    screenLockType: { include: ['PASSCODE', 'BIOMETRIC'] },
  },
  DevicePostureCheck: {
    name: 'Firewall',
    description: 'Whether the firewall is on',
    platform: 'MACOS',
    type: 'CUSTOM',
    mappingType: 'CHECKBOX',
    variableName: 'acmeFirewall',
    query: 'SELECT CASE WHEN global_state = 0 THEN 0 ELSE 1 END AS firewall FROM alf;',
  },
  RiskProvider: { name: 'Risk desk', clientId: made, action: 'log_only' },
  RiskEvent: { timestamp: made, subjects: [{ ip: made, riskLevel: 'HIGH', message: 'Seen in a botnet' }] },
  PrincipalRateLimitEntity: {
    principalId: made,
    principalType: 'OAUTH_CLIENT',
    defaultPercentage: 50,
    defaultConcurrencyPercentage: 75,
  },
  PerClientRateLimitSettings: { defaultMode: 'ENFORCE', useCaseModeOverrides: { LOGIN_PAGE: 'PREVIEW' } },
  RateLimitAdminNotifications: { notificationsEnabled: true },
  RateLimitWarningThresholdRequest: { warningThreshold: 66 },
};
