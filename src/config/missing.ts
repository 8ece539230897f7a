import type { ConfigFault } from '../errors/config-error.js';
import { environmentNames, type SettingName } from './settings.js';

/** Credentials that stand for one another. */
const ALTERNATIVES: { readonly [N in SettingName]?: string } = {
  token: '; or give a service app by `clientId`, `scopes` and `privateKey`, or an `accessToken`',
};

/**
 * @param name - a setting that nobody gave
 * @returns the fault, with every way to give it
 */
export function missing(name: SettingName): ConfigFault {
  const variables = environmentNames(name).join(' or ');
  const ways = `pass \`${name}\`, set ${variables}, or write \`okta.client.${name}\` into okta.yaml`;
  return { setting: name, source: 'nowhere', reason: `is missing; ${ways}${ALTERNATIVES[name] ?? ''}` };
}
