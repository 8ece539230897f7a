import { ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { store, stored } from '../resources/store.js';

const LIST = '/api/v1/device-integrations';

/** What every org can be connected with. Source: `DeviceIntegrationsName`. */
const KNOWN: readonly (readonly [name: string, platform: string, displayName: string])[] = [
  ['com.okta.device.osquery', 'MACOS', 'OSQuery'],
  ['com.okta.device.osquery', 'WINDOWS', 'OSQuery'],
  ['com.crowdstrike.zta', 'MACOS', 'CrowdStrike'],
  ['com.crowdstrike.zta', 'WINDOWS', 'CrowdStrike'],
  ['com.okta.windowssecuritycenter', 'WINDOWS', 'Windows Security Center'],
  ['com.google.dtc', 'CHROMEOS', 'Chrome Device Trust'],
  ['com.android.zero.trust', 'ANDROID', 'Android Zero Trust'],
];

/** Ids are made of place in the list, as integrations are there before anybody asks for them. */
function all({ org }: Call): JsonObject[] {
  return KNOWN.map(([name, platform, displayName], index) => {
    const id = `int${org.facts.id.slice(3, -2)}${String(index).padStart(2, '0')}`;
    return { id, name, platform, displayName, status: 'DEACTIVATED', ...stored(org, { list: LIST, key: id }) };
  });
}

function view(integration: JsonObject, { origin }: Call): JsonObject {
  const self = `${origin}${LIST}/${String(integration['id'])}`;
  const move = integration['status'] === 'ACTIVE' ? 'deactivate' : 'activate';
  const links = {
    self: { href: self, hints: { allow: ['GET'] } },
    [move]: { href: `${self}/lifecycle/${move}`, hints: { allow: ['POST'] } },
  };
  return { ...integration, _links: links };
}

function integrationIn(call: Call): JsonObject {
  const id = pathMember(call, 'deviceIntegrationId');
  const found = all(call).find((integration) => integration['id'] === id);
  if (found === undefined) throw notFound(id, 'DeviceIntegrations');
  return found;
}

function move(call: Call, status: 'ACTIVE' | 'DEACTIVATED') {
  const moved: JsonObject = { ...integrationIn(call), status };
  store(call.org, { list: LIST, key: String(moved['id']) }, moved);
  return ok(view(moved, call));
}

const listDeviceIntegrations: Handler = (call) => ok(all(call).map((integration) => view(integration, call)));
const getDeviceIntegration: Handler = (call) => ok(view(integrationIn(call), call));

/** Connections with services that tell about devices. */
export const deviceIntegrations: Handlers = {
  listDeviceIntegrations,
  getDeviceIntegration,
  activateDeviceIntegration: (call) => move(call, 'ACTIVE'),
  deactivateDeviceIntegration: (call) => move(call, 'DEACTIVATED'),
};
