import { fail, invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import { DEVICE, DEVICES } from '../devices/device.js';
import { deviceSearch } from '../devices/device-search.js';
import { deviceView } from '../devices/device-view.js';
import { textsAt } from '../policies/build-policy.js';
import type { Change, Resource, ResourceRules } from '../resources/rule.js';

const ASSURANCES = '/api/v1/device-assurances';

/** Members that are no condition that a device has to meet. */
const NO_CONDITIONS: ReadonlySet<string> = new Set([
  'id',
  'name',
  'platform',
  'createdBy',
  'createdDate',
  'lastUpdate',
  'lastUpdatedBy',
  'displayRemediationMode',
  'gracePeriod',
  '_links',
]);

/** Devices, and what they have to be like. */
export const devices: ResourceRules = {
  [DEVICES]: {
    prefix: 'guo',
    kind: DEVICE,
    keep: checkDeactivated,
    page: { standard: 200, largest: 200 },
    search: deviceSearch,
    view: deviceView,
    events: { delete: 'device.lifecycle.delete' },
  },
  [ASSURANCES]: {
    prefix: 'dae',
    kind: 'DeviceAssuranceEntity',
    unique: ['name'],
    admit: admitAssurance,
    keep: checkUnused,
    events: {
      create: 'device.assurance.policy.add',
      update: 'device.assurance.policy.update',
      delete: 'device.assurance.policy.delete',
    },
  },
  '/api/v1/device-posture-checks': {
    prefix: 'dch',
    kind: 'DevicePostureCheck',
    unique: ['name', 'variableName'],
    defaults: () => ({ type: 'CUSTOM' }),
  },
};

function checkDeactivated({ status }: Resource): void {
  if (status !== 'DEACTIVATED') throw fail('E0000152');
}

function admitAssurance(next: Resource, { before }: Change): Resource {
  if (before !== undefined && before['platform'] !== next['platform']) {
    throw invalid('platform', 'The platform of a device assurance policy is fixed');
  }
  if (Object.keys(next).every((member) => NO_CONDITIONS.has(member))) {
    throw invalid('DeviceAssurance', 'A device assurance policy needs at least one condition');
  }
  return next;
}

/** One that a rule of an authentication policy names must stay. */
function checkUnused({ id, name }: Resource, { org }: Call): void {
  const named = [...org.policies.keys()]
    .flatMap((policyId) => [...org.policyRules.values(policyId)])
    .flatMap(({ conditions }) => textsAt(conditions, ['device', 'assurance', 'include']));
  if (named.some((assuranceId) => assuranceId === id)) {
    throw fail('E0000195', `The device assurance policy ${String(name)} is used by a policy`);
  }
}
