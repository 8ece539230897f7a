import { notFound } from '../answers/fault.js';
import type { Call } from '../call.js';
import { type JsonObject, memberAt, withDefaults } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { App } from './app.js';
import { type FeatureName, provisioningOf } from './provisioning-apps.js';
import { connectionOf, unsupported } from './provisioning-connection.js';

/** Okta's word for features of apps in errors about what does not exist. */
const FEATURE = 'PublicAppFeatureSetName';
const OFF = { status: 'DISABLED' };

const descriptions: Readonly<Record<FeatureName, string>> = {
  USER_PROVISIONING: 'User provisioning settings from Okta to a downstream application',
  INBOUND_PROVISIONING: 'In-bound provisioning settings from an application to Okta',
};

const standard: Readonly<Record<FeatureName, JsonObject>> = {
  USER_PROVISIONING: {
    create: { lifecycleCreate: OFF },
    update: {
      profile: OFF,
      lifecycleDeactivate: OFF,
      password: { ...OFF, seed: 'RANDOM', change: 'KEEP_EXISTING' },
    },
  },
  INBOUND_PROVISIONING: {
    importSettings: { username: { usernameFormat: 'EMAIL' }, schedule: OFF },
    importRules: {
      userCreateAndMatch: {
        exactMatchCriteria: 'EMAIL',
        allowPartialMatch: false,
        autoConfirmPartialMatch: false,
        autoConfirmExactMatch: false,
        autoConfirmNewUsers: false,
        autoActivateNewUsers: false,
      },
    },
  },
};

/**
 * @param org - where to look
 * @param app - the app
 * @returns the features that it has
 * @throws Fault `E0000001` as long as it is not provisioned
 */
export function featuresOf(org: Org, app: App): readonly FeatureName[] {
  if (connectionOf(org, app).status !== 'ENABLED') throw unsupported();
  return provisioningOf(app.name)?.features ?? [];
}

/**
 * @param org - where to look
 * @param app - the app
 * @param name - of one of its features
 * @returns the name
 * @throws Fault `E0000007` if it has none of this name, `E0000001` as long as it is not provisioned
 */
export function featureNamed(org: Org, app: App, name: string): FeatureName {
  const found = featuresOf(org, app).find((feature) => feature === name);
  if (found === undefined) throw notFound(name, FEATURE);
  return found;
}

/**
 * Changes what a feature does; what was not sent stays.
 *
 * @param org - where to
 * @param app - the app
 * @param change - the feature, and what was sent
 */
export function putFeature(
  org: Org,
  app: App,
  { name, sent }: { readonly name: FeatureName; readonly sent: JsonObject },
): void {
  org.appFeatures.set(app.id, name, withDefaults(sent, capabilitiesOf(org, app, name)));
}

function capabilitiesOf({ appFeatures }: Org, { id }: App, name: FeatureName): JsonObject {
  return appFeatures.get(id, name) ?? standard[name];
}

/**
 * @param app - the app
 * @param name - of one of its features
 * @param place - org, and origin of the links
 * @returns the JSON
 */
export function featureView(app: App, name: FeatureName, { org, origin }: Pick<Call, 'org' | 'origin'>) {
  const capabilities = capabilitiesOf(org, app, name);
  const isImported = memberAt(capabilities, ['importSettings', 'schedule', 'status']) === 'ENABLED';
  return {
    name,
    status: name === 'USER_PROVISIONING' || isImported ? 'ENABLED' : 'DISABLED',
    description: descriptions[name],
    capabilities,
    _links: {
      self: { href: `${origin}/api/v1/apps/${app.id}/features/${name}`, hints: { allow: ['GET', 'PUT'] } },
    },
  };
}
