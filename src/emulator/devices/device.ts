import { BLANK, fail, invalid, notFound } from '../answers/fault.js';
import { type JsonObject, withDefaults } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import type { Resource } from '../resources/rule.js';
import { store, stored } from '../resources/store.js';

/** Path of the list. */
export const DEVICES = '/api/v1/devices';
/** Okta's word for devices in errors about what does not exist. */
export const DEVICE = 'Device';

/** States of a device. */
export type DeviceStatus = 'ACTIVE' | 'SUSPENDED' | 'DEACTIVATED';

/** A user of a device. */
export interface DeviceUser {
  readonly userId: string;
  readonly created: string;
  readonly managementStatus: 'MANAGED' | 'NOT_MANAGED';
  readonly screenLockType: 'NONE' | 'PASSCODE' | 'BIOMETRIC';
}

/** What is said about a new device. */
export interface DeviceMaking {
  readonly id?: string | undefined;
  readonly status?: DeviceStatus | undefined;
  readonly profile: JsonObject;
  readonly userIds: readonly string[];
}

/**
 * Adds a device, as Okta Verify does when a user enrolls.
 *
 * @param org - is changed
 * @param making - what is known about it
 * @throws Fault `E0000001` without a name or a platform
 */
export function addDevice(org: Org, { id, status = 'ACTIVE', profile, userIds }: DeviceMaking): void {
  for (const member of ['displayName', 'platform']) {
    if (typeof profile[member] !== 'string') throw invalid(`profile.${member}`, BLANK);
  }
  const created = nowIn(org);
  const key = id ?? org.ids.next('guo');
  const users: DeviceUser[] = userIds.map((userId) => ({
    userId,
    created,
    managementStatus: 'NOT_MANAGED',
    screenLockType: 'NONE',
  }));
  store(
    org,
    { list: DEVICES, key },
    {
      id: key,
      status,
      created,
      lastUpdated: created,
      profile: withDefaults(profile, { registered: true }),
      users,
    },
  );
}

/**
 * @param org - where to look
 * @param id - exact id
 * @returns the device
 * @throws Fault `E0000007` if there is none
 */
export function findDevice(org: Org, id: string): Resource {
  const device = stored(org, { list: DEVICES, key: id });
  if (device === undefined) throw notFound(id, DEVICE);
  return device;
}

/** From which states a word leads to which. */
const MOVES = {
  activate: { from: ['DEACTIVATED'], to: 'ACTIVE' },
  deactivate: { from: ['ACTIVE', 'SUSPENDED'], to: 'DEACTIVATED' },
  suspend: { from: ['ACTIVE'], to: 'SUSPENDED' },
  unsuspend: { from: ['SUSPENDED'], to: 'ACTIVE' },
} as const satisfies Record<string, { from: readonly DeviceStatus[]; to: DeviceStatus }>;

/** A word that changes the state of a device. */
export type DeviceMove = keyof typeof MOVES;

/**
 * Moves a device to another state.
 *
 * @param org - is changed
 * @param device - as it is
 * @param word - where it goes
 * @throws Fault `E0000152` from a state that does not lead there
 */
export function moveDevice(org: Org, device: Resource, word: DeviceMove): void {
  const { from, to } = MOVES[word];
  if (!from.some((status) => status === device['status'])) throw fail('E0000152');
  const key = String(device['id']);
  store(org, { list: DEVICES, key }, { ...device, status: to, lastUpdated: nowIn(org) });
}

/**
 * @param device - in some state
 * @returns the words that lead to another
 */
export function movesFrom({ status }: Resource): DeviceMove[] {
  const words: DeviceMove[] = ['activate', 'deactivate', 'suspend', 'unsuspend'];
  return words.filter((word) => MOVES[word].from.some((from) => from === status));
}
