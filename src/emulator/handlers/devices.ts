import { noContent, ok } from '../answers/answer.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { DEVICE, type DeviceMove, findDevice, moveDevice } from '../devices/device.js';
import { deviceUsers } from '../devices/device-view.js';
import { memberAt } from '../org/json.js';

function deviceIn(call: Call) {
  return findDevice(call.org, pathMember(call, 'deviceId'));
}

const listDeviceUsers: Handler = (call) => ok(deviceUsers(deviceIn(call), call));

function move(call: Call, word: DeviceMove) {
  const device = deviceIn(call);
  moveDevice(call.org, device, word);
  const name = String(memberAt(device, ['profile', 'displayName']));
  const target = { id: String(device['id']), type: DEVICE, alternateId: 'unknown', displayName: name };
  call.record(`device.lifecycle.${word}`, [target]);
  return noContent();
}

/** What the description cannot tell of devices. */
export const devices: Handlers = {
  listDeviceUsers,
  activateDevice: (call) => move(call, 'activate'),
  deactivateDevice: (call) => move(call, 'deactivate'),
  suspendDevice: (call) => move(call, 'suspend'),
  unsuspendDevice: (call) => move(call, 'unsuspend'),
};
