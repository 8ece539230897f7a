/** How an app of the catalogue takes the users that Okta sends it. */
export interface ProvisioningApp {
  /** How Okta proves who it is; the first is the standard one. */
  readonly authSchemes: readonly ('TOKEN' | 'OAUTH2')[];
  readonly features: readonly FeatureName[];
}

/** A direction in which users flow. */
export type FeatureName = 'USER_PROVISIONING' | 'INBOUND_PROVISIONING';

/**
 * Apps that can be provisioned through the API, by name.
 *
 * Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/ApplicationConnections/
 */
export const provisioningApps: Readonly<Record<string, ProvisioningApp>> = {
  google: { authSchemes: ['OAUTH2'], features: ['USER_PROVISIONING'] },
  office365: { authSchemes: ['OAUTH2'], features: ['USER_PROVISIONING'] },
  okta_org2org: { authSchemes: ['TOKEN', 'OAUTH2'], features: ['USER_PROVISIONING', 'INBOUND_PROVISIONING'] },
  slack: { authSchemes: ['OAUTH2'], features: ['USER_PROVISIONING'] },
  zoomus: { authSchemes: ['OAUTH2'], features: ['USER_PROVISIONING'] },
  zscalerbyz: { authSchemes: ['TOKEN'], features: ['USER_PROVISIONING'] },
};

/**
 * @param name - of an app
 * @returns how it is provisioned, `undefined` if it is not
 */
export function provisioningOf(name: string): ProvisioningApp | undefined {
  return Object.hasOwn(provisioningApps, name) ? provisioningApps[name] : undefined;
}
