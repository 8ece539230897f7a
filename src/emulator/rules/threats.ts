import { invalid } from '../answers/fault.js';
import { nowIn } from '../org/org.js';
import { textsAt } from '../policies/build-policy.js';
import type { Change, Resource, ResourceRules } from '../resources/rule.js';
import { stored } from '../resources/store.js';

/** Path of what stands alone. */
export const THREATS = '/api/v1/threats/configuration';

/** What the org does about addresses that attack others. */
export const threats: ResourceRules = {
  [THREATS]: {
    defaults: (_, { org }) => ({ action: 'none', excludeZones: [], created: nowIn(org), lastUpdated: nowIn(org) }),
    admit: admitConfiguration,
    events: { update: 'security.threat.configuration.update' },
  },
};

function admitConfiguration(next: Resource, { call }: Change): Resource {
  for (const key of textsAt(next, ['excludeZones'])) {
    const zone = stored(call.org, { list: '/api/v1/zones', key });
    if (zone === undefined) throw invalid('excludeZones', `There is no network zone ${key}`);
  }
  return next;
}
