import type { ConfigFault } from '../errors/config-error.js';
import { readNetwork } from './check-network.js';
import { collect } from './collect.js';
import { type Credential, readCredential } from './credential.js';
import type { Settings } from './layers.js';
import { missing } from './missing.js';
import type { ConfigurationOptions } from './options.js';
import { checkOrgUrl } from './org-url.js';
import { faultsInParts } from './own-parts.js';
import type { Proxies } from './proxy.js';

/** Settings that can work. */
export interface Checked {
  readonly settings: Settings;
  readonly baseUrl: string;
  readonly credential: Credential;
  readonly proxies: Proxies | undefined;
}

/**
 * Collects the settings and checks everything about them that can be checked without asking anybody.
 *
 * @param options - settings, functions and objects of the user
 * @returns what can work, or everything that is wrong
 */
export function check(options: ConfigurationOptions): Checked | { readonly faults: readonly ConfigFault[] } {
  const { settings, faults } = collect(options);
  const allowHttp = settings['testing.disableHttpsCheck']?.value === true;
  const { orgUrl } = settings;
  const baseUrl = orgUrl === undefined ? missing('orgUrl') : checkOrgUrl(orgUrl, { allowHttp });
  const reading = readCredential(settings, allowHttp);
  const network = readNetwork(options, settings);
  const broken = [...network.faults, ...faultsInParts(options)];
  const isGood = typeof baseUrl === 'string' && 'credential' in reading && faults.length + broken.length === 0;
  if (isGood) return { settings, baseUrl, credential: reading.credential, proxies: network.proxies };
  const others = [
    ...(typeof baseUrl === 'string' ? [] : [baseUrl]),
    ...('faults' in reading ? reading.faults : []),
    ...broken,
  ];
  // Of a value that cannot be read it is not also said that it is missing.
  const told = new Set(faults.map(({ setting }) => setting));
  return { faults: [...faults, ...others.filter(({ setting }) => !told.has(setting))].sort(bySetting) };
}

function bySetting(one: ConfigFault, other: ConfigFault): number {
  return one.setting < other.setting ? -1 : 1;
}
