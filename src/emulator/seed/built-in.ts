import type { JsonObject } from '../org/json.js';

/** What every fresh org holds. Source: recorded traffic of real orgs. */
export const EVERYONE = { name: 'Everyone', description: 'All users in your organization' };

/** Group of those who administrate the org, in orgs of the Identity Engine. */
export const ADMINISTRATORS = {
  name: 'Okta Administrators',
  description: 'Okta manages this group, which contains all administrators in your organization.',
};

/** Apps through which Okta itself is used. */
export const builtInApps: readonly JsonObject[] = [
  consoleApp('saasure', 'Okta Admin Console'),
  consoleApp('okta_enduser', 'Okta Dashboard'),
  consoleApp('okta_browser_plugin', 'Okta Browser Plugin'),
];

function consoleApp(name: string, label: string): JsonObject {
  const oauthClient = {
    application_type: 'browser',
    grant_types: ['authorization_code'],
    redirect_uris: ['https://login.okta.test/callback'],
  };
  return { name, label, signOnMode: 'OPENID_CONNECT', settings: { oauthClient } };
}
