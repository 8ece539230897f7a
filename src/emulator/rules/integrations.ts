import { invalid } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import type { Change, Resource, ResourceRule, ResourceRules } from '../resources/rule.js';
import { store, storedIn } from '../resources/store.js';

const SUBMISSIONS = '/integrations/api/v1/submissions';

const submission: ResourceRule = {
  prefix: 'sub',
  kind: 'Submission',
  born: () => ({ status: 'NEW' }),
  does: { submit: (one) => ({ ...one, status: 'IN_REVIEW' }) },
};

const PROVIDERS = '/api/v1/telephony-providers';

/** Of several providers one is the primary one: the first, until another is said to be. */
const telephony: ResourceRule = {
  prefix: 'tlp',
  kind: 'CustomTelephonyProvider',
  secret: ['providerAuthToken'],
  fixed: ['providerName'],
  born: (_, { org }) => ({
    status: 'ACTIVE',
    enabled: true,
    isPrimaryProvider: [...storedIn(org, PROVIDERS)].length === 0,
  }),
  does: {
    activate: (one) => ({ ...one, status: 'ACTIVE', enabled: true }),
    deactivate: (one) => ({ ...one, status: 'INACTIVE', enabled: false }),
    setAsPrimary: (one) => ({ ...one, isPrimaryProvider: true }),
  },
  view: ({ status: _, ...shown }) => shown,
  keep: ({ enabled }) => {
    if (enabled === true) throw invalid('customTelephonyProviderId', 'Deactivate the provider before you delete it');
  },
  afterwards: onlyOnePrimary,
};

function onlyOnePrimary(next: Resource | undefined, { call }: Change): void {
  if (next?.['isPrimaryProvider'] !== true) return;
  for (const other of [...storedIn(call.org, PROVIDERS)]) {
    if (other['id'] === next['id'] || !other['isPrimaryProvider']) continue;
    store(call.org, { list: PROVIDERS, key: String(other['id']) }, { ...other, isPrimaryProvider: false });
  }
}

const appSettings: ResourceRule = {
  key: 'appName',
  kind: 'AppInstance',
  standing: () => [{ appName: 'admin-console', sessionIdleTimeoutMinutes: 15, sessionMaxLifetimeMinutes: 720 }],
  view: ({ appName: _, ...settings }) => settings,
};

const query: ResourceRule = {
  kind: 'GroupQuery',
  prefix: 'req',
  key: 'resultId',
  view: ({ resultId }, call) =>
    call.operation === 'submitGroupAttributeQuery'
      ? { resultId }
      : { id: pathMember(call, 'groupId'), profile: profileIn(call) },
};

function profileIn(call: Call): Resource {
  return { ...call.org.groups.get(pathMember(call, 'groupId'))?.profile };
}

/** What ties an org to other services. */
export const integrations: ResourceRules = {
  [SUBMISSIONS]: submission,
  [PROVIDERS]: telephony,
  '/api/v1/first-party-app-settings': appSettings,
  '/api/v1/directories/{appInstanceId}/groups/{groupId}/query': query,
  '/okta-personal-settings/api/v1/export-blocklists': { defaults: () => ({ domains: [] }) },
};
