import { addDevice } from '../devices/device.js';
import { nowIn, type Org } from '../org/org.js';
import { store } from '../resources/store.js';
import { BEHAVIORS, behaviorSettings } from '../rules/behaviors.js';
import { ZONES } from '../rules/zones.js';
import type { User } from '../users/user.js';
import type { SeedDevice } from './seed.js';

/** Zones that every org has. Source: recorded answers of fresh orgs. */
const builtInZones = [
  { name: 'LegacyIpZone', usage: 'POLICY' },
  { name: 'BlockedIpZone', usage: 'BLOCKLIST' },
];

const builtInBehaviors = [
  ['New City', 'ANOMALOUS_LOCATION', { granularity: 'CITY' }],
  ['New Country', 'ANOMALOUS_LOCATION', { granularity: 'COUNTRY' }],
  ['New Device', 'ANOMALOUS_DEVICE', {}],
  ['New Geo-Location', 'ANOMALOUS_LOCATION', { granularity: 'LAT_LONG', radiusKilometers: 20 }],
  ['New IP', 'ANOMALOUS_IP', {}],
  ['New State', 'ANOMALOUS_LOCATION', { granularity: 'SUBDIVISION' }],
  ['Velocity', 'VELOCITY', {}],
] as const;

/**
 * Adds zones and behaviors that every org has.
 *
 * @param org - where to
 */
export function seedSecurity(org: Org): void {
  const now = nowIn(org);
  const born = { status: 'ACTIVE', created: now, lastUpdated: now };
  for (const zone of builtInZones) {
    const id = org.ids.next('nzo');
    store(
      org,
      { list: ZONES, key: id },
      { id, type: 'IP', ...zone, ...born, system: true, gateways: null, proxies: null },
    );
  }
  for (const [name, type, settings] of builtInBehaviors) {
    const id = org.ids.next('bhv');
    store(
      org,
      { list: BEHAVIORS, key: id },
      { id, name, type, ...born, settings: { ...behaviorSettings[type], ...settings } },
    );
  }
}

/**
 * Adds a device of a seed.
 *
 * @param org - where to
 * @param device - the device
 * @param userFor - finds a user by login or id
 */
export function addSeedDevice(org: Org, device: SeedDevice, userFor: (name: string) => User): void {
  const { id, status, profile, users = [] } = device;
  addDevice(org, { id, status, profile, userIds: users.map((name) => userFor(name).id) });
}
