import { isIP } from 'node:net';
import { BLANK, fail, invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import { isObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import { textsAt } from '../policies/build-policy.js';
import { link } from '../resources/link.js';
import type { Change, Resource, ResourceRules } from '../resources/rule.js';
import { stored } from '../resources/store.js';
import { EQUALITY } from './equality.js';
import { THREATS } from './threats.js';

/** Path of the list. */
export const ZONES = '/api/v1/zones';

/** What a zone must say at least one of, by type. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  IP: ['gateways', 'proxies'],
  DYNAMIC: ['asns', 'locations', 'proxyType'],
  DYNAMIC_V2: ['asns', 'locations', 'ipServiceCategories'],
};

/** Parts of the internet that policies tell apart. */
export const zones: ResourceRules = {
  [ZONES]: {
    prefix: 'nzo',
    kind: 'NetworkZone',
    unique: ['name'],
    defaults: () => ({ usage: 'POLICY', system: false }),
    born: () => ({ status: 'ACTIVE' }),
    admit: admitZone,
    keep: keepZone,
    mayBecome: (_, { system }) => {
      if (system === true) throw fail('E0000006');
    },
    view: zoneView,
    page: { standard: 20, largest: 1000 },
    filter: {
      attribute: (name) => (['id', 'usage', 'system'].includes(name) ? EQUALITY : undefined),
    },
    events: {
      create: 'zone.create',
      update: 'zone.update',
      delete: 'zone.delete',
      activate: 'zone.activate',
      deactivate: 'zone.deactivate',
    },
  },
};

function admitZone(zone: Resource, { before }: Change): Resource {
  if (before !== undefined && before['type'] !== zone['type']) throw invalid('type', 'The type of a zone is fixed');
  const members = CONTENTS[String(zone['type'])] ?? [];
  const isEmpty = members.every((member) => (zone[member] ?? null) === null);
  if (isEmpty && zone['system'] !== true) throw invalid(members[0] ?? 'type', BLANK);
  if (zone['type'] !== 'IP') return zone;
  for (const member of ['gateways', 'proxies']) checkAddresses(member, zone[member]);
  return { ...zone, gateways: zone['gateways'] ?? null, proxies: zone['proxies'] ?? null };
}

function checkAddresses(member: string, addresses: unknown): void {
  if (!Array.isArray(addresses)) return;
  for (const { type, value } of addresses.filter(isObject)) {
    const text = String(value ?? '');
    const isFine = type === 'CIDR' ? isBlock(text) : text.split('-').every((end) => isIP(end.trim()) > 0);
    if (!isFine) throw invalid(member, `'${text}' is no address of type ${String(type)}`);
  }
}

function isBlock(text: string): boolean {
  const [address = '', bits = '', ...others] = text.split('/');
  const version = isIP(address);
  const longest = version === 4 ? 32 : 128;
  return version > 0 && others.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= longest;
}

function keepZone(zone: Resource, { org }: Call): void {
  if (zone['system'] === true) throw fail('E0000006');
  if (zone['status'] === 'ACTIVE') throw fail('E0000107');
  checkUnused(org, zone);
}

/** As recorded: zones that came with the org can be neither deleted nor deactivated. */
function zoneView(zone: Resource, call: Call): Resource {
  const self = `${ZONES}/${String(zone['id'])}`;
  const move = zone['status'] === 'ACTIVE' ? 'deactivate' : 'activate';
  const links =
    zone['system'] === true
      ? { self: link(call, self, 'GET', 'PUT') }
      : { self: link(call, self, 'GET', 'PUT', 'DELETE'), [move]: link(call, `${self}/lifecycle/${move}`, 'POST') };
  return { ...zone, _links: links };
}

/** A zone that a rule, or the exemptions of ThreatInsight, names must stay. */
function checkUnused(org: Org, { id, name }: Resource): void {
  const named = [...org.policies.keys()]
    .flatMap((policyId) => [...org.policyRules.values(policyId)])
    .flatMap(({ conditions }) => ['include', 'exclude'].flatMap((list) => textsAt(conditions, ['network', list])));
  const exempt = textsAt(stored(org, { list: THREATS }), ['excludeZones']);
  if ([...named, ...exempt].some((zoneId) => zoneId === id)) throw fail('E0000148', `network zone ${String(name)}`);
}
